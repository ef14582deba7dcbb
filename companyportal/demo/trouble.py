"""What stands between the network and the sites: notes each request, dates each answer, turns
GraphError into JSON, and plays the faults of the way to Graph.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Awaitable, Callable
from email.utils import format_datetime

from aiohttp import web

from companyportal.demo import cut
from companyportal.demo.callers import CHANGES
from companyportal.demo.graph_error import GraphError
from companyportal.demo.tenant import Post, SeenRequest, Tenant

_REQUEST_ID = web.RequestKey("request-id", str)
_Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
_CAPTIVE = (
    "<!doctype html><title>Free Wi-Fi</title><h1>Welcome</h1><p>Accept the terms to go online.</p>"
)


class Trouble:
    """The middlewares of one site; ``user_of`` tells whose token a request carries."""

    def __init__(
        self, tenant: Tenant, site: str, user_of: Callable[[web.Request], str] | None = None
    ) -> None:
        self._tenant = tenant
        self._site = site
        self._user_of = user_of

    def install(self, app: web.Application) -> None:
        """Put everything around the routes of ``app``."""

        @web.middleware
        async def around(request: web.Request, handler: _Answer) -> web.StreamResponse:
            return await self._around(request, handler)

        app.middlewares.append(around)
        app.on_response_prepare.append(self._date)

    def _is_graph(self, request: web.Request) -> bool:
        return self._site == "programs" and not request.path.startswith(
            f"/{self._tenant.organisation.tenant_id}/"
        )

    async def _around(self, request: web.Request, answer: _Answer) -> web.StreamResponse:
        is_graph = self._is_graph(request)
        self._note(request, "graph" if is_graph else self._site)
        if not is_graph:
            return await answer(request)
        request[_REQUEST_ID] = str(uuid.uuid4())
        line = cut.Line(request)
        try:
            return await self._graph(request, answer, line)
        except GraphError as error:
            return self._error(request, error)
        except cut.CutOff:
            line.reset()
            return web.Response(status=500)

    async def _graph(
        self, request: web.Request, answer: _Answer, line: cut.Line
    ) -> web.StreamResponse:
        tenant, faults = self._tenant, self._tenant.faults
        if faults.strikes("latency"):
            await tenant.clock.sleep(tenant.latency_s)
        if faults.strikes("html-200"):
            return web.Response(text=_CAPTIVE, content_type="text/html")
        if faults.strikes("throttle"):
            headers = {"Retry-After": tenant.retry_after}
            raise GraphError(429, "TooManyRequests", "Please retry again later.", headers=headers)
        if faults.strikes("storm-500"):
            raise GraphError(500, "InternalServerError", "An error has occurred.", is_intune=True)
        if faults.strikes("storm-503"):
            raise GraphError(503, "ServiceUnavailable", "The service is unavailable.")
        if faults.strikes("reset"):
            return await self._halved(request, answer, line.reset)
        if faults.strikes("truncation"):
            return await self._halved(request, answer, line.close)
        return await answer(request)

    async def _halved(
        self, request: web.Request, answer: _Answer, end: Callable[[], None]
    ) -> web.StreamResponse:
        """Half of a good answer to a GET; half of nothing to a POST, which is not carried out."""
        whole: web.StreamResponse = web.Response()
        if request.method == "GET":
            whole = await answer(request)
        assert isinstance(whole, web.Response)
        half = await cut.send_half(request, whole)
        end()
        return half

    def _error(self, request: web.Request, error: GraphError) -> web.Response:
        body = error.body(
            now=self._tenant.clock.now(),
            request_id=request[_REQUEST_ID],
            client_request_id=_client_request_id(request),
        )
        if "hostile-texts" in self._tenant.faults:
            for name in ("code", "message"):
                body["error"][name] += self._tenant.hostile_text
        return web.Response(
            text=json.dumps(body),
            status=error.status,
            content_type="application/json",
            headers=error.headers,
        )

    async def _date(self, request: web.Request, response: web.StreamResponse) -> None:
        """Date by the demo's clock, and the ids by which Graph's answers are known."""
        response.headers["Date"] = format_datetime(self._tenant.clock.now(), usegmt=True)
        if _REQUEST_ID in request:
            response.headers["request-id"] = request[_REQUEST_ID]
            response.headers["client-request-id"] = _client_request_id(request)

    def _note(self, request: web.Request, site: str) -> None:
        self._tenant.note(
            SeenRequest(
                site="identity" if site == "programs" else site,
                method=request.method,
                host=request.host,
                path=request.path,
                query=dict(request.query),
                headers=dict(request.headers),
            )
        )
        if site == "graph" and request.method in CHANGES:
            parts = request.path.split("/")
            device_id = parts[4] if len(parts) > 4 else ""
            user = self._user_of(request) if self._user_of else ""
            self._tenant.posts.append(Post(request.path, device_id, user))


def _client_request_id(request: web.Request) -> str:
    """The caller's own id, echoed; Graph's where there is none."""
    return request.headers.get("client-request-id") or str(request[_REQUEST_ID])
