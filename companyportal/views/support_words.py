"""The details for the service desk, in words: exactly what is shown is copied."""

from __future__ import annotations

import platform

from PySide6.QtCore import QCoreApplication, QSysInfo, qVersion
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from companyportal.models.account import AccountState
from companyportal.models.failure import Failure
from companyportal.models.support_facts import SupportFacts


def support_text(facts: SupportFacts) -> str:
    """One fact a line, then the failures in the same way, each a paragraph."""
    lines = [*_program(), *_state(facts)]
    if facts.failures:
        title = QCoreApplication.translate("SupportWords", "Last failures, newest first:")
        lines += ["", title, "\n\n".join(_failure(each) for each in facts.failures)]
    return "\n".join(lines)


def _line(name: str, value: str) -> str:
    line = QCoreApplication.translate("SupportWords", "{name}: {value}")
    return line.format(name=name, value=value)


def _program() -> list[str]:
    product = QCoreApplication.translate("SupportWords", "Company Portal {version}")
    return [
        product.format(version=QApplication.applicationVersion()),
        f"Python {platform.python_version()} · Qt {qVersion()}",
        f"{QSysInfo.prettyProductName()} · {QSysInfo.currentCpuArchitecture()}",
    ]


def _state(facts: SupportFacts) -> list[str]:
    has_tray = QSystemTrayIcon.isSystemTrayAvailable()
    return [
        _line(QCoreApplication.translate("SupportWords", "Connection"), _connection(facts)),
        _line(QCoreApplication.translate("SupportWords", "Session"), _session(facts.session)),
        _line(
            QCoreApplication.translate("SupportWords", "Key store"), _yes(not facts.lacks_key_store)
        ),
        _line(QCoreApplication.translate("SupportWords", "Notification area"), _yes(has_tray)),
        _line(QCoreApplication.translate("SupportWords", "Policy"), _yes(facts.has_policy)),
    ]


def _connection(facts: SupportFacts) -> str:
    return f"{facts.connection} ({facts.cloud})" if facts.cloud else facts.connection


def _session(state: AccountState) -> str:
    words = {
        AccountState.STARTING: QCoreApplication.translate("SupportWords", "starting"),
        AccountState.SIGNED_OUT: QCoreApplication.translate("SupportWords", "signed out"),
        AccountState.SIGNING_IN: QCoreApplication.translate("SupportWords", "signing in"),
        AccountState.SIGNED_IN: QCoreApplication.translate("SupportWords", "signed in"),
        AccountState.SIGNING_OUT: QCoreApplication.translate("SupportWords", "signing out"),
    }
    return words[state]


def _yes(is_so: bool) -> str:
    yes = QCoreApplication.translate("SupportWords", "yes")
    return yes if is_so else QCoreApplication.translate("SupportWords", "no")


def _failure(failure: Failure) -> str:
    """Only the task and the time are always known."""
    facts = (
        (QCoreApplication.translate("SupportWords", "Time"), f"{failure.at:%Y-%m-%d %H:%M:%S} UTC"),
        (QCoreApplication.translate("SupportWords", "Task"), failure.task),
        (QCoreApplication.translate("SupportWords", "Error"), failure.kind),
        (QCoreApplication.translate("SupportWords", "Status"), str(failure.status or "")),
        (QCoreApplication.translate("SupportWords", "Code"), failure.code),
        (QCoreApplication.translate("SupportWords", "Request"), failure.request_id),
    )
    return "\n".join(_line(name, value) for name, value in facts if value)
