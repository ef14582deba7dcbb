"""Finds the tests that prove a promise, and writes docs/promises.md from them.

Markers are read from the sources, which takes a second where collecting the tests takes twenty.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from tools.run import ROOT, say

ROWS = ROOT / "docs" / "promises.toml"
PAGE = ROOT / "docs" / "promises.md"
TESTS = ROOT / "tests"
TITLES = {"promise": "Promises", "threat": "Threats", "fault": "Faults"}
_INTRODUCTION = """\
<!-- Made by `python3 dev.py promises` from docs/promises.toml and markers on tests; don't edit. -->

# What is promised, and which tests prove it

`python3 dev.py test` fails where a promise, or a row of priority 0, has no test here that passed.
"""


@dataclass(frozen=True)
class Results:
    """How tests ended, each as (module, name without parameters); one may be in both sets."""

    passed: frozenset[tuple[str, str]]
    not_passed: frozenset[tuple[str, str]]


@dataclass(frozen=True, order=True)
class Proof:
    """A test that proves something; without a name it is the whole file."""

    path: str
    name: str = ""

    def has_passed(self, results: Results) -> bool:
        """Whether it was run and all of it passed: every case, and every test of a file."""
        return self._is_in(results.passed) and not self._is_in(results.not_passed)

    def _is_in(self, tests: frozenset[tuple[str, str]]) -> bool:
        module = self.path.removesuffix(".py").replace("/", ".")
        return any(m == module and self.name in ("", name) for m, name in tests)


@dataclass(frozen=True)
class Row:
    """One promise, threat or fault; ``waits`` says why it cannot be proven whole yet."""

    kind: str
    number: str
    says: str
    priority: int = 0
    waits: str = ""
    has_part: bool = False
    """Although it waits, a part of it is there and must stay proven."""
    proofs: list[Proof] = field(default_factory=list)

    @property
    def must_be_proven(self) -> bool:
        """Promises are all of priority 0."""
        return self.priority == 0 and (self.has_part or not self.waits)


def rows() -> list[Row]:
    """Every row with the tests that name it.

    Raises: ValueError: a test names a row that does not exist.
    """
    found = _proofs(sorted(TESTS.rglob("test_*.py")))
    table = [
        Row(
            kind,
            number,
            facts["says"],
            facts.get("p", 0),
            facts.get("waits", ""),
            facts.get("has_part", False),
        )
        for kind, numbers in tomllib.loads(ROWS.read_text(encoding="utf-8")).items()
        for number, facts in numbers.items()
    ]
    for row in table:
        row.proofs.extend(sorted(found.pop((row.kind, row.number), ())))
    if found:
        (kind, number), tests = next(iter(found.items()))
        raise ValueError(f'{min(tests).path}: @{kind}("{number}") is in no row of {ROWS.name}')
    return table


def unproven(table: Iterable[Row], results: Results | None = None) -> list[str]:
    """The rows that must be proven and are not; with ``results``, by a test of that run."""
    return [
        f"{row.kind} {row.number}: {row.says}"
        for row in table
        if row.must_be_proven
        and not any(results is None or proof.has_passed(results) for proof in row.proofs)
    ]


def page(table: Iterable[Row]) -> str:
    """docs/promises.md."""
    parts = [_INTRODUCTION]
    for kind, title in TITLES.items():
        parts.append(f"\n## {title}\n")
        parts.extend(_section(row) for row in table if row.kind == kind)
    return "".join(parts)


def results_of(file: Path) -> Results:
    """How the tests of a run ended, from pytest's JUnit file."""
    passed: set[tuple[str, str]] = set()
    not_passed: set[tuple[str, str]] = set()
    for case in ElementTree.parse(file).iter("testcase"):
        test = (case.get("classname", ""), case.get("name", "").partition("[")[0])
        is_fine = all(child.tag in ("system-out", "system-err", "properties") for child in case)
        (passed if is_fine else not_passed).add(test)
    return Results(frozenset(passed), frozenset(not_passed))


def _section(row: Row) -> str:
    head = row.number if row.kind == "promise" else f"{row.number}, priority {row.priority}"
    lines = [f"\n**{head}.** {row.says}\n"]
    if row.waits:
        lines.append(f"\nNot proven whole: {row.waits}.\n")
    names = defaultdict(list)
    for proof in row.proofs:
        names[proof.path].append(proof.name)
    lines += [f"\n- {_line(path, tests)}" for path, tests in sorted(names.items())]
    return "".join(lines) + ("\n" if names else "")


def _line(path: str, tests: list[str]) -> str:
    link = f"[{path.removeprefix('tests/')}](../{path})"
    named = [test.removeprefix("test_").replace("_", " ") for test in tests if test]
    return f"{link}: {', '.join(named)}" if named and "" not in tests else link


def _proofs(files: Iterable[Path]) -> dict[tuple[str, str], set[Proof]]:
    found: dict[tuple[str, str], set[Proof]] = defaultdict(set)
    for file in files:
        path = file.relative_to(ROOT).as_posix()
        for name, marker in _marked(ast.parse(file.read_bytes()).body):
            found[marker].add(Proof(path, name))
    return found


def _marked(body: list[ast.stmt]) -> Iterator[tuple[str, tuple[str, str]]]:
    """(test, row) for tests with a marker, ("", row) for a marker on the file."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in statement.decorator_list:
                yield from ((statement.name, row) for row in _markers(decorator))
        elif not isinstance(statement, ast.Import | ast.ImportFrom | ast.ClassDef):
            yield from (("", row) for row in _markers(statement))


def _markers(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            kind = node.func.id
            numbers = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            yield from ((kind, str(number)) for number in numbers if kind in TITLES)


def main(arguments: list[str]) -> int:
    """``renew`` writes the page; ``check RESULTS`` compares a test run with it."""
    table = rows()
    if arguments == ["renew"]:
        PAGE.write_text(page(table), encoding="utf-8")
        return 0
    missing = unproven(table, results_of(Path(arguments[1])))
    for line in missing:
        say(f"no test that passed proves {line}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
