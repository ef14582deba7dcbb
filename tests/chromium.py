"""A real headless Chromium, driven through the sign-in pages like a person's own browser.

Selenium blocks, so the methods that tests call run its calls in a thread.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.needs import need_command

_T = TypeVar("_T")
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--no-default-browser-check --window-size=900,900"
)
_PATIENCE_S = 60


class Chromium:
    """A browser with a profile of its own; ``open_url`` is what the program calls."""

    def __init__(self, *, language: str = "en") -> None:
        self.username = ""
        self.password = "demo"
        self.opened: list[str] = []
        """Every address that the program opened."""
        self._language = language
        self._visits: set[asyncio.Future[str]] = set()

    async def __aenter__(self) -> Self:
        need_command("chromium", "chromium")
        driver = need_command("chromedriver", "chromium-driver")
        # One thread: a WebDriver session takes one command at a time.
        self._thread = ThreadPoolExecutor(1, "chromium")
        self._profile = tempfile.TemporaryDirectory(prefix="chromium-")
        self._driver = await self._run(lambda: self._start(driver))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await asyncio.gather(*self._visits, return_exceptions=True)
        await self._run(self._driver.quit)
        self._thread.shutdown()
        self._profile.cleanup()

    async def sign_in(self, url: str, username: str = "", password: str = "") -> str:
        """Open the address, type name and password where they are asked for, and send them; the
        text of the page that comes last.
        """
        name, word = username or self.username, password or self.password
        return await self._run(lambda: self._sign_in(url, name, word))

    async def cancel(self, url: str) -> str:
        """Open the address and press Cancel; the text of the page that comes last."""
        return await self._run(lambda: self._press(url, "cancel"))

    async def text(self) -> str:
        """The words on the page that is shown now."""
        return await self._run(self._text)

    async def screenshot(self) -> bytes:
        """The page that is shown now, as PNG."""
        return await self._run(lambda: bytes(self._driver.get_screenshot_as_png()))

    async def run(self, work: Callable[[webdriver.Chrome], _T]) -> _T:
        """Anything else, in the browser's thread."""
        return await self._run(lambda: work(self._driver))

    def open_url(self, url: str) -> bool:
        """What the program calls: the browser signs ``username`` in by itself."""
        self.opened.append(url)
        loop = asyncio.get_running_loop()
        name, word = self.username, self.password
        visit = loop.run_in_executor(self._thread, lambda: self._sign_in(url, name, word))
        self._visits.add(visit)
        return True

    async def settle(self) -> None:
        """Wait for the visits that ``open_url`` began; their errors come out here."""
        await asyncio.gather(*self._visits)

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _start(self, driver: str) -> webdriver.Chrome:
        options = webdriver.ChromeOptions()
        for flag in _FLAGS.split():
            options.add_argument(flag)
        options.add_argument(f"--lang={self._language}")
        options.add_argument(f"--accept-lang={self._language}")
        options.add_argument(f"--user-data-dir={self._profile.name}")
        options.add_experimental_option("prefs", {"intl.accept_languages": self._language})
        return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))

    def _sign_in(self, url: str, username: str, password: str) -> str:
        self._driver.get(url)
        if names := self._driver.find_elements(By.NAME, "loginfmt"):
            names[0].clear()
            names[0].send_keys(username)
            self._driver.find_element(By.NAME, "passwd").send_keys(password)
            self._leave(self._driver.find_element(By.ID, "submit"))
        return self._text()

    def _press(self, url: str, button: str) -> str:
        self._driver.get(url)
        self._leave(self._driver.find_element(By.ID, button))
        return self._text()

    def _leave(self, button: WebElement) -> None:
        """Press a button and wait for the page after it, past one that sends itself on."""
        before: Any = self._driver.find_element(By.TAG_NAME, "html").id
        button.click()
        WebDriverWait(self._driver, _PATIENCE_S).until(lambda _: self._has_moved(before))

    def _has_moved(self, before: str) -> bool:
        pages = self._driver.find_elements(By.TAG_NAME, "html")
        is_other = bool(pages) and pages[0].id != before
        is_whole = self._driver.execute_script("return document.readyState") == "complete"
        return is_other and is_whole and not self._driver.find_elements(By.ID, "answer")

    def _text(self) -> str:
        return self._driver.find_element(By.TAG_NAME, "body").text
