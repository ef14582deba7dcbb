"""The net under every story: no secret of the demo organisation where it does not belong.

The demo organisation keeps a list of every token, code and passcode that it has made. Here all
places that outlive a click, or that others can see, are searched for each of them, as written and
in the forms in which files and programs keep texts.
"""

from __future__ import annotations

import base64
import gzip
import logging
import os
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.demo.tenant import Tenant
from companyportal.views.secret_names import SecretNames

_BROWSER = "chromium-"
"""The profile of the person's own browser is theirs."""
_LARGEST = 64 * 1024 * 1024
_PROPERTIES = (
    "text",
    "plainText",
    "title",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "windowTitle",
    "windowFilePath",
    "windowIconText",
    "placeholderText",
    "objectName",
)


class Place(NamedTuple):
    """Something that was searched: its kind, what exactly, and its bytes."""

    kind: str
    """``file``, ``log``, ``output``, ``bubble``, ``clipboard``, ``screen`` or ``environment``."""
    name: str
    content: bytes


def forms(secret: str) -> set[bytes]:
    """The secret as it may be written: plain, base64 at each offset, hex, UTF-16, spelled out."""
    raw = secret.encode()
    found = {raw, raw.hex().encode(), raw.hex().upper().encode()}
    found |= {secret.encode("utf-16-le"), secret.encode("utf-16-be")}
    for offset in range(3):
        # What stands before shifts the groups of three; the characters at the edges depend on it.
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            text = encode(bytes(offset) + raw).rstrip(b"=")
            start = (0, 2, 3)[offset]
            found.add(text[start : len(text) - 1])
    if not secret.startswith("CNRY-") and len(secret) <= 16:
        found.add(SecretNames().spelled(secret).encode())
    return found


class RawLog(logging.Handler):
    """Every record that any logger lets out, as it is before anything is taken out of it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it; the driver of the browser is no part of the program."""
        if not record.name.startswith("selenium"):
            self.lines.append(f"{record.name} {record.getMessage()} {record.exc_info or ''}")


class SecretsNet:
    """Searches; ``allow`` names the one place where a secret may be read."""

    def __init__(self, tenant: Tenant, folder: Path, log: RawLog) -> None:
        self._tenant = tenant
        self._folder = folder
        self._log = log
        self._allowed: defaultdict[str, set[str]] = defaultdict(set)
        self.output: list[str] = []
        """What was written to stdout and stderr."""
        self.bubbles: list[str] = []
        """What the notification service received."""

    def allow(self, kind: str, secret: str) -> None:
        """From now on ``secret`` may be in places of that kind."""
        self._allowed[kind].add(secret)

    def forbid(self, kind: str, secret: str) -> None:
        """The story has left the page that showed it."""
        self._allowed[kind].discard(secret)

    def check(self) -> None:
        """Fail where a secret is found outside its place, without telling the secret."""
        found = self.hits()
        assert not found, "a secret was found in:\n" + "\n".join(found)

    def hits(self) -> list[str]:
        """Every place that holds a secret it may not hold."""
        places = list(self._places())
        found = []
        for number, secret in enumerate(self._tenant.secrets):
            needles = forms(secret)
            for place in places:
                if secret in self._allowed[place.kind]:
                    continue
                if any(needle in place.content for needle in needles):
                    found.append(f"{place.kind} {place.name}: secret {number}, {secret[:8]}…")
        return found

    def _places(self) -> Iterator[Place]:
        yield from self._files()
        yield from _screen()
        yield from _clipboard()
        for kind, lines in (
            ("log", self._log.lines),
            ("output", self.output),
            ("bubble", self.bubbles),
            ("environment", [f"{name}={value}" for name, value in os.environ.items()]),
        ):
            yield Place(kind, "", "\n".join(lines).encode("utf-8", "surrogateescape"))

    def _files(self) -> Iterator[Place]:
        for folder, folders, names in os.walk(self._folder):
            folders[:] = [each for each in folders if not each.startswith(_BROWSER)]
            for name in names:
                path = Path(folder, name)
                if path.is_file() and path.stat().st_size <= _LARGEST:
                    content = path.read_bytes()
                    yield Place("file", str(path), content + _unpacked(content))


def _unpacked(content: bytes) -> bytes:
    """What a compressed file holds; nothing for any other file."""
    try:
        if content.startswith(b"\x1f\x8b"):
            return gzip.decompress(content)
        if content[:1] == b"\x78":
            return zlib.decompress(content)
    except (OSError, EOFError, zlib.error):
        pass
    return b""


def _screen() -> Iterator[Place]:
    """Every text of every widget and menu entry, shown or not: a screen reader finds them all."""
    for window in QApplication.topLevelWidgets():
        for each in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
            for name, text in texts_of(each):
                yield Place("screen", f"{type(each).__name__}.{name}", text.encode())


def texts_of(each: QObject) -> Iterator[tuple[str, str]]:
    """The texts of a widget or an action by the names of their properties."""
    for name in _PROPERTIES:
        if isinstance(text := each.property(name), str) and text:
            yield name, text


def _clipboard() -> Iterator[Place]:
    clipboard = QGuiApplication.clipboard()
    modes = [QClipboard.Mode.Clipboard]
    if clipboard.supportsSelection():
        modes.append(QClipboard.Mode.Selection)
    for mode in modes:
        data = clipboard.mimeData(mode)
        for name in data.formats() if data is not None else ():
            yield Place("clipboard", name, bytes(data.data(name).data()))
