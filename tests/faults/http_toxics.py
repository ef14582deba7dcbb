"""What can be wrong with one whole answer of the service."""

from __future__ import annotations

from dataclasses import replace

from tests.faults.http_message import Message

PORTAL_PAGE = b"<!doctype html><title>Free Wi-Fi</title><h1>Accept the terms to go online</h1>"


class HttpToxic:
    """Changes answers to requests of ``method`` whose target holds ``path``; ``times``: the first
    so many only, None: all of them.
    """

    def __init__(self, path: str = "", *, method: str = "GET", times: int | None = None) -> None:
        self._path = path
        self._method = method
        self._left = times
        self.struck = 0
        """How many answers it has changed."""

    def pass_by(self, answer: Message, request: Message) -> Message:
        """The answer, changed where it is one of those."""
        is_meant = request.method == self._method and self._path in request.target
        if not is_meant or self._left == 0:
            return answer
        if self._left is not None:
            self._left -= 1
        self.struck += 1
        return self.bend(answer, request)

    def bend(self, answer: Message, request: Message) -> Message:
        """The changed answer."""
        raise NotImplementedError


class TruncateBody(HttpToxic):
    """The body ends after ``at`` bytes: the connection closes in the middle of what the head
    promised, or, ``honest``, the head promises no more than that.
    """

    def __init__(
        self,
        at: int,
        path: str = "",
        *,
        honest: bool = False,
        method: str = "GET",
        times: int | None = None,
    ) -> None:
        super().__init__(path, method=method, times=times)
        self._at = at
        self._is_honest = honest

    def bend(self, answer: Message, request: Message) -> Message:
        """See HttpToxic."""
        if self._is_honest:
            return answer.saying(answer.body[: self._at], answer.header("Content-Type"))
        return replace(answer, cut_at=len(answer.written()) - len(answer.body) + self._at)


class CutAnswer(HttpToxic):
    """Only so many bytes of the answer come, head and body counted, then the connection closes."""

    def __init__(
        self, at: int, path: str = "", *, method: str = "GET", times: int | None = None
    ) -> None:
        super().__init__(path, method=method, times=times)
        self._at = at

    def bend(self, answer: Message, request: Message) -> Message:
        """See HttpToxic."""
        return replace(answer, cut_at=self._at)


class StatusStorm(HttpToxic):
    """Every answer is this status; ``Retry_After="7"`` sets a header."""

    def __init__(
        self,
        status: int,
        path: str = "",
        *,
        method: str = "GET",
        times: int | None = None,
        **headers: str,
    ) -> None:
        super().__init__(path, method=method, times=times)
        self._status = status
        self._headers = headers

    def bend(self, answer: Message, request: Message) -> Message:
        """See HttpToxic."""
        error = {"error": {"code": "Toxic", "message": "A toxic answers."}}
        return answer.answering(self._status, **self._headers).saying(error)


class HtmlAnswer(HttpToxic):
    """A web page in place of JSON: a network's own page, or a proxy's error page."""

    def __init__(
        self,
        path: str = "",
        *,
        status: int = 200,
        method: str = "GET",
        times: int | None = None,
    ) -> None:
        super().__init__(path, method=method, times=times)
        self._status = status

    def bend(self, answer: Message, request: Message) -> Message:
        """See HttpToxic."""
        return answer.answering(self._status).saying(PORTAL_PAGE, "text/html; charset=utf-8")
