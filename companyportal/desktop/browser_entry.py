"""The page with which the kiosk's browser begins: it sends on to the sign-in, and only once.

Everybody on a computer may read command lines, and what watches a computer writes them down. The
sign-in's address names who is about to sign in for the second time (``login_hint``), so the browser
is started with this page's address instead. It leads on once, and only a program of the same user.

Source: RFC 9110, 15.4.4 (303 See Other)
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from companyportal.desktop.socket_owner import is_own_users

if TYPE_CHECKING:
    from PySide6.QtNetwork import QTcpServer, QTcpSocket

_HEAD_LIMIT = 8_192
"""Bytes of a request; Chromium's has about 700."""
_END = b"\r\n\r\n"


class BrowserEntry(QObject):
    """Listens at this computer's own address until the browser came, or it is closed."""

    def __init__(self, target: QUrl, parent: QObject | None = None) -> None:
        """``target`` is where it leads. It must be allowed already."""
        # Imported here: the program waits for a visitor without it.
        from PySide6.QtNetwork import QHostAddress, QTcpServer

        super().__init__(parent)
        self._target = bytes(target.toEncoded().data())
        self._path = f"/{secrets.token_urlsafe(16)}"
        self._server: QTcpServer = QTcpServer(self)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))

    @property
    def address(self) -> QUrl | None:
        """What the browser is given; None where no port could be opened, or it has come."""
        if not self._server.isListening():
            return None
        return QUrl(f"http://localhost:{self._server.serverPort()}{self._path}")

    def close(self) -> None:
        """Free the port."""
        self._server.close()
        self.deleteLater()

    def _on_connection(self) -> None:
        while guest := self._server.nextPendingConnection():
            guest.setReadBufferSize(_HEAD_LIMIT)
            guest.readyRead.connect(lambda guest=guest: self._on_words(guest))
            guest.disconnected.connect(guest.deleteLater)
            self._on_words(guest)

    def _on_words(self, guest: QTcpSocket) -> None:
        head = bytes(guest.peek(_HEAD_LIMIT).data())
        if _END in head:
            guest.readAll()
            guest.write(self._answer(head, guest.peerPort()))
            guest.disconnectFromHost()
        elif len(head) >= _HEAD_LIMIT:
            guest.abort()

    def _answer(self, head: bytes, port: int) -> bytes:
        is_right = head.partition(b"\r\n")[0] == f"GET {self._path} HTTP/1.1".encode()
        if not (is_right and self._server.isListening() and is_own_users(port)):
            return _response(b"404 Not Found")
        self._server.close()
        return _response(b"303 See Other", b"Location: " + self._target)


def _response(status: bytes, *more: bytes) -> bytes:
    lines = (
        b"HTTP/1.1 " + status,
        b"Content-Length: 0",
        b"Connection: close",
        b"Cache-Control: no-store",
        b"Referrer-Policy: no-referrer",
        *more,
    )
    return b"\r\n".join(lines) + _END
