"""Requests that come to a loopback port and should not, and the one that should."""

from __future__ import annotations

from urllib.parse import urlencode

STATE = "q7Jr0cJ2mN8sW1vYb3xZ5A"


SITE = "https://login.example"


FORM = "application/x-www-form-urlencoded"


GOOD = {"code": "0.AbC-d_e", "state": STATE, "session_state": "x"}


def request(
    port: int,
    body: bytes | str | None = None,
    *,
    line: str = "POST / HTTP/1.1",
    extra: str = "",
    **headers: str | None,
) -> bytes:
    """A request as a browser makes it, with changes; None removes a header."""
    content = urlencode(GOOD) if body is None else body
    raw = content.encode() if isinstance(content, str) else content
    wanted: dict[str, str | None] = {
        "Host": f"localhost:{port}",
        "Origin": SITE,
        "Content-Type": FORM,
        "Content-Length": str(len(raw)),
    }
    wanted |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}\r\n" for name, value in wanted.items() if value is not None]
    return f"{line}\r\n{''.join(lines)}{extra}\r\n".encode("latin-1") + raw


def form(**changes: str) -> str:
    return urlencode(GOOD | changes)


def hostile(port: int) -> dict[str, bytes]:
    """Every one of them, by what is wrong with it."""
    return {**_wrong_lines_and_places(port), **_wrong_heads(port), **_wrong_bodies(port)}


def _wrong_lines_and_places(port: int) -> dict[str, bytes]:
    good = urlencode(GOOD)
    return {
        "GET with the answer": request(port, b"", line=f"GET /?{good} HTTP/1.1"),
        "GET with a body": request(port, line="GET / HTTP/1.1"),
        "PUT": request(port, line="PUT / HTTP/1.1"),
        "HEAD": request(port, line="HEAD / HTTP/1.1"),
        "post in small letters": request(port, line="post / HTTP/1.1"),
        "no version": request(port, line="POST /"),
        "bare line ends": request(port).replace(b"\r\n", b"\n") + b"\r\n\r\n",
        "OPTIONS": request(port, b"", line="OPTIONS / HTTP/1.1"),
        "other path": request(port, line="POST /x HTTP/1.1"),
        "query": request(port, line="POST /?a HTTP/1.1"),
        "absolute address": request(port, line=f"POST http://localhost:{port}/ HTTP/1.1"),
        "HTTP/2": request(port, line="POST / HTTP/2"),
        "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        "not ASCII": request(port, line="POST /\xe9 HTTP/1.1"),
        "rebound name": request(port, Host=f"evil.example:{port}"),
        "name that begins alike": request(port, Host=f"localhost.evil.example:{port}"),
        "dot at the end of Host": request(port, Host=f"localhost.:{port}"),
        "user in Host": request(port, Host=f"localhost@evil.example:{port}"),
        "no port in Host": request(port, Host="localhost"),
        "other port in Host": request(port, Host="localhost:1"),
        "no Host": request(port, Host=None),
        "two Hosts": request(port, extra=f"Host: localhost:{port}\r\n"),
        "foreign origin": request(port, Origin="https://evil.example"),
        "origin of another port": request(port, Origin=SITE + ":8443"),
        "origin by http": request(port, Origin=SITE.replace("https", "http")),
        "two origins": request(port, extra="Origin: null\r\n"),
    }


def _wrong_heads(port: int) -> dict[str, bytes]:
    return {
        "text, as a page of anybody may send it": request(port, Content_Type="text/plain"),
        "JSON": request(port, Content_Type="application/json"),
        "multipart": request(port, Content_Type="multipart/form-data; boundary=x"),
        "no type": request(port, Content_Type=None),
        "no length": request(port, Content_Length=None),
        "negative length": request(port, Content_Length="-1"),
        "length with a plus": request(port, Content_Length="+20"),
        "length in other digits": request(port, Content_Length="²"),
        "two lengths": request(port, extra="Content-Length: 1\r\n"),
        "endless length": request(port, Content_Length="9" * 5000),
        "a gigabyte": request(port, Content_Length="1073741824"),
        "one byte too much": request(port, form(x="x" * 16384), Content_Length="16385"),
        "chunked": request(port, extra="Transfer-Encoding: chunked\r\n"),
        "expects 100": request(port, extra="Expect: 100-continue\r\n"),
        "folded header": request(port, extra=" folded: x\r\n"),
        "blank before the colon": request(port, extra="X : x\r\n"),
        "header without a name": request(port, extra=": x\r\n"),
        "header without a colon": request(port, extra="nonsense\r\n"),
        "huge header": request(port, extra=f"X: {'x' * 40_000}\r\n"),
    }


def _wrong_bodies(port: int) -> dict[str, bytes]:
    good = urlencode(GOOD)
    return {
        "wrong state": request(port, form(state=STATE[:-1] + "B")),
        "state in other letters": request(port, form(state=STATE.swapcase())),
        "state and more": request(port, form(state=STATE + "\0")),
        "shorter state": request(port, form(state=STATE[:-1])),
        "empty state": request(port, form(state="")),
        "state not ASCII": request(port, form(state="é" * 22)),
        "no state": request(port, "code=x"),
        "two states": request(port, f"{good}&state={STATE}"),
        "two states, wrong first": request(port, f"state=x&{good}"),
        "two codes": request(port, f"{good}&code=y"),
        "neither code nor error": request(port, f"state={STATE}"),
        "empty code": request(port, form(code="")),
        "code and error": request(port, form(error="access_denied")),
        "not UTF-8": request(port, f"{good}&x=%ff"),
        "raw bytes": request(port, good.encode() + b"&x=\xff"),
        "field without a value": request(port, f"{good}&x"),
        "too many fields": request(port, good + "&".join(f"&f{i}=1" for i in range(40))),
        "empty body": request(port, b""),
    }
