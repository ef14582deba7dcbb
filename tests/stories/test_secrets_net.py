"""The net itself: what is planted is found, in every place and in every form that it may have."""

from __future__ import annotations

import base64
import codecs
import gzip
import logging
import os
import random
import subprocess
import sys
import uuid
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_signal  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QWidget
from shiboken6 import delete

from companyportal.demo.server import DemoServer
from companyportal.views.secret_names import SecretNames
from tests.proofs import promise, threat
from tests.stories.bus_log import listened_to
from tests.stories.computer import computer
from tests.stories.places import Place, keep
from tests.stories.secrets_net import SecretsNet

pytestmark = [promise(1), threat("T01"), threat("T03")]
Encode = Callable[[bytes], bytes]
Plant = Callable[..., AbstractContextManager[None]]
PASSCODE = "k7Qm0x4B"

_NOISE = random.Random(1).randbytes(70_000)
_TEXTS: dict[str, Encode] = {
    "as it is": lambda raw: raw,
    "base64": base64.b64encode,
    "base64 after one byte": lambda raw: base64.b64encode(b"x" + raw + b"y"),
    "base64 after two bytes": lambda raw: base64.b64encode(b"xy" + raw + b"z"),
    "base64 for URLs": lambda raw: base64.urlsafe_b64encode(b"\xff\xfe" + raw),
    "hex": lambda raw: raw.hex().encode(),
    "capital hex": lambda raw: raw.hex().upper().encode(),
    "percent": lambda raw: b"".join(b"%%%02X" % byte for byte in raw),
    "JSON escapes": lambda raw: b"".join(b"\\u%04x" % byte for byte in raw),
    "Python escapes": lambda raw: b"".join(b"\\x%02x" % byte for byte in raw),
}
_BYTES: dict[str, Encode] = {
    "UTF-16 LE": lambda raw: raw.decode().encode("utf-16-le"),
    "UTF-16 BE": lambda raw: raw.decode().encode("utf-16-be"),
    "gzip": lambda raw: gzip.compress(raw * 9),
    "gzip, cut short": lambda raw: gzip.compress(raw + _NOISE)[:-9_000],
    "zlib": lambda raw: zlib.compress(raw * 9),
    "zlib, fast": lambda raw: zlib.compress(raw * 9, level=1),
    "zlib of hex": lambda raw: zlib.compress(codecs.encode(raw, "hex"), level=9),
}
_FORMS = _TEXTS | _BYTES


@pytest.fixture(params=["token", "passcode"])
def secret(request: pytest.FixtureRequest, demo: DemoServer) -> str:
    """Something that the demo has made."""
    if request.param == "token":
        return demo.tenant.mint("AT")
    return demo.tenant.remember(PASSCODE)


@contextmanager
def file(net_folder: Path, content: bytes) -> Iterator[None]:
    """Anywhere below the home folder, in the middle of a file."""
    path = net_folder / "state" / "planted.bin"
    path.write_bytes(b"before " + content + b" after")
    yield
    path.unlink()


@contextmanager
def temporary_file(net_folder: Path, content: bytes) -> Iterator[None]:
    """Where programs put what they need shortly."""
    path = Path(os.environ["TMPDIR"], "planted")
    path.write_bytes(content)
    yield
    path.unlink()


@contextmanager
def name_of_a_file(net_folder: Path, content: bytes) -> Iterator[None]:
    """The name alone tells it."""
    path = net_folder / "cache" / os.fsdecode(content.replace(b"/", b"_"))
    path.touch()
    yield
    path.unlink()


@contextmanager
def shared_memory(net_folder: Path, content: bytes) -> Iterator[None]:
    """Seen by every program of the person."""
    path = Path("/dev/shm", f"planted-{uuid.uuid4()}")
    path.write_bytes(content)
    yield
    path.unlink()


@contextmanager
def clipboard(net_folder: Path, content: bytes) -> Iterator[None]:
    """In some format."""
    data = QMimeData()
    data.setData("application/x-planted", content)
    QGuiApplication.clipboard().setMimeData(data)
    yield
    QGuiApplication.clipboard().clear()


@contextmanager
def gone_meanwhile(net_folder: Path, content: bytes) -> Iterator[None]:
    """What was kept of a place that is no more: a bus, a computer."""
    keep(Place("bus", "planted", content))
    yield


BINARY = (file, temporary_file, shared_memory, clipboard, gone_meanwhile)


@contextmanager
def log(net_folder: Path, text: str) -> Iterator[None]:
    """Any logger, at its lowest level."""
    logging.getLogger("any").debug("%s", text)
    yield


@contextmanager
def own_environment(net_folder: Path, text: str) -> Iterator[None]:
    """Every child would inherit it."""
    os.environ["PLANTED"] = text
    yield
    del os.environ["PLANTED"]


def _labelled(change: Callable[[QLabel, str], object]) -> Plant:
    @contextmanager
    def plant(net_folder: Path, text: str) -> Iterator[None]:
        label = QLabel()
        change(label, text)
        yield
        delete(label)

    return plant


@contextmanager
def entry_of_a_list(net_folder: Path, text: str) -> Iterator[None]:
    """Painted by the list; no widget of its own, but something a screen reader finds."""
    entries = QListWidget()
    entries.addItem(text)
    yield
    delete(entries)


KINDS = {"own environment": "process"}
TEXTUAL: dict[str, Plant] = {
    "log": log,
    "own environment": own_environment,
    "entry of a list": entry_of_a_list,
    "text": _labelled(QLabel.setText),
    "title": _labelled(QWidget.setWindowTitle),
    "tool tip": _labelled(QWidget.setToolTip),
    "accessible name": _labelled(QWidget.setAccessibleName),
    "accessible description": _labelled(QWidget.setAccessibleDescription),
}


def allow(net: SecretsNet, kind: str, secret: str) -> None:
    """What was planted there cannot be taken back."""
    net.allow(kind)
    net.allow(kind, secret)


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("place", BINARY)
def test_bytes_are_found(
    secrets_net: SecretsNet,
    story_folder: Path,
    secret: str,
    form: str,
    place: Plant,
) -> None:
    assert secrets_net.hits() == []
    with place(story_folder, _FORMS[form](secret.encode())):
        hits = secrets_net.hits()
        assert len({hit.split()[0] for hit in hits}) == 1
        assert not any(secret in hit for hit in hits)
    allow(secrets_net, "bus", secret)


@pytest.mark.parametrize("place", TEXTUAL)
def test_texts_are_found(
    secrets_net: SecretsNet, story_folder: Path, secret: str, place: str
) -> None:
    for form, encode in _TEXTS.items():
        with TEXTUAL[place](story_folder, encode(secret.encode()).decode()):
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
    command = [sys.executable, "-c", "input()"]
    given = {"words": [secret], "environment": []}[way]
    environment = os.environ | ({"PLANTED": secret} if way == "environment" else {})
    with subprocess.Popen(
        [*command, *given], stdin=subprocess.PIPE, env=environment, text=True
    ) as child:
        assert [hit.split()[0] for hit in secrets_net.hits()] == ["process"]
        child.communicate("\n")
    assert secrets_net.hits() == []


@pytest.mark.desktop
def test_what_is_said_on_the_bus_is_found(
    secrets_net: SecretsNet, session_bus: str, secret: str
) -> None:
    place = DBusAddress("/planted", interface="planted.by.a.test")
    with listened_to(session_bus), open_dbus_connection(session_bus) as connection:
        for encode in _FORMS.values():
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


def test_a_secret_may_stand_where_the_story_allows_it_and_nowhere_else(
    secrets_net: SecretsNet, demo: DemoServer
) -> None:
    demo.tenant.remember(PASSCODE)
    label = QLabel()
    for text in (PASSCODE, f"Temporary passcode: {SecretNames().spelled(PASSCODE)}"):
        label.setAccessibleDescription(text)
        secrets_net.forbid("screen", PASSCODE)
        with pytest.raises(AssertionError, match="screen QLabel") as caught:
            secrets_net.check()
        assert PASSCODE not in str(caught.value)
        secrets_net.allow("screen", PASSCODE)
        assert secrets_net.hits() == []
    delete(label)


def test_a_number_is_not_found_inside_another(secrets_net: SecretsNet, demo: DemoServer) -> None:
    demo.tenant.remember("482913")
    keep(Place("bus", "numbers", b"1482913 482913e 0.482913 4829130"))
    assert secrets_net.hits() == []
    keep(Place("bus", "a number", b"passcode=482913."))
    assert len(secrets_net.hits()) == 1
    secrets_net.allow("bus", "482913")
