"""What this computer knows of itself: from odd, hostile and missing answers, too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from companyportal.computer_identity import ComputerIdentity
from companyportal.desktop.this_computer import (
    answer_of,
    entra_id_in,
    linux_computer,
    serial_in,
    this_computer,
)

ID = "0a1b2c3d-0000-4000-8000-00000000000a"
OTHER = "0a1b2c3d-0000-4000-8000-00000000000b"
JOINED = f"""
+----------------+
| Device State   |
+----------------+
             AzureAdJoined : YES
                DomainName : EXAMPLE
+----------------+
| Device Details |
+----------------+
                  DeviceId : {ID.upper()}
                Thumbprint : 00
+----------------+
| Work Account 1 |
+----------------+
         WorkplaceDeviceId : {OTHER}
"""
ADDED = f"""
             AzureAdJoined : NO
         WorkplaceDeviceId : {OTHER}\r
"""
TREE = """
+-o J316sAP  <class IOPlatformExpertDevice, id 0x100000270, registered>
    {
      "IOPlatformUUID" = "0A1B2C3D-0000-4000-8000-00000000000A"
      "IOPlatformSerialNumber" = "XKWQ2HF6P9"
      "model" = <"Mac14,5">
    }
"""
HOSTILE = ("", "\x00" * 1000, "DeviceId", "DeviceId :", "\ufffd" * 10, "=" * 100_000, ": " * 9999)


def test_windows_tells_the_id_of_the_computer_before_that_of_an_account() -> None:
    assert entra_id_in(JOINED) == ID
    assert entra_id_in(ADDED) == OTHER
    assert entra_id_in(f"   NgcDeviceId : {ID}\n ThisDeviceId : {ID}") == ""
    assert entra_id_in("   DeviceId : 00000000-0000-0000-0000-000000000000") == ""


def test_a_mac_tells_its_serial_number() -> None:
    assert serial_in(TREE) == "xkwq2hf6p9"
    assert serial_in('"IOPlatformSerialNumber" = ""') == ""
    assert serial_in('"IOPlatformSerialNumber" = "' + "x" * 99 + '"') == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_answer_tells_nothing(text: str) -> None:
    assert (entra_id_in(text), serial_in(text)) == ("", "")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A person's configuration and the maker's table, both empty."""
    config, dmi = tmp_path / "config", tmp_path / "dmi"
    (config / "intune").mkdir(parents=True)
    dmi.mkdir()
    return config, dmi


def test_linux_tells_what_the_agent_wrote_down(folders: tuple[Path, Path]) -> None:
    config, dmi = folders
    (config / "intune" / "registration.toml").write_text(
        f'account_hint = "x"\naad_device_hint = "{OTHER}"\ndevice_hint = "{ID}"\nodd = = "\n'
    )
    (dmi / "product_serial").write_text("PF-3XW\n")
    found = ComputerIdentity(device_id=ID, entra_id=OTHER, serial_number="pf-3xw")
    assert linux_computer(config, dmi) == found


def test_linux_without_any_of_it_tells_nothing(folders: tuple[Path, Path], tmp_path: Path) -> None:
    assert not linux_computer(*folders)
    assert not linux_computer(tmp_path / "no", tmp_path / "where")


@pytest.mark.parametrize("text", [*HOSTILE, f"device_hint = {ID}", 'device_hint = "../../x"'])
def test_linux_with_an_odd_file_tells_nothing(folders: tuple[Path, Path], text: str) -> None:
    config, dmi = folders
    (config / "intune" / "registration.toml").write_text(text)
    (dmi / "product_serial").write_bytes(b"\xff\xfe\x00")
    assert not linux_computer(config, dmi)


def test_a_pipe_or_a_folder_in_place_of_a_file_holds_nobody_up(
    folders: tuple[Path, Path],
) -> None:
    config, dmi = folders
    os.mkfifo(config / "intune" / "registration.toml")
    (dmi / "product_serial").mkdir()
    assert not linux_computer(config, dmi)


def test_a_file_that_may_not_be_read_tells_nothing(folders: tuple[Path, Path]) -> None:
    config, dmi = folders
    (dmi / "product_serial").symlink_to("product_serial")
    assert not linux_computer(config, dmi)


def test_here_the_agent_of_this_person_is_asked(home: Path) -> None:
    folder = home / "config" / "intune"
    folder.mkdir()
    (folder / "registration.toml").write_text(f'aad_device_hint = "{ID}"\n')
    assert this_computer().entra_id == ID


def test_a_command_that_is_not_there_fails_or_hangs_tells_nothing(tmp_path: Path) -> None:
    assert answer_of([str(tmp_path / "nothing")]) == ""
    assert answer_of([str(tmp_path)]) == ""
    assert answer_of(["with\x00nul"]) == ""
    hangs = [sys.executable, "-c", "import time; time.sleep(600)"]
    assert answer_of(hangs, limit_s=0.2) == ""


def test_of_an_endless_answer_only_the_beginning_is_looked_at() -> None:
    text = answer_of([sys.executable, "-c", "print('\\xe9' * 2_000_000)"], limit_s=60)
    assert len(text) <= 1_000_000
