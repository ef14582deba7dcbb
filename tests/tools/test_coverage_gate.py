"""The coverage gate: parts, figures, shortfalls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import coverage_gate
from tools.coverage_gate import main, measured, part_of, shortfalls


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("companyportal/gate.py", "core"),
        ("companyportal/auth/session.py", "core"),
        ("companyportal/demo/server.py", "core"),
        ("companyportal/models/account.py", "core"),
        ("companyportal/views/icon.py", "views"),
        ("companyportal\\views\\icon.py", "views"),
        ("companyportal/desktop/bubbles.py", "desktop"),
        ("companyportal/app.py", "entry"),
    ],
)
def test_each_file_belongs_to_a_part(path: str, part: str) -> None:
    assert part_of(path) == part


def test_lines_and_branches_count_together() -> None:
    report = _report(
        {"companyportal/gate.py": (8, 10, 1, 2), "companyportal/store.py": (8, 8, 0, 0)}
    )
    assert measured(report) == {"core": 85.0}


def test_a_part_below_its_figure_is_named() -> None:
    assert shortfalls({"core": 99.99, "views": 95.0}, {"core": 100, "views": 90}) == [
        "coverage of core is 99.99 %, it must be 100 %"
    ]


def test_a_part_that_was_not_measured_falls_short() -> None:
    assert shortfalls({}, {"views": 90}) == ["coverage of views is 0.00 %, it must be 90 %"]


def test_the_exit_code_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage_gate, "ROOT", tmp_path)
    report = tmp_path / "report.json"
    report.write_text(json.dumps(_report({"companyportal/gate.py": (9, 10, 0, 0)})))
    for least, code in ((90, 0), (91, 1)):
        (tmp_path / "pyproject.toml").write_text(f"[tool.companyportal.coverage]\ncore = {least}\n")
        assert main(report) == code


def _report(files: dict[str, tuple[int, int, int, int]]) -> dict[str, object]:
    keys = ("covered_lines", "num_statements", "covered_branches", "num_branches")
    return {
        "files": {
            path: {"summary": dict(zip(keys, numbers, strict=True))}
            for path, numbers in files.items()
        }
    }
