"""Whose the other end of a connection from this computer is.

Source: proc_pid_net(5), https://docs.kernel.org/networking/proc_net_tcp.html
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_TABLE = Path("/proc/net/tcp")
_HERE = bytes([127, 0, 0, 1])
_LOCAL, _USER = 1, 7
"""Columns of the table."""


def is_own_users(port: int) -> bool:
    """Whether the IPv4 socket at 127.0.0.1 and ``port`` belongs to this process's user.

    Linux only: elsewhere nobody can tell, and it is True.
    """
    if sys.platform != "linux":
        return True
    # The address stands there as the processor keeps it, the port as people write it.
    place = f"{int.from_bytes(_HERE, sys.byteorder):08X}:{port:04X}"
    rows = [line.split() for line in _TABLE.read_text(encoding="ascii").splitlines()]
    return any(row[_LOCAL] == place and row[_USER] == str(os.geteuid()) for row in rows)
