"""What this computer knows of itself, so that its owner's list can mark it.

Each system is asked where it keeps the ids of its enrolment, else for the serial number of the
machine. On Linux Microsoft's identity broker is of no help: its D-Bus interface gives accounts and
tokens, and no id of the device; the agent's registration file has both. Nothing here raises, asks
for rights, or takes longer than a few seconds; call it in a thread. What was read is never logged.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from companyportal.computer_identity import ComputerIdentity, guid, serial

LIMIT_S = 5.0
"""A command that takes longer is given up."""
_LARGEST = 1_000_000
"""Characters of an answer that are looked at."""
_DMI = Path("/sys/class/dmi/id")
_REGISTRATION = Path("intune", "registration.toml")


def this_computer() -> ComputerIdentity:
    """Empty where the system tells nothing, or nothing that tells it from others."""
    if sys.platform == "win32":
        status = answer_of((str(_system_folder() / "dsregcmd.exe"), "/status"))
        return ComputerIdentity(device_id=_enrolled_as(), entra_id=entra_id_in(status))
    if sys.platform == "darwin":
        tree = answer_of(("/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice"))
        return ComputerIdentity(serial_number=serial_in(tree))
    return linux_computer(_config_folder(), _DMI)


def answer_of(command: Sequence[str], *, limit_s: float = LIMIT_S) -> str:
    """What a command of the system prints; empty where it is not there, fails or hangs."""
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(  # noqa: S603 - constant commands, and no shell
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limit_s,
            check=False,
            creationflags=no_window,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return done.stdout[:_LARGEST].decode("utf-8", "replace")


def entra_id_in(status: str) -> str:
    """The device id in what ``dsregcmd /status`` prints; the computer's own comes before that of a
    work account that was only added to it.

    Source: https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
    """
    for name in ("DeviceId", "WorkplaceDeviceId"):
        found = re.search(rf"^\s*{name}\s*:\s*(\S+)\s*$", status, re.MULTILINE)
        if found and (entra_id := guid(found[1])):
            return entra_id
    return ""


def serial_in(tree: str) -> str:
    """The serial number of a Mac in what ``ioreg`` prints of its platform expert.

    Source: https://developer.apple.com/documentation/iokit/kioplatformserialnumberkey
    """
    found = re.search(r'"IOPlatformSerialNumber"\s*=\s*"([^"\n]{1,64})"', tree)
    return serial(found[1]) if found else ""


def linux_computer(config: Path, dmi: Path) -> ComputerIdentity:
    """The ids that the agent of Intune wrote down for this person, and the maker's serial number,
    which most systems let only root read.

    Source: https://github.com/scepman/csr-request (which reads registration.toml, too)
    and https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-class-dmi
    """
    registration = text_of(config / _REGISTRATION)
    return ComputerIdentity(
        device_id=guid(_hint(registration, "device_hint")),
        entra_id=guid(_hint(registration, "aad_device_hint")),
        serial_number=serial(text_of(dmi / "product_serial")),
    )


def text_of(path: Path) -> str:
    """A small file; empty where it is not there, is none, or may not be read."""
    try:
        if not path.is_file():
            return ""  # a pipe in its place would hang
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def _hint(registration: str, name: str) -> str:
    """Not by a TOML parser: one odd line elsewhere in the file shall not hide the id."""
    found = re.search(rf'^\s*{name}\s*=\s*["\']([^"\'\n]+)["\']', registration, re.MULTILINE)
    return found[1] if found else ""


def _config_folder() -> Path:
    """Source: https://specifications.freedesktop.org/basedir-spec/latest/"""
    import os

    given = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(given)
    return folder if folder.is_absolute() else Path("~/.config").expanduser()


if sys.platform == "win32":

    def _system_folder() -> Path:
        """By its whole path, since Windows looks for a bare name in the working folder first.

        Source: https://learn.microsoft.com/windows/win32/api/sysinfoapi/
        nf-sysinfoapi-getsystemdirectoryw
        """
        import ctypes

        room = ctypes.create_unicode_buffer(260)
        ctypes.WinDLL("kernel32").GetSystemDirectoryW(room, len(room))
        return Path(room.value)

    def _enrolled_as() -> str:
        """The id that Intune gave this enrolment.

        Source: https://learn.microsoft.com/windows/client-management/mdm/dmclient-csp (EntDMID)
        """
        import winreg

        enrollments = r"SOFTWARE\Microsoft\Enrollments"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, enrollments) as root:
                names = [winreg.EnumKey(root, n) for n in range(winreg.QueryInfoKey(root)[0])]
        except OSError:
            return ""
        ids = (_entdmid(rf"{enrollments}\{name}\DMClient\MS DM Server") for name in names)
        return next((found for found in ids if found), "")

    def _entdmid(key: str) -> str:
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as place:
                value, _ = winreg.QueryValueEx(place, "EntDMID")
        except OSError:
            return ""
        return guid(str(value))
