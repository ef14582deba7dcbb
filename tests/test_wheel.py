"""A wheel built from the tree holds everything, and runs from an empty folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

import companyportal
from tools.environment import python_of, site_packages_of
from tools.run import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

LIMIT_S = 60
OPEN_ALL = """
import sys
from pathlib import Path
from companyportal import resources
assert Path(sys.prefix) in Path(resources.__file__).parents, resources.__file__
for name in sys.stdin.read().split("\\n"):
    assert resources.path(name).read_bytes() or name.endswith(".qm"), name
    print(resources.path(name))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment into which the wheel is installed, beside the packages of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True, timeout=4 * LIMIT_S)
    (wheel,) = folder.glob("*.whl")
    place = folder / "venv"
    venv.create(place, with_pip=False)
    install = ["install", "-qq", "--no-deps", "--no-index", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip", "--python", str(python_of(place)), *install, str(wheel)]
    subprocess.run(pip, check=True, timeout=LIMIT_S)
    ours = sysconfig.get_path("purelib")
    (site_packages_of(place) / "packages-of-the-tests.pth").write_text(ours, encoding="utf-8")
    return place


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder with nothing in it to be found by accident."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_it_says_its_version(installed: Path, empty: Path) -> None:
    done = subprocess.run(
        [_program(installed), "--version"],
        cwd=empty,
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=LIMIT_S,
    )
    assert done.stdout.split()[-1] == companyportal.__version__


def test_every_resource_is_in_it(installed: Path, empty: Path) -> None:
    folder = ROOT / "resources"
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    names = {path.as_posix() for path in files if path.suffix not in {".ts", ".qm"}}
    names |= {path.with_suffix(".qm").as_posix() for path in files if path.suffix == ".ts"}
    assert len(names) > 40
    done = subprocess.run(
        [str(python_of(installed)), "-I", "-c", OPEN_ALL],
        cwd=empty,
        input="\n".join(sorted(names)),
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )
    assert done.returncode == 0, done.stderr
    assert str(ROOT) not in done.stdout


def test_it_serves_the_demo_organisation(installed: Path, empty: Path) -> None:
    server = subprocess.Popen(
        [_program(installed), "demo-server"],
        cwd=empty,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        told = json.loads(server.stdout.readline())
    finally:
        server.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        output, errors = server.communicate(timeout=LIMIT_S)
    assert {"authority", "graph", "ca_file", "client_id", "tenant_id", "people"} <= told.keys()
    assert len(told["people"]) >= 3
    assert (output, errors) == ("", "")


def _program(place: Path) -> str:
    return str(python_of(place).with_name("companyportal" + (".exe" if os.name == "nt" else "")))


def _environment() -> dict[str, str]:
    """This one's, without a way back to the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
