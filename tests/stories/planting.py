"""Plants secrets, for the test of the net: in each place and form, and takes them away again."""

from __future__ import annotations

import base64
import codecs
import gzip
import logging
import os
import random
import uuid
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QWidget
from shiboken6 import delete

from tests.stories.places import Place, keep

Encode = Callable[[bytes], bytes]
Plant = Callable[..., AbstractContextManager[None]]
_NOISE = random.Random(1).randbytes(70_000)
TEXT_FORMS: dict[str, Encode] = {
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
_BYTE_FORMS: dict[str, Encode] = {
    "UTF-16 LE": lambda raw: raw.decode().encode("utf-16-le"),
    "UTF-16 BE": lambda raw: raw.decode().encode("utf-16-be"),
    "gzip": lambda raw: gzip.compress(raw * 9),
    "gzip, cut short": lambda raw: gzip.compress(raw + _NOISE)[:-9_000],
    "zlib": lambda raw: zlib.compress(raw * 9),
    "zlib, fast": lambda raw: zlib.compress(raw * 9, level=1),
    "zlib of hex": lambda raw: zlib.compress(codecs.encode(raw, "hex"), level=9),
}
FORMS = TEXT_FORMS | _BYTE_FORMS


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


BINARY_PLACES = (file, temporary_file, shared_memory, clipboard, gone_meanwhile)


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
TEXT_PLACES: dict[str, Plant] = {
    "log": log,
    "own environment": own_environment,
    "entry of a list": entry_of_a_list,
    "text": _labelled(QLabel.setText),
    "title": _labelled(QWidget.setWindowTitle),
    "tool tip": _labelled(QWidget.setToolTip),
    "accessible name": _labelled(QWidget.setAccessibleName),
    "accessible description": _labelled(QWidget.setAccessibleDescription),
}
