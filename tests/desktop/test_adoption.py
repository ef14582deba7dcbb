"""A process of a visit may hide as well as it can: its station finds it all the same."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.proofs import promise, threat

pytestmark = [
    promise(7),
    threat("T32"),
    pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: orphans are adopted"),
]
HIDDEN = """
    import os, sys, time
    if os.fork() == 0:
        os.setsid()
        if os.fork():
            os._exit(0)
        os.execve("/bin/sh", ["sh", "-c", "echo $$ >&3; exec 3>&-; exec sleep 600"], {})
    os.wait()
    sys.stdin.read()
"""
STATION = """
    import os, sys, time
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from companyportal.desktop import adoption
    from companyportal.desktop.visit_folder import VisitFolder
    from companyportal.desktop.visit_process import VisitProcess

    app = QCoreApplication([])
    {adopt}
    visits = []
    for name in ("one", "another"):
        folder = VisitFolder(Path(sys.argv[1]) / name)
        folder.make()
        code = Path(sys.argv[2]).read_text().replace(">&3", f">{{folder.path}}/hidden")
        command, plain = [sys.executable, "-c", code], {{"PATH": "/usr/bin:/bin"}}
        visits.append(VisitProcess(command, folder, plain))
        visits[-1].start()
    files = [Path(sys.argv[1]) / name / "hidden" for name in ("one", "another")]
    while not all(file.exists() and file.read_text().strip() for file in files):
        time.sleep(0.01)
    pids = [int(file.read_text()) for file in files]

    def is_alive(pid):
        try:
            return Path(f"/proc/{{pid}}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    assert visits[0].end()
    print(*(is_alive(pid) for pid in pids))
    assert visits[1].end()
    print(*(is_alive(pid) for pid in pids))
    for pid in filter(is_alive, pids):
        os.kill(pid, 9)
"""


@pytest.mark.parametrize("adopts", [False, True])
def test_who_has_left_everything_behind_is_found_by_its_ancestors(
    tmp_path: Path, adopts: bool
) -> None:
    """Without adoption it would stay: that is what the first case shows. A visit that lives keeps
    its own.
    """
    adopt = "adoption.adopt_orphans()" if adopts else ""
    visit = textwrap.dedent(HIDDEN)
    if adopts:
        visit = "from companyportal.desktop import adoption; adoption.adopt_orphans()\n" + visit
    (tmp_path / "visit.py").write_text(visit, encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-c", textwrap.dedent(STATION).format(adopt=adopt)),
            *(str(tmp_path), str(tmp_path / "visit.py")),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    expected = ["False True", "False False"] if adopts else ["True True", "True True"]
    assert done.stdout.splitlines() == expected
