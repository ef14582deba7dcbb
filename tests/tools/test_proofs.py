"""docs/promises.md says what the markers on tests say, and tells when a promise has no test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import proofs
from tools.proofs import Proof, Row

RESULTS = """<testsuites><testsuite>
<testcase classname="tests.test_a" name="test_good[one]"><system-out/></testcase>
<testcase classname="tests.test_a" name="test_bad"><failure/></testcase>
<testcase classname="tests.test_a" name="test_left_out"><skipped/></testcase>
<testcase classname="tests.test_a" name="test_half[one]"/>
<testcase classname="tests.test_a" name="test_half[two]"><failure/></testcase>
<testcase classname="tests.test_c" name="test_whole"/>
</testsuite></testsuites>"""
SOURCE = """
from tests.proofs import fault, promise, threat
pytestmark = [fault("R01")]
CASES = [pytest.param(1, marks=fault("R02"))]

@threat("T01")
@promise(4)
def test_one(): ...

@pytest.mark.parametrize("n", [pytest.param(1, marks=threat("T02"))])
async def test_two(n): ...

def test_three(): threat("T03")
"""


def test_the_page_is_what_the_markers_say() -> None:
    page = proofs.PAGE.read_text(encoding="utf-8")
    assert page == proofs.page(proofs.rows()), "run `python3 dev.py promises`"


def test_every_promise_and_every_grave_row_has_a_test() -> None:
    assert proofs.unproven(proofs.rows()) == []


def test_markers_are_found_on_files_tests_and_parameters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proofs, "ROOT", tmp_path)
    (tmp_path / "test_it.py").write_text(SOURCE, encoding="utf-8")
    assert proofs._proofs([tmp_path / "test_it.py"]) == {
        ("fault", "R01"): {Proof("test_it.py")},
        ("fault", "R02"): {Proof("test_it.py")},
        ("threat", "T01"): {Proof("test_it.py", "test_one")},
        ("promise", "4"): {Proof("test_it.py", "test_one")},
        ("threat", "T02"): {Proof("test_it.py", "test_two")},
    }


@pytest.mark.parametrize(
    ("row", "is_missing"),
    [
        (Row("threat", "T", "", proofs=[Proof("tests/test_a.py", "test_good")]), False),
        (Row("threat", "T", "", proofs=[Proof("tests/test_a.py")]), True),
        (Row("threat", "T", "", proofs=[Proof("tests/test_c.py")]), False),
        (Row("threat", "T", "", proofs=[Proof("tests/test_a.py", "test_half")]), True),
        (Row("threat", "T", "", proofs=[Proof("tests/test_a.py", "test_bad")]), True),
        (Row("threat", "T", "", proofs=[Proof("tests/test_a.py", "test_left_out")]), True),
        (Row("threat", "T", "", proofs=[Proof("tests/test_b.py", "test_good")]), True),
        (Row("promise", "1", ""), True),
        (Row("threat", "T", "", priority=1), False),
        (Row("threat", "T", "", waits="the kiosk"), False),
        (Row("threat", "T", "", waits="the kiosk", has_part=True), True),
    ],
)
def test_only_what_passed_whole_is_a_proof(tmp_path: Path, row: Row, is_missing: bool) -> None:
    results = tmp_path / "results.xml"
    results.write_text(RESULTS, encoding="utf-8")
    assert bool(proofs.unproven([row], proofs.results_of(results))) is is_missing


def test_a_marker_of_no_row_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ROOT", "TESTS"):
        monkeypatch.setattr(proofs, name, tmp_path)
    (tmp_path / "test_it.py").write_text('pytestmark = threat("T99")\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r'test_it\.py: @threat\("T99"\)'):
        proofs.rows()
