"""The net itself: what is planted is found, in every place and in every form that it may have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from jeepney import DBusAddress, new_signal  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from companyportal.demo.device_record import ResetKind
from companyportal.demo.device_secrets import passcode_of
from companyportal.demo.server import DemoServer
from companyportal.views.secret_names import SecretNames
from tests.proofs import promise, threat
from tests.stories.bus_log import listened_to
from tests.stories.computer import computer
from tests.stories.places import Place, keep
from tests.stories.planting import (
    BINARY_PLACES,
    FORMS,
    KINDS,
    TEXT_FORMS,
    TEXT_PLACES,
    Plant,
    name_of_a_file,
)
from tests.stories.secrets_net import SecretsNet

pytestmark = [promise(1), threat("T01"), threat("T03")]
PASSCODE = "k7Qm0x4B"
KEYS = (
    "482911-103015-660011-094391-571109-220308-411917-006589",
    "K7QM-0X4B-29AL-ZZ81-PO0I-5S2G",
)
"""Of BitLocker and of FileVault."""


@pytest.fixture(params=["token", "passcode"])
def secret(request: pytest.FixtureRequest, demo: DemoServer) -> str:
    """Something that the demo has made."""
    if request.param == "token":
        return demo.tenant.mint("AT")
    # Made anew: shared memory is planted by several workers at once.
    return demo.tenant.remember(str(passcode_of(ResetKind.LETTERS_AND_DIGITS)))


def allow(net: SecretsNet, kind: str, secret: str) -> None:
    """What was planted there cannot be taken back."""
    net.allow(kind)
    net.allow(kind, secret)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", BINARY_PLACES)
def test_bytes_are_found(
    secrets_net: SecretsNet,
    story_folder: Path,
    secret: str,
    form: str,
    place: Plant,
) -> None:
    assert secrets_net.hits() == []
    with place(story_folder, FORMS[form](secret.encode())):
        hits = secrets_net.hits()
        assert len({hit.split()[0] for hit in hits}) == 1
        assert not any(secret in hit for hit in hits)
    allow(secrets_net, "bus", secret)


@pytest.mark.parametrize("place", TEXT_PLACES)
def test_texts_are_found(
    secrets_net: SecretsNet, story_folder: Path, secret: str, place: str
) -> None:
    for form, encode in TEXT_FORMS.items():
        with TEXT_PLACES[place](story_folder, encode(secret.encode()).decode()):
            kinds = {hit.split()[0] for hit in secrets_net.hits()}
            assert kinds == ({"log", "file"} if place == "log" else {KINDS.get(place, "screen")}), (
                form
            )
    for kind in ("log", "file", "output"):
        allow(secrets_net, kind, secret)


def test_a_name_of_a_file_is_found(
    secrets_net: SecretsNet, story_folder: Path, secret: str
) -> None:
    with name_of_a_file(story_folder, secret.encode()):
        assert len(secrets_net.hits()) == 1
    assert secrets_net.hits() == []


def test_what_was_written_to_the_standard_output_is_found(
    secrets_net: SecretsNet, secret: str, capfd: pytest.CaptureFixture[str]
) -> None:
    print(secret)
    os.write(2, secret.encode())
    for stream in capfd.readouterr():
        secrets_net.output[:] = [stream]
        assert [hit.split()[0] for hit in secrets_net.hits()] == ["output"]
    secrets_net.output.clear()


def test_the_selection_is_searched_where_there_is_one(secrets_net: SecretsNet, secret: str) -> None:
    board, mode = QGuiApplication.clipboard(), QClipboard.Mode.Selection
    board.setText(secret, mode)
    assert len(secrets_net.hits()) == (1 if board.supportsSelection() else 0)
    board.clear(mode)


@pytest.mark.parametrize("way", ["words", "environment"])
def test_what_a_child_process_was_given_is_found(
    secrets_net: SecretsNet, secret: str, way: str
) -> None:
    # In its first moment a process has no words yet that others could read.
    command = [sys.executable, "-c", "print(flush=True); input()"]
    given = {"words": [secret], "environment": []}[way]
    environment = os.environ | ({"PLANTED": secret} if way == "environment" else {})
    with subprocess.Popen(
        [*command, *given], stdin=PIPE, stdout=PIPE, env=environment, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "\n"
        assert [hit.split()[0] for hit in secrets_net.hits()] == ["process"]
        child.communicate("\n")
    assert secrets_net.hits() == []


@pytest.mark.desktop
def test_what_is_said_on_the_bus_is_found(
    secrets_net: SecretsNet, session_bus: str, secret: str
) -> None:
    place = DBusAddress("/planted", interface="planted.by.a.test")
    with listened_to(session_bus), open_dbus_connection(session_bus) as connection:
        for encode in FORMS.values():
            connection.send(new_signal(place, "Said", "ay", (encode(secret.encode()),)))
    assert [hit.split()[0] for hit in secrets_net.hits()] == ["bus"]
    allow(secrets_net, "bus", secret)


@pytest.mark.desktop
async def test_what_a_program_leaves_on_its_computer_is_found(
    secrets_net: SecretsNet, secret: str
) -> None:
    with computer() as pc:
        program = pc.run("tests.stories.planted_program", secret)
        await program.until(lambda: program.output and secret in pc.screen.titles())
    found = {" ".join(hit.split()[:2]) for hit in secrets_net.hits()}
    output = f"file {pc.folder}/program-0.said:"
    seen = {"screen titles:", "clipboard clipboard:", "clipboard primary:", "process cmdline:"}
    assert found == {output, *seen}
    for kind in ("file", "screen", "clipboard", "process"):
        allow(secrets_net, kind, secret)


@pytest.mark.parametrize("made", [PASSCODE, *KEYS], ids=["a passcode", "BitLocker", "FileVault"])
def test_a_secret_may_stand_where_the_story_allows_it_and_nowhere_else(
    secrets_net: SecretsNet, demo: DemoServer, made: str
) -> None:
    demo.tenant.remember(made)
    label, ungrouped = QLabel(), made.replace("-", "")
    for text in (made, ungrouped, f"Temporary passcode: {SecretNames().spelled(ungrouped)}"):
        label.setAccessibleDescription(text)
        secrets_net.forbid("screen", made)
        with pytest.raises(AssertionError, match="screen QLabel") as caught:
            secrets_net.check()
        assert made not in str(caught.value)
        secrets_net.allow("screen", made)
        assert secrets_net.hits() == []
    delete(label)


def test_a_number_is_not_found_inside_another(secrets_net: SecretsNet, demo: DemoServer) -> None:
    demo.tenant.remember("482913")
    keep(Place("bus", "numbers", b"1482913 482913e 0.482913 4829130"))
    assert secrets_net.hits() == []
    keep(Place("bus", "a number", b"passcode=482913."))
    assert len(secrets_net.hits()) == 1
    secrets_net.allow("bus", "482913")
