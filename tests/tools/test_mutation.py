"""The score of the mutations: what counts as noticed, and that all that is judged is there."""

from __future__ import annotations

import tomllib

import pytest

from tools import mutation
from tools.run import ROOT, Failed

SUBJECTS = {"gate": "companyportal.gate.*", "store": "companyportal.store*"}


def test_what_is_judged_exists() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    for pattern in asked["only_mutate"]:
        assert list(ROOT.glob(pattern)), pattern
    for path in (*asked["pytest_add_cli_args_test_selection"], *asked["also_copy"]):
        assert (ROOT / path).exists(), path


def test_a_change_is_noticed_by_a_test_that_fails_or_never_ends() -> None:
    scores = mutation.judge(
        [
            "    companyportal.gate.xǁGateǁuse__mutmut_1: killed",
            "    companyportal.gate.xǁGateǁuse__mutmut_2: timeout",
            "    companyportal.gate.xǁGateǁuse__mutmut_3: survived",
            "    companyportal.store_rows.x_row__mutmut_1: no tests",
            "",
        ],
        SUBJECTS,
    )
    assert scores["gate"].percent == pytest.approx(200 / 3)
    assert scores["gate"].unnoticed == ["companyportal.gate.xǁGateǁuse__mutmut_3"]
    assert (scores["store"].percent, scores["store"].total) == (0.0, 1)


def test_what_was_not_asked_for_is_told() -> None:
    with pytest.raises(Failed, match=r"companyportal\.clock"):
        mutation.judge(["companyportal.clock.x_now__mutmut_1: killed"], SUBJECTS)


def test_a_subject_without_changes_has_no_score() -> None:
    assert mutation.judge([], SUBJECTS)["gate"].percent == 0.0
