"""One program per person and profile: a second start brings the first one to the front.

Two things can be said over the socket: "activate", and "open" with a link that is wholly one of
``deep_link.py``. No arguments, no other addresses, no tokens. The socket lies in a folder of this
user only; whoever else connects is not heard.

Which one is first is decided by a lock, not by the socket: Qt replaces an existing socket when it
listens, so two starts at the same moment would both believe to be first.
"""

from __future__ import annotations

import getpass
import hashlib
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, QTimer, Signal

from companyportal.deep_link import LONGEST, DeepLink
from companyportal.desktop.private_folder import private_folder
from companyportal.desktop.process_lock import ProcessLock

# QtNetwork is imported inside functions: the first start needs it only after its first paint.
if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)

_ACTIVATE = b"activate\n"
_OPEN = b"open "
_LONGEST = len(_OPEN) + LONGEST + 1
_PEER_LIMIT_MS = 500
_PEERS = 8
"""How many may be connected at once; one more is cut off unheard."""


class SingleInstance(QObject):
    """Makes the first start of a profile the only one.

    Signals:
        activated(): somebody started the program again; bring the window to the front.
        link_received(link: str): somebody followed a good link; it comes in place of the former.
    """

    activated = Signal()
    link_received = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None, *, quiet_ms: int = 250) -> None:
        """``name``: the profile. Starts of different profiles do not know of each other.
        ``quiet_ms``: a flood is told once in this time.
        """
        super().__init__(parent)
        self._key = _key(name)
        self._lock: ProcessLock | None = None
        self._peers: set[QLocalSocket] = set()
        self._server: QLocalServer | None = None
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)

    def claim(self, link: str = "") -> bool:
        """True: this is the first start, or there is no way to know, so go on. False: another one
        runs and was told to come to the front, or to open ``link`` if that is one, so end. Takes
        half a second at most.

        The first start has that long to ``listen``.
        """
        folder = private_folder()
        if folder is None or self._lock is not None:
            return True
        lock = ProcessLock(folder / f"{self._key}.lock")
        try:
            is_first = lock.take()
        except OSError as error:
            _log.info("no single instance: %s", error.strerror)
            return True
        if not is_first:
            good = DeepLink.parse(link)
            words = _OPEN + f"{good}\n".encode() if good is not None else _ACTIVATE
            _tell(self._address(folder), words)
            return False
        self._lock = lock
        return True

    def listen(self) -> None:
        """Hear of other starts from now on, where this is the first one."""
        from PySide6.QtNetwork import QLocalServer

        folder = private_folder()
        if folder is None or self._lock is None or self._server is not None:
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)
        if not self._server.listen(self._address(folder)):
            _log.info("a second start cannot be heard: %s", self._server.errorString())

    def close(self) -> None:
        """Make room for another start."""
        if self._server is not None:
            self._server.close()
        for peer in tuple(self._peers):
            peer.abort()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _address(self, folder: Path) -> str:
        """Windows has named pipes instead of files; Qt makes one of the bare name."""
        return self._key if sys.platform == "win32" else str(folder / self._key)

    def _on_server_new_connection(self) -> None:
        assert self._server is not None
        while (peer := self._server.nextPendingConnection()) is not None:
            self._receive(peer)

    def _receive(self, peer: QLocalSocket) -> None:
        from PySide6.QtNetwork import QLocalSocket

        if len(self._peers) >= _PEERS or not _is_same_user(peer):
            peer.abort()
            peer.deleteLater()
            return
        self._peers.add(peer)
        peer.setReadBufferSize(_LONGEST + 1)
        peer.readyRead.connect(lambda: self._on_peer_ready_read(peer))
        peer.disconnected.connect(lambda: self._on_peer_disconnected(peer))
        QTimer.singleShot(_PEER_LIMIT_MS, peer, peer.abort)
        # A quick one has said everything and gone before it was looked at.
        self._on_peer_ready_read(peer)
        if peer.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._on_peer_disconnected(peer)

    def _on_peer_ready_read(self, peer: QLocalSocket) -> None:
        said = bytes(peer.peek(_LONGEST + 1).data())
        if said == _ACTIVATE:
            peer.abort()
            self._tell_once("")
        elif (link := _link_in(said)) is not None:
            peer.abort()
            self._tell_once(str(link))
        elif not _may_go_on(said):
            peer.abort()

    def _tell_once(self, link: str) -> None:
        if self._quiet.isActive():
            return
        self._quiet.start()
        if link:
            self.link_received.emit(link)
        else:
            self.activated.emit()

    def _on_peer_disconnected(self, peer: QLocalSocket) -> None:
        if peer in self._peers:
            self._peers.remove(peer)
            peer.deleteLater()


def _link_in(said: bytes) -> DeepLink | None:
    """Only in the one way of writing it, with the line end that ends it."""
    text = said.removeprefix(_OPEN)
    if text == said or not text.endswith(b"\n") or not text.isascii():
        return None
    link = DeepLink.parse(text[:-1].decode("ascii"))
    return link if link is not None and f"{link}\n".encode() == text else None


def _may_go_on(said: bytes) -> bool:
    """True while more may come that makes something good of it."""
    if _ACTIVATE.startswith(said) or _OPEN.startswith(said):
        return True
    return said.startswith(_OPEN) and len(said) < _LONGEST and b"\n" not in said


def _tell(address: str, words: bytes) -> None:
    """Tell the first one; one that hangs or is about to end is given up after half a second."""
    from PySide6.QtNetwork import QLocalSocket

    if sys.platform == "win32":
        import ctypes

        # Only the process in front may let another one come there; -1: any.
        ctypes.WinDLL("user32").AllowSetForegroundWindow(-1)
    deadline = QDeadlineTimer(_PEER_LIMIT_MS)
    while not deadline.hasExpired():
        socket = QLocalSocket()
        socket.connectToServer(address)
        if socket.waitForConnected(deadline.remainingTime()):
            socket.write(words)
            socket.waitForBytesWritten(deadline.remainingTime())
            if socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
                socket.waitForDisconnected(deadline.remainingTime())
            return
        # It holds the lock but does not listen yet.
        QThread.msleep(20)


def _key(name: str) -> str:
    """A name that tells user and profile apart and reveals neither."""
    if sys.platform == "win32":
        user = getpass.getuser()
    else:
        user = str(os.getuid())
    digest = hashlib.sha256(f"{user}\0{name}".encode()).hexdigest()
    return f"companyportal-{digest[:16]}"


def _is_same_user(peer: QLocalSocket) -> bool:
    """Asks the system who is at the other end, where it says so; the folder's rights stand
    everywhere.

    Source: unix(7), SO_PEERCRED
    """
    if sys.platform != "linux":
        return True
    import socket
    import struct

    try:
        with socket.socket(fileno=os.dup(peer.socketDescriptor())) as end:
            packed = end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    except OSError:
        return False
    _, user_id, _ = struct.unpack("3i", packed)
    return bool(user_id == os.getuid())
