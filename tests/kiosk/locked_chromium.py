"""A real Chromium under a machine policy that nobody else on this computer sees."""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Iterable
from pathlib import Path

from companyportal.desktop.browser_policy import policy_folder, recommended
from tests.kiosk.browsing import chromium
from tests.needs import need_command, need_file

_SCRIPT = """#!/bin/sh
exec {unshare} --mount sh -c 'mount --bind {etc} /etc/chromium && exec {chromium} "$@"' - "$@"
"""


def locked_chromium(folder: Path, hosts: Iterable[str] = ()) -> str:
    """The path of a program that starts it with what ``--kiosk-browser-policy`` prints for the
    hosts, by a mount of its own over ``/etc/chromium``.
    """
    unshare = need_command("unshare", "util-linux")
    need_file("/etc/chromium", "chromium")
    program = chromium()
    etc = folder / "etc"
    shutil.copytree("/etc/chromium", etc)
    place = policy_folder(program)
    assert place is not None
    managed = etc / place.relative_to("/etc/chromium")
    managed.mkdir(parents=True)
    (managed / "kiosk.json").write_text(json.dumps(recommended(hosts)), encoding="utf-8")
    # Root may mount; anybody else may in a user namespace, in which they are root.
    words = unshare if os.geteuid() == 0 else f"{unshare} --user --map-root-user"
    script = folder / "locked-chromium"
    quoted = (shlex.quote(str(each)) for each in (etc, program))
    script.write_text(_SCRIPT.format(unshare=words, etc=next(quoted), chromium=next(quoted)))
    script.chmod(0o755)
    return str(script)
