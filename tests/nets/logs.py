"""A log record at WARNING or above fails the test, unless the test said that it expects it.

Said by ``@pytest.mark.expected_logs("a pattern", …)``, or in the test by
``expected_logs.add("a pattern")``. A pattern that nothing matched fails, too.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest


class _Catcher(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line; formatting now shows wrong arguments, too."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture
def expected_logs(request: pytest.FixtureRequest) -> set[str]:
    """The patterns that this test expects to find in the log."""
    marks = request.node.iter_markers("expected_logs")
    return {pattern for mark in marks for pattern in mark.args}


@pytest.fixture(autouse=True)
def _log_net(expected_logs: set[str]) -> Iterator[None]:
    catcher = _Catcher()
    logging.getLogger().addHandler(catcher)
    yield
    logging.getLogger().removeHandler(catcher)
    lines = catcher.lines
    found = [line for line in lines if not any(re.search(p, line) for p in expected_logs)]
    if found:
        pytest.fail("unexpected in the log:\n" + "\n".join(found), pytrace=False)
    missing = [p for p in expected_logs if not any(re.search(p, line) for line in lines)]
    if missing:
        pytest.fail(f"expected in the log, but not there: {missing}", pytrace=False)


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line(
        "markers", "expected_logs(*patterns): log records that do not fail this test"
    )
