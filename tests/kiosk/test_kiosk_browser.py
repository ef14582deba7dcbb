"""The kiosk's browser: a real Chromium, on a screen with a window manager."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QUrl

from companyportal.desktop.browser_command import Pages, Place, arguments, environment
from companyportal.desktop.browser_processes import processes_of
from companyportal.desktop.kiosk_browser import KioskBrowser
from companyportal.kiosk_rules import KioskRules
from tests.demo.program import Program
from tests.kiosk.browsing import (
    HERE,
    chromium,
    ended,
    only_folder_in,
    start_visit,
    until_there,
)
from tests.kiosk.probing_site import Site
from tests.kiosk.watched_demo import WatchedDemo
from tests.proofs import threat
from tests.stories.screen import Screen
from tests.virtual_clock import VirtualClock

pytestmark = pytest.mark.browser
PAGE = ".*Sign in.*"


@pytest.fixture
async def watched_demo(demo_clock: VirtualClock) -> AsyncIterator[WatchedDemo]:
    async with WatchedDemo(clock=demo_clock) as demo:
        yield demo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
async def browser(kiosk_screen: Screen, folder: Path) -> AsyncIterator[KioskBrowser]:
    rules = KioskRules(browser=chromium(), browser_arguments=("--no-sandbox",), is_tryout=True)
    browser = KioskBrowser(rules, folder, HERE)
    yield browser
    await ended(browser)


def is_clean(folder: Path) -> bool:
    """True where nothing of a browser is left, no process and no file."""
    return not processes_of(folder) and not list(folder.iterdir())


def files_in(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def places(screen: Screen) -> list[tuple[int, int, int, int]]:
    return [screen.place_of(window) for window in screen.windows(PAGE)]


def close_windows(screen: Screen) -> bool:
    """By the keyboard, as a visitor may; False, as it takes its time."""
    for window in screen.windows(PAGE):
        screen.activate(window)
        screen.press("ctrl+w")
    return False


@threat("T32")
async def test_the_next_visitor_brings_no_cookie_and_a_closed_window_leaves_nothing(
    browser: KioskBrowser,
    folder: Path,
    kiosk_screen: Screen,
    watched_demo: WatchedDemo,
    home: Path,
) -> None:
    closed: list[bool] = []
    others = files_in(home)
    browser.closed.connect(lambda: closed.append(True))
    browser.place = Place(QRect(40, 110, 1000, 600))
    async with Program(watched_demo.endpoints) as program:
        url = (await program.start(prompt="login"))["auth_uri"]
    assert browser.open(url)
    asked = watched_demo.asked
    await until_there(lambda: any("here_before" in cookies for _, cookies in asked))
    first = only_folder_in(folder)
    assert len(processes_of(first)) > 3
    await until_there(lambda: places(kiosk_screen) == [(40, 110, 1000, 600)])

    before = len(asked)
    assert browser.open(url)
    await until_there(lambda: len(asked) > before + 1)
    path, cookies = asked[before]
    assert path.endswith("/authorize")
    assert cookies == ""
    await until_there(lambda: not first.exists() and not processes_of(first))
    assert closed == []

    await until_there(lambda: closed or close_windows(kiosk_screen))
    assert not browser.is_open
    await until_there(lambda: is_clean(folder))
    assert files_in(home) == others


@threat("T32")
async def test_even_a_browser_that_ends_in_peace_has_written_of_no_page(
    kiosk_screen: Screen, folder: Path
) -> None:
    """A usual one writes its history then; the kiosk's is killed, and its folder removed."""
    async with Site() as page:
        page.page = "<!doctype html><title>Sign in</title><script>localStorage.seen = 1</script>"
        url = QUrl(f"http://localhost:{page.port}/of-a-visitor")
        with opened(url, folder) as process:
            await until_there(lambda: kiosk_screen.windows(PAGE))
            await until_there(lambda: process.poll() is not None or close_windows(kiosk_screen))
    assert page.asked[0] == "/of-a-visitor"
    written = [each for each in (folder / "p").rglob("*") if each.is_file()]
    assert len(written) > 5
    needle = f"localhost:{page.port}".encode()
    assert [each.name for each in written if needle in each.read_bytes()] == []


@contextmanager
def opened(url: QUrl, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """As the kiosk's is, but with nobody who clears up."""
    rules = KioskRules(browser_arguments=("--no-sandbox",), is_tryout=True)
    words = arguments(rules, Pages(url, url, ("localhost",)), folder / "p", Place())
    words = [chromium(), *words]
    with subprocess.Popen(words, cwd=folder, env=environment(folder, "en")) as process:
        try:
            yield process
        finally:
            process.kill()


@threat("T33")
async def test_a_page_reaches_its_own_host_and_the_waiting_program_and_nothing_else(
    browser: KioskBrowser, folder: Path, kiosk_screen: Screen
) -> None:
    async with AsyncExitStack() as stack:
        page, answer, other = [await stack.enter_async_context(Site()) for _ in range(3)]
        page.probe(other, answer)
        back = f"http%3A%2F%2Flocalhost%3A{answer.port}"
        assert browser.open(f"http://localhost:{page.port}/?redirect_uri={back}")
        await until_there(lambda: "/tried" in page.asked)
        assert answer.asked == ["/answer"]
        await until_there(lambda: not kiosk_screen.windows("probe"))
        assert page.asked.count("/away") == 7
        assert other.asked == []
        browser.close()
        assert not browser.is_open
        await until_there(lambda: is_clean(folder))


@threat("T32")
async def test_where_no_thread_can_be_had_nothing_stays_either(
    browser: KioskBrowser, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Site() as page:
        assert browser.open(f"http://localhost:{page.port}/")
        await until_there(lambda: page.asked)
        with monkeypatch.context() as patch:
            patch.setattr(threading.Thread, "start", _no_thread)
            browser.close()
        assert is_clean(folder)


def _no_thread(thread: threading.Thread) -> None:
    """As Python says where the system has none left."""
    raise RuntimeError("can't start new thread")


@threat("T32")
async def test_a_killed_visit_takes_its_browser_along(kiosk_screen: Screen, folder: Path) -> None:
    async with Site() as page:
        visit = start_visit(folder, f"http://localhost:{page.port}/")
        await until_there(lambda: page.asked)
        own = only_folder_in(folder)
        assert len(processes_of(own)) > 3
        os.killpg(visit.pid, signal.SIGKILL)
        visit.wait(60)
        await until_there(lambda: not processes_of(own))
