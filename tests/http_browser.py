"""A browser without a screen: follows the sign-in pages' forms and keeps cookies, no Chromium
needed.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from html.parser import HTMLParser
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import aiohttp


@dataclass
class Form:
    """One form of a page, as it would be submitted."""

    action: str
    method: str = "get"
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Page:
    """What the browser shows now."""

    url: str
    status: int
    text: str
    headers: dict[str, str]
    form: Form | None

    @property
    def is_sign_in(self) -> bool:
        """True where the page asks for name and password."""
        return self.form is not None and "passwd" in self.form.fields


class HttpBrowser:
    """Signs in like a person; ``username`` and ``password`` are used for addresses that the program
    opens by itself.

    A page that sends itself on to the program (form_post) is sent on, as a browser's script would.
    """

    def __init__(self, *, language: str = "en", username: str = "", password: str = "demo") -> None:
        self.username = username
        self.password = password
        self.opened: list[str] = []
        """Every address that the program opened."""
        self.pages: list[Page] = []
        """Every page that was shown."""
        self.failures: list[aiohttp.ClientError] = []
        """Visits of the program's own addresses that found nobody."""
        self._language = language
        self._visits: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            headers={"Accept-Language": self._language},
            connector=aiohttp.TCPConnector(force_close=True),
            timeout=aiohttp.ClientTimeout(total=60),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for visit in self._visits:
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)
        assert self._session is not None
        await self._session.close()

    async def open(self, url: str) -> Page:
        """Go to an address, follow redirects, and send self-sending pages on."""
        return await self._visit("GET", url)

    async def submit(self, page: Page, button: tuple[str, str] | None = None, **typed: str) -> Page:
        """Send the page's form with what was typed, by that button."""
        assert page.form is not None
        fields = {**page.form.fields, **typed}
        if button is not None:
            fields[button[0]] = button[1]
        return await self._visit(page.form.method, page.form.action, fields)

    async def sign_in(self, url: str, username: str = "", password: str = "") -> Page:
        """Open the address, type name and password where they are asked for, and send them."""
        page = await self.open(url)
        if not page.is_sign_in:
            return page
        return await self.submit(
            page,
            ("submit", "1"),
            loginfmt=username or self.username,
            passwd=password or self.password,
        )

    async def cancel(self, url: str) -> Page:
        """Open the address and press Cancel."""
        return await self.submit(await self.open(url), ("cancel", "1"))

    def open_url(self, url: str) -> bool:
        """What the program calls: the visit goes on by itself on the running loop."""
        self.opened.append(url)
        visit = asyncio.get_running_loop().create_task(self._sign_in_alone(url))
        self._visits.add(visit)
        return True

    async def settle(self) -> None:
        """Wait for the visits that ``open_url`` began; their errors come out here."""
        await asyncio.gather(*self._visits)

    def forget(self) -> None:
        """Lose all cookies."""
        assert self._session is not None
        self._session.cookie_jar.clear()

    async def _sign_in_alone(self, url: str) -> None:
        try:
            await self.sign_in(url)
        except aiohttp.ClientError as error:
            self.failures.append(error)

    async def _visit(self, method: str, url: str, data: dict[str, str] | None = None) -> Page:
        assert self._session is not None
        async with self._session.request(method.upper(), url, data=data) as answer:
            text = await answer.text()
            page = Page(str(answer.url), answer.status, text, dict(answer.headers), None)
        page.form = _form_of(page)
        self.pages.append(page)
        if page.form and page.form.action != page.url and not page.is_sign_in and page.form.fields:
            return await self._visit(page.form.method, page.form.action, page.form.fields)
        return page


class _FormParser(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self.form: Form | None = None
        self._url = url

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and self.form is None:
            action = urljoin(self._url, given.get("action", ""))
            self.form = Form(action, given.get("method", "get"))
        elif self.form is None:
            return
        elif tag == "input":
            self.form.fields[given["name"]] = given.get("value", "")
        elif tag == "button" and "name" in given and "form" not in given:
            self.form.buttons.append((given["name"], given.get("value", "")))


def _form_of(page: Page) -> Form | None:
    if "html" not in page.headers.get("Content-Type", ""):
        return None
    parser = _FormParser(page.url)
    parser.feed(page.text)
    return parser.form
