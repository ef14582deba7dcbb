"""Where CI runs, a lacking tool fails; only what another operating system is for may be skipped."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest


def is_ci() -> bool:
    """True where every tool has to be there."""
    return os.environ.get("CI", "").lower() == "true"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip for want of something into a failure."""
    report = yield
    if report.skipped and is_ci() and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not reason.removeprefix("Skipped: ").startswith("only on "):
            report.outcome = "failed"
            report.longrepr = f"skipped where CI=true: {reason}"
    return report
