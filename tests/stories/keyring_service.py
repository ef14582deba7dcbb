"""GNOME Keyring on a bus of its own: the Secret Service of a usual Linux desktop, unlocked."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.needs import need_command
from tests.session_bus import private_bus
from tests.stories.bus_log import listened_to

_LIMIT_S = 60


@contextmanager
def bus_with_keyring() -> Iterator[str]:
    """The address of the bus; what is kept there goes with it."""
    daemon = need_command("gnome-keyring-daemon", "gnome-keyring")
    with (
        private_bus() as address,
        listened_to(address),
        tempfile.TemporaryDirectory(prefix="ring-", dir="/tmp") as folder,
    ):
        environment = {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "HOME": folder,
            "XDG_DATA_HOME": folder,
            "XDG_RUNTIME_DIR": folder,
        }
        command = [daemon, "--foreground", "--unlock", "--components=secrets"]
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            text=True,
        ) as service:
            try:
                assert service.stdin is not None
                service.stdin.write("the person's password")
                service.stdin.close()
                wait_for_its_name(address)
                yield address
            finally:
                service.terminate()
                service.wait(_LIMIT_S)


def wait_for_its_name(address: str) -> None:
    """Until it can be asked on that bus."""
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    question = new_method_call(bus, "NameHasOwner", "s", ("org.freedesktop.secrets",))
    with open_dbus_connection(address) as connection:
        for _ in range(_LIMIT_S * 100):
            if connection.send_and_get_reply(question).body[0]:
                return
            time.sleep(0.01)
    raise AssertionError("GNOME Keyring did not come up")
