"""When somebody last touched the computer, asked of a real X server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from companyportal.desktop import last_input
from companyportal.desktop.last_input import idle_s
from tests.stories.screen import screen


@pytest.fixture(autouse=True)
def no_former_screen() -> Iterator[None]:
    """A program has one screen all its life; here the next may have the same number."""
    yield
    vars(last_input)["_screen"].cache_clear()


@pytest.mark.desktop
def test_a_key_in_any_window_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    with screen("640x480") as found:
        monkeypatch.setenv("DISPLAY", found.display)
        before = idle_s()
        while (now := idle_s()) == before:
            """Until the server has counted on."""
        assert before is not None
        assert now is not None
        assert now > before
        longest = max(before, now)
        while (since := idle_s() or 0) <= longest + 0.3:
            """Longer than a key takes."""
        found.press("a")
        after = idle_s()
        assert after is not None
        assert after < since


@pytest.mark.parametrize(
    "changes",
    [
        {"DISPLAY": ""},
        {"DISPLAY": ":64321"},
        {"WAYLAND_DISPLAY": "x"},
        {"XDG_SESSION_TYPE": "wayland"},
    ],
)
def test_where_it_cannot_be_known_nothing_is_said(
    changes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":64321")
    for name, value in changes.items():
        monkeypatch.setenv(name, value)
    assert idle_s() is None
