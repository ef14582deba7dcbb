"""How each piece of news is called, in the panel behind a device's name and alone in a bubble."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from companyportal.domain import Action
from companyportal.records import News, Outcome

_Titles = dict[Outcome, str]


def news_title(news: News) -> str:
    """A few words without a name, beginning with a small letter."""
    return _TITLES[news.action]()[news.outcome]


def _passcode() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "passcode reset"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "passcode removed"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "passcode reset failed"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate(
            "NewsTitles", "passcode reset not supported"
        ),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "passcode reset not confirmed"),
    }


def _lock() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "locked, PIN ready"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "locked"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "remote lock failed"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate(
            "NewsTitles", "remote lock not supported"
        ),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "remote lock not confirmed"),
    }


def _status() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "status checked"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "status checked"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "status check failed"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate(
            "NewsTitles", "status check not supported"
        ),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "status check not confirmed"),
    }


def _name() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "renamed"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "renamed"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "renaming failed"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate("NewsTitles", "renaming not supported"),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "renaming not confirmed"),
    }


def _removal() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "removed"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "removed"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "removal failed"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate("NewsTitles", "removal not supported"),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "removal not confirmed"),
    }


def _factory_reset() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "factory reset done"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "factory reset done"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "factory reset failed"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate(
            "NewsTitles", "factory reset not supported"
        ),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "factory reset not confirmed"),
    }


def _restart() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "restarted"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "restarted"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "restart failed"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate("NewsTitles", "restart not supported"),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "restart not confirmed"),
    }


def _place() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "device found"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "locating done"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "locating failed"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate("NewsTitles", "locating not supported"),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "locating not confirmed"),
    }


def _key() -> _Titles:
    return {
        Outcome.READY: QCoreApplication.translate("NewsTitles", "recovery key read"),
        Outcome.DONE: QCoreApplication.translate("NewsTitles", "recovery key read"),
        Outcome.FAILED: QCoreApplication.translate("NewsTitles", "recovery key not read"),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate(
            "NewsTitles", "recovery key not supported"
        ),
        Outcome.UNKNOWN: QCoreApplication.translate("NewsTitles", "recovery key not confirmed"),
    }


_TITLES: dict[Action, Callable[[], _Titles]] = {
    Action.RESET_PASSCODE: _passcode,
    Action.REMOTE_LOCK: _lock,
    Action.SYNC: _status,
    Action.RENAME: _name,
    Action.RETIRE: _removal,
    Action.WIPE: _factory_reset,
    Action.RESTART: _restart,
    Action.LOCATE: _place,
    Action.RECOVERY_KEY: _key,
}
