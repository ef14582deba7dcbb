"""The net itself: what is planted is found, whatever form it has and wherever it lies."""

from __future__ import annotations

import base64
import gzip
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from companyportal.views.secret_names import SecretNames
from tests.stories.sitting import Sitting

SECRET = "CNRY-AT-planted-by-a-test"  # the demo's own mark
PASSCODE = "k7Qm0x4B"

_FORMS: dict[str, Callable[[bytes], bytes]] = {
    "raw": lambda raw: raw,
    "base64": base64.b64encode,
    "base64 after one byte": lambda raw: base64.b64encode(b"x" + raw),
    "base64 after two bytes": lambda raw: base64.b64encode(b"xy" + raw + b"z"),
    "hex": lambda raw: raw.hex().encode(),
    "UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "gzip": gzip.compress,
}


@pytest.mark.parametrize("form", _FORMS)
async def test_a_secret_in_a_file_is_found(sitting: Sitting, story_folder: Path, form: str) -> None:
    sitting.demo.tenant.remember(SECRET)
    assert sitting.net.hits() == []
    planted = story_folder / "data" / "planted.bin"
    planted.write_bytes(b"" if form == "gzip" else b"before")
    with planted.open("ab") as file:
        file.write(_FORMS[form](SECRET.encode()))
    assert len(sitting.net.hits()) == 1
    with pytest.raises(AssertionError, match=r"planted\.bin") as caught:
        sitting.net.check()
    assert SECRET not in str(caught.value)
    planted.unlink()


async def test_a_secret_on_the_screen_is_found_unless_it_belongs_there(sitting: Sitting) -> None:
    net, page = sitting.net, sitting.window.support_page
    sitting.demo.tenant.remember(PASSCODE)
    for text in (PASSCODE, f"Temporary passcode: {SecretNames().spelled(PASSCODE)}"):
        page.setAccessibleDescription(text)
        assert len(net.hits()) == 1
    net.allow("screen", PASSCODE)
    assert net.hits() == []
    net.forbid("screen", PASSCODE)
    assert len(net.hits()) == 1
    page.setAccessibleDescription("")


async def test_a_secret_that_was_logged_copied_or_said_is_found(sitting: Sitting) -> None:
    net = sitting.net
    sitting.demo.tenant.remember(SECRET)
    logging.getLogger("companyportal").debug("a token: %s", SECRET)
    QGuiApplication.clipboard().setText(SECRET)
    net.bubbles.append(SECRET)
    net.output.append(SECRET)
    assert [hit.split()[0] for hit in net.hits()] == ["clipboard", "log", "output", "bubble"]
    QGuiApplication.clipboard().clear()
    for kind in ("log", "output", "bubble"):
        net.allow(kind, SECRET)
