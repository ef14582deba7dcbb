"""One program per person and profile: a second start brings the first one to the front.

The only thing that can be said over the socket is "activate": no arguments, no addresses, no
tokens. The socket lies in a folder of this user only; whoever else connects is not heard.

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

from companyportal.desktop.private_folder import private_folder
from companyportal.desktop.process_lock import ProcessLock

# QtNetwork is imported inside functions: the first start needs it only after its first paint.
if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)

_ACTIVATE = b"activate\n"
_PEER_LIMIT_MS = 500
_PEERS = 8
"""How many may be connected at once; one more is cut off unheard."""


class SingleInstance(QObject):
    """Makes the first start of a profile the only one.

    Signals:
        activated(): somebody started the program again; bring the window to the front.
    """

    activated = Signal()

    def __init__(self, name: str, parent: QObject | None = None, *, quiet_ms: int = 250) -> None:
        """``name``: the profile. Starts of different profiles do not know of each other.
        ``quiet_ms``: a flood of "activate" is told once in this time.
        """
        super().__init__(parent)
        self._key = _key(name)
        self._lock: ProcessLock | None = None
        self._peers: set[QLocalSocket] = set()
        self._server: QLocalServer | None = None
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)

    def claim(self) -> bool:
        """True: this is the first start, or there is no way to know, so go on. False: another one
        runs and was told to come to the front, so end. Takes half a second at most.

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
            _activate(self._address(folder))
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
        peer.setReadBufferSize(len(_ACTIVATE) + 1)
        peer.readyRead.connect(lambda: self._on_peer_ready_read(peer))
        peer.disconnected.connect(lambda: self._on_peer_disconnected(peer))
        QTimer.singleShot(_PEER_LIMIT_MS, peer, peer.abort)
        # A quick one has said everything and gone before it was looked at.
        self._on_peer_ready_read(peer)
        if peer.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._on_peer_disconnected(peer)

    def _on_peer_ready_read(self, peer: QLocalSocket) -> None:
        said = peer.peek(len(_ACTIVATE) + 1).data()
        if said == _ACTIVATE:
            peer.abort()
            if not self._quiet.isActive():
                self._quiet.start()
                self.activated.emit()
        elif not _ACTIVATE.startswith(said):
            peer.abort()

    def _on_peer_disconnected(self, peer: QLocalSocket) -> None:
        if peer in self._peers:
            self._peers.remove(peer)
            peer.deleteLater()


def _activate(address: str) -> None:
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
            socket.write(_ACTIVATE)
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
