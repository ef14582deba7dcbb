"""A page that tries to reach whatever it should not, and sites that note who came."""

from __future__ import annotations

import asyncio
import json
from types import TracebackType
from typing import Self

from aiohttp import web

_PAGE = """<!doctype html><title>probe</title><body><script>
const addresses = ADDRESSES, answer = "ANSWER";
const seen = [];
for (const each of addresses) {
  const frame = document.createElement("iframe");
  frame.src = each + "/frame";
  const away = document.createElement("iframe");
  away.src = "/away?to=" + encodeURIComponent(each + "/redirect");
  const picture = new Image();
  const socket = new WebSocket(each.replace("http", "ws") + "/socket");
  for (const one of [frame, away, picture])
    seen.push(new Promise(done => one.onload = one.onerror = done));
  seen.push(new Promise(done => socket.onclose = done));
  seen.push(fetch(each + "/fetch", {mode: "no-cors"}));
  picture.src = each + "/picture";
  document.body.append(frame, away);
}
const caller = new RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.1:DATAGRAMS"}]});
caller.createDataChannel("probe");
seen.push(new Promise(done => caller.onicegatheringstatechange =
  () => caller.iceGatheringState == "complete" && done()));
caller.createOffer().then(offer => caller.setLocalDescription(offer));
Promise.allSettled(seen)
  .then(() => fetch(answer + "/answer", {mode: "no-cors"}))
  .then(() => fetch("/tried"))
  .then(() => location.href = "/away?to=" + encodeURIComponent(addresses[0] + "/whole"));
</script>"""


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, asked: list[str]) -> None:
        self._asked = asked

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._asked.append("a datagram")


class Site:
    """On a port of this computer, and one for datagrams; ``asked`` are the paths of the requests
    it got.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.page = ""

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = int(self._runner.addresses[0][1])
        loop = asyncio.get_running_loop()
        self._datagrams, _ = await loop.create_datagram_endpoint(
            lambda: _Datagrams(self.asked), local_addr=("127.0.0.1", 0)
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._datagrams.close()
        await self._runner.cleanup()

    def probe(self, other: Site, answer: Site) -> None:
        """Show the page that tries to reach the other site by each of its names."""
        names = ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "foreign.localhost", "2130706433")
        addresses = [f"http://{name}:{other.port}" for name in names]
        datagrams = other._datagrams.get_extra_info("sockname")[1]
        self.page = (
            _PAGE.replace("ADDRESSES", json.dumps(addresses))
            .replace("ANSWER", f"http://localhost:{answer.port}")
            .replace("DATAGRAMS", str(datagrams))
        )

    async def _answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        if request.path == "/away":
            return web.Response(status=302, headers={"Location": request.query["to"]})
        return web.Response(text=self.page, content_type="text/html")
