"""A program of the demo organisation that is not ours: plain MSAL, plain aiohttp, and a small
server for the browser's answer.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Mapping
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import aiohttp
import msal
import requests
from aiohttp import web

from companyportal.endpoints import Endpoints
from tests.http_browser import HttpBrowser


class Program:
    """Signs people in and asks Graph; ``result`` is MSAL's last answer."""

    def __init__(self, endpoints: Endpoints) -> None:
        self.endpoints = endpoints
        self.result: dict[str, Any] = {}
        self.redirect_uri = ""
        self._answers: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self._ssl = ssl.create_default_context(cafile=endpoints.ca_file)
        self._requests = requests.Session()
        self._requests.trust_env = False
        self._requests.verify = str(endpoints.ca_file)
        self._msal: Any = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/", self._on_answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.redirect_uri = f"http://localhost:{self._runner.addresses[0][1]}"
        self.http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=self._ssl, force_close=True),
            timeout=aiohttp.ClientTimeout(total=60),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.http.close()
        await self._runner.cleanup()
        self._requests.close()

    @property
    def token(self) -> str:
        """The access token of the last sign-in."""
        return str(self.result["access_token"])

    @property
    def accounts(self) -> list[dict[str, Any]]:
        """The accounts that MSAL has in its cache."""
        return list(self._msal.get_accounts())

    async def start(self, **options: Any) -> dict[str, Any]:
        """Begin a sign-in: MSAL's flow, whose ``auth_uri`` is for the browser."""
        options.setdefault("response_mode", "form_post")
        options.setdefault("redirect_uri", self.redirect_uri)
        app, scopes = await self._app(), options.pop("scopes", list(self.endpoints.scopes))
        flow = await asyncio.to_thread(app.initiate_auth_code_flow, scopes, **options)
        return dict(flow)

    async def answer(self) -> dict[str, str]:
        """What the browser brought back."""
        return await asyncio.wait_for(self._answers.get(), 60)

    async def redeem(self, flow: Mapping[str, Any], answer: Mapping[str, str]) -> dict[str, Any]:
        """Let MSAL exchange the answer for tokens."""
        app = await self._app()
        call = app.acquire_token_by_auth_code_flow
        self.result = await asyncio.to_thread(call, dict(flow), dict(answer))
        return self.result

    async def sign_in(self, browser: HttpBrowser, **options: Any) -> dict[str, Any]:
        """A whole sign-in; the person types only where the page asks."""
        flow = await self.start(**options)
        await browser.sign_in(flow["auth_uri"])
        return await self.redeem(flow, await self.answer())

    async def silent(self, **options: Any) -> dict[str, Any]:
        """Let MSAL renew the token without the person."""
        app = await self._app()
        call = app.acquire_token_silent_with_error
        account = app.get_accounts()[0]
        scopes = list(self.endpoints.scopes)
        self.result = await asyncio.to_thread(call, scopes, account, **options)
        return self.result

    async def call(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        **query: str,
    ) -> tuple[aiohttp.ClientResponse, Any]:
        """One request to Graph: the answer and its JSON (None where it has none). Options of OData
        are written without their dollar.
        """
        headers = {"Authorization": f"Bearer {self.token if token is None else token}"}
        params = {f"${name}": value for name, value in query.items()}
        request = self.http.request(method, self._url(path), headers=headers, params=params or None)
        async with request as answer:
            return answer, await _json_of(answer)

    async def send(
        self, method: str, path: str, members: Mapping[str, Any]
    ) -> tuple[aiohttp.ClientResponse, Any]:
        """One request with a body of JSON."""
        headers = {"Authorization": f"Bearer {self.token}"}
        async with self.http.request(
            method, self._url(path), headers=headers, json=members
        ) as answer:
            return answer, await _json_of(answer)

    async def get(self, path: str, **query: str) -> Any:
        """The JSON of a GET that must be answered 200."""
        answer, body = await self.call("GET", path, **query)
        assert answer.status == 200, body
        return body

    async def ask_and_go(self, path: str, meanwhile: Awaitable[object]) -> None:
        """Send a GET to Graph, hang up without reading, and wait for ``meanwhile``."""
        address = urlsplit(self.endpoints.service)
        reader, writer = await asyncio.open_connection("localhost", address.port, ssl=self._ssl)
        head = (
            f"GET {address.path}{path} HTTP/1.1",
            f"Host: {address.netloc}",
            f"Authorization: Bearer {self.token}",
        )
        writer.write("\r\n".join((*head, "", "")).encode())
        await writer.drain()
        writer.close()
        assert await reader.read() == b""
        await meanwhile
        await writer.wait_closed()

    async def token_request(self, **form: str) -> tuple[int, dict[str, Any]]:
        """A request to the token endpoint, by hand."""
        url = f"{self.endpoints.authority}/oauth2/v2.0/token"
        async with self.http.post(url, data=form) as answer:
            return answer.status, await answer.json()

    def _url(self, path: str) -> str:
        """A whole address; "/beta/…" leaves v1.0."""
        if path.startswith("https:"):
            return path
        service = self.endpoints.service
        return (service.removesuffix("/v1.0") if path.startswith("/beta/") else service) + path

    async def _app(self) -> Any:
        if self._msal is None:
            self._msal = await asyncio.to_thread(
                msal.PublicClientApplication,
                self.endpoints.client_id,
                authority=self.endpoints.authority,
                instance_discovery=False,
                http_client=self._requests,
            )
        return self._msal

    async def _on_answer(self, request: web.Request) -> web.Response:
        form = await request.post()
        fields = {**request.query, **{name: str(value) for name, value in form.items()}}
        self._answers.put_nowait(fields)
        return web.Response(text="You may close this tab.")


async def _json_of(answer: aiohttp.ClientResponse) -> Any:
    body = await answer.read()
    return await answer.json() if body and answer.status != 204 else None
