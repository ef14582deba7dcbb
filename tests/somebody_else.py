"""What another user of the computer would find: for a moment, this process is one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

VISITOR, OTHER = 61_817, 61_818
"""Users that no system has."""
only_root = pytest.mark.skipif(os.getuid() != 0, reason="only on a machine where tests run as root")


@contextmanager
def somebody_else(user: int = VISITOR) -> Iterator[None]:
    """Root without root's rights: the effective user, their group and no other.

    Import nothing meanwhile: the interpreter may lie where only root may look, and Python remembers
    for good what it did not find.
    """
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(user)
    os.seteuid(user)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)
