"""What a test leaves is thrown away between tests, on the main thread, and at no other moment.

Python collects cycles on whatever thread happens to allocate. Where that is a thread of an
executor, a forgotten Qt loop dies there, and Qt complains in the middle of an innocent test.

A signal that leads to a lambda keeps all that the lambda uses, often the very object with the
signal; the collector cannot see Qt's side of that cycle. The program makes such objects once. Here
they would pile up, and hear each change of theme and language until the last test: so they are
deleted.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread

_EVERYTHING_EVERY = 50
_count = 0


@pytest.fixture(autouse=True)
def _garbage_net() -> Iterator[None]:
    global _count
    yield
    _count += 1
    _let_go_of_the_mouse()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if _count % _EVERYTHING_EVERY:
        _delete_left_over(gc.get_objects(0) + gc.get_objects(1))
        gc.collect(1)
    else:
        _delete_left_over(gc.get_objects())
        gc.collect()
        # Modules and classes for the most part; nobody has to walk through them again.
        gc.freeze()


def _let_go_of_the_mouse() -> None:
    """A button that was pressed on what is gone by now would count as pressed in the next test."""
    if "PySide6.QtWidgets" not in sys.modules or QCoreApplication.instance() is None:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    held = QApplication.mouseButtons()
    if held == Qt.MouseButton.NoButton:
        return
    ground = QWidget()
    ground.show()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if held & button:
            QTest.mouseRelease(ground, button)
    ground.close()


def _delete_left_over(objects: list[object]) -> None:
    """Windows, pages and models that nobody but Python owns; what is below them goes with them.

    A fixture of a wider scope than one test cannot hold such an object, and none does.
    """
    for each in objects:
        if isinstance(each, QObject) and shiboken6.isValid(each) and _is_left_over(each):
            shiboken6.delete(each)


def _is_left_over(each: QObject) -> bool:
    is_root = each.parent() is None and shiboken6.ownedByPython(each)
    return is_root and not isinstance(each, QThread)


def pytest_configure(config: pytest.Config) -> None:
    """From now on only by hand."""
    gc.disable()


def pytest_sessionfinish() -> None:
    """Others look for their objects at the end."""
    gc.unfreeze()
