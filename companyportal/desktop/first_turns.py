"""The turns of Qt's own event loop before there is one of asyncio.

asyncio and qasync cost a fifth of the time to the first picture, which needs neither.
"""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance

LIMIT_MS = 1_000
"""A window that nobody can see, on another desktop or behind a locked screen, is never painted."""


def turn_until(*signals: SignalInstance) -> None:
    """Let Qt handle its events until one of these is emitted, for a second at most.

    Keys and clicks wait for later turns: what they ask for would need asyncio's loop. Call it
    before any coroutine runs.
    """
    loop = QEventLoop()
    for signal in signals:
        signal.connect(loop.quit)
    QTimer.singleShot(LIMIT_MS, loop, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
