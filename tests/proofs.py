"""Marks a test as the proof of a row of docs/promises.md: ``@threat("T17")``, ``@fault("R12")``.

A row may have many proofs and a test may prove many rows. ``dev.py promises`` collects them.
"""

from __future__ import annotations

import pytest

promise = pytest.mark.promise
"""``@promise(3)``: one of the nine promises."""

threat = pytest.mark.threat
"""``@threat("T17")``: somebody who means harm."""

fault = pytest.mark.fault
"""``@fault("R12")``: something that breaks by itself."""
