"""Everything that goes over a message bus, as a monitor of the bus itself sees it."""

from __future__ import annotations

import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jeepney import DBusAddress, new_signal  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.needs import need_command
from tests.stories.places import Place, keep

_LIMIT_S = 60
_HERE = DBusAddress("/companyportal/tests", interface="companyportal.tests")


class BusLog:
    """What the monitor has written so far: the messages as they are on the wire."""

    def __init__(self, address: str, file: Path) -> None:
        self._address = address
        self._file = file

    def content(self) -> bytes:
        """All messages that were sent before now."""
        self.catch_up()
        return self._file.read_bytes()

    def catch_up(self) -> None:
        """Send a message of our own and wait until it has been seen; the bus keeps the order."""
        with open_dbus_connection(self._address) as connection:
            for _ in range(_LIMIT_S * 20):
                sign = uuid.uuid4().hex
                connection.send(new_signal(_HERE, "Seen", "s", (sign,)))
                for _ in range(50):
                    if sign.encode() in self._file.read_bytes():
                        return
                    time.sleep(0.001)
        raise AssertionError("the monitor of the bus sees nothing")


@contextmanager
def listened_to(address: str) -> Iterator[BusLog]:
    """Listens to all that is said on the bus from now on, and keeps it for the secrets net."""
    monitor = need_command("dbus-monitor", "dbus-bin")
    with tempfile.TemporaryDirectory(prefix="bus-log-", dir="/tmp") as folder:
        file = Path(folder, "messages")
        with (
            file.open("wb") as output,
            subprocess.Popen(
                [monitor, "--address", address, "--binary"],
                stdout=output,
                stderr=subprocess.DEVNULL,
            ) as process,
        ):
            log = BusLog(address, file)
            try:
                log.catch_up()
                yield log
                keep(Place("bus", address, log.content()))
            finally:
                process.terminate()
                process.wait(_LIMIT_S)
