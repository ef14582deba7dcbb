"""briefcase.toml: read by Briefcase's own parser, and in step with pyproject.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from briefcase.commands.base import create_config
from briefcase.config import DraftAppConfig, GlobalConfig, parse_config
from briefcase.console import Console

import companyportal
from tools.app_icons import SIZES, draw_all
from tools.package import CONFIGURATION, briefcase
from tools.run import ROOT
from tools.system_packages import WINDOW

TARGETS = [("linux", "system"), ("windows", "app"), ("macOS", "app")]


def _load(platform: str, output_format: str) -> DraftAppConfig:
    """What Briefcase makes of the file for one kind of installer."""
    console = Console()
    general, apps = parse_config(CONFIGURATION, platform, output_format, console)
    create_config(klass=GlobalConfig, config=general, msg="general")
    (app,) = apps.values()
    made: DraftAppConfig = create_config(klass=DraftAppConfig, config=app, msg="app")
    return made


@pytest.mark.parametrize(("platform", "output_format"), TARGETS)
def test_briefcase_takes_it(platform: str, output_format: str) -> None:
    app = _load(platform, output_format)
    assert (app.app_name, app.formal_name) == ("companyportal", "Company Portal")
    assert str(app.version) == companyportal.__version__
    assert app.license == "MIT"
    for name in [*app.license_files, *(app.sources or []), *(app.test_sources or [])]:
        assert (ROOT / name).exists(), name


def test_it_requires_what_the_program_requires() -> None:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for platform, output_format in TARGETS:
        assert _load(platform, output_format).requires == project["dependencies"]
    assert (
        tomllib.loads(CONFIGURATION.read_text("utf-8"))["tool"]["briefcase"]["requires_python"]
        == project["requires-python"]
    )


def test_a_deb_depends_on_the_libraries_of_the_window() -> None:
    debian: dict[str, Any] = vars(_load("linux", "system"))["debian"]
    assert debian["system_runtime_requires"] == [need.package for need in WINDOW]


def test_the_icons_are_drawn_where_it_looks(qapp: object, tmp_path: Path) -> None:
    icon = _load("linux", "system").icon
    assert icon is not None
    draw_all(tmp_path)
    assert Path(icon).parent.as_posix() == "build/icons"
    name = Path(icon).name
    for file in [f"{name}.ico", f"{name}.icns", *(f"{name}-{size}.png" for size in SIZES)]:
        assert (tmp_path / file).is_file()


def test_a_wrong_command_line_is_briefcases_own_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert briefcase(["create", "linux", "no-such-format"], Console()) != 0
    assert "Invalid format 'no-such-format'" in capsys.readouterr().out


def test_its_command_reads_briefcase_toml(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.package.CONFIGURATION", ROOT / "no-such-file.toml")
    assert briefcase(["create", "linux", "system"], Console()) != 0
    assert "no-such-file.toml" in capsys.readouterr().out
