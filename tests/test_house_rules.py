"""The house rules hold in every file, and every rule can fail."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from companyportal import resources
from tests.house_rules import (
    RULES,
    Rule,
    Source,
    connections_stay_strict,
    each_library_has_its_place,
    files_stay_short,
    functions_stay_short,
    labels_come_from_the_text_factory,
    names_say_what,
    no_nested_event_loop,
    only_borders_catch_everything,
    tasks_have_one_owner,
    texts_can_be_translated,
    views_are_synchronous,
)
from tests.proofs import promise, threat
from tools.run import ROOT

PROGRAM = ROOT / "companyportal"


@cache
def _sources() -> list[Source]:
    files = [ROOT / "dev.py", ROOT / "hatch_build.py"]
    for folder in ("companyportal", "tests", "tools", "benchmarks"):
        files += sorted((ROOT / folder).rglob("*.py"))
    return [
        Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in files
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule(rule: Rule) -> None:
    found = [f"{source.path}: {text}" for source in _sources() for text in rule(source)]
    assert found == []


@threat("T19", "T20")
def test_no_connection_is_lenient() -> None:
    rule = connections_stay_strict
    assert [f"{source.path}: {text}" for source in _sources() for text in rule(source)] == []


@promise(6)
@promise(9)
def test_nobody_else_could_open_a_connection() -> None:
    rule = each_library_has_its_place
    assert [f"{source.path}: {text}" for source in _sources() for text in rule(source)] == []


LONG = "def f():\n" + "    g()\n" * 40
VIEW, MODEL = "companyportal/views/page.py", "companyportal/models/page.py"
BAD: list[tuple[Rule, str, str]] = [
    (files_stay_short, VIEW, "x = 1\n" * 301),
    (functions_stay_short, VIEW, LONG),
    (functions_stay_short, "tests/test_page.py", LONG),
    (names_say_what, "companyportal/utils.py", ""),
    (names_say_what, MODEL, "class DeviceManager: pass"),
    (no_nested_event_loop, VIEW, "dialog.exec()"),
    (no_nested_event_loop, VIEW, "QApplication.processEvents()"),
    (views_are_synchronous, VIEW, "async def f(): pass"),
    (only_borders_catch_everything, MODEL, "try: f()\nexcept Exception: pass"),
    (only_borders_catch_everything, MODEL, "try: f()\nexcept: pass"),
    (only_borders_catch_everything, MODEL, "try: f()\nexcept (OSError, BaseException): pass"),
    (connections_stay_strict, MODEL, "get(url, verify=False)"),
    (connections_stay_strict, MODEL, "get(url, ssl=False)"),
    (connections_stay_strict, MODEL, "Session(trust_env=True)"),
    (connections_stay_strict, MODEL, "post(url, allow_redirects=True)"),
    (connections_stay_strict, MODEL, "context.check_hostname = False"),
    (connections_stay_strict, MODEL, "context.verify_mode = ssl.CERT_NONE"),
    (connections_stay_strict, MODEL, "ssl._create_unverified_context()"),
    (labels_come_from_the_text_factory, VIEW, "QLabel('<b>')"),
    (labels_come_from_the_text_factory, VIEW, "QtWidgets.QLabel()"),
    (labels_come_from_the_text_factory, VIEW, "button.setToolTip(name)"),
    (labels_come_from_the_text_factory, VIEW, "class Title(QLabel): pass"),
    (tasks_have_one_owner, MODEL, "asyncio.create_task(f())"),
    (tasks_have_one_owner, MODEL, "loop.create_task(f())"),
    (texts_can_be_translated, VIEW, "self.tr(f'{n} devices')"),
    (texts_can_be_translated, VIEW, "self.tr(text)"),
    (each_library_has_its_place, MODEL, "import msal"),
    (each_library_has_its_place, MODEL, "def f():\n    from aiohttp import web"),
    (each_library_has_its_place, MODEL, "from PySide6.QtWidgets import QWidget"),
    (each_library_has_its_place, MODEL, "from PySide6 import QtWidgets"),
    (each_library_has_its_place, "companyportal/gate.py", "import PySide6.QtCore"),
    (each_library_has_its_place, VIEW, "import sqlite3"),
    (each_library_has_its_place, VIEW, "from PySide6.QtNetwork import QTcpSocket"),
    (each_library_has_its_place, MODEL, "import socket"),
    (each_library_has_its_place, "companyportal/graph/transport.py", "from http import client"),
    (
        each_library_has_its_place,
        "companyportal/graph/transport.py",
        "from urllib.request import urlopen",
    ),
]
GOOD: list[tuple[Rule, str, str]] = [
    (files_stay_short, VIEW, "x = 1\n" * 300),
    (functions_stay_short, VIEW, "def f():\n" + "    g()\n" * 39),
    (no_nested_event_loop, VIEW, "dialog.open()"),
    (no_nested_event_loop, "tests/test_page.py", "QApplication.processEvents()"),
    (views_are_synchronous, MODEL, "async def f(): pass"),
    (only_borders_catch_everything, MODEL, "try: f()\nexcept OSError: pass"),
    (only_borders_catch_everything, "companyportal/tasks.py", "try: f()\nexcept Exception: pass"),
    (only_borders_catch_everything, MODEL, "try: f()\nexcept BaseException:\n    g()\n    raise"),
    (connections_stay_strict, MODEL, "get(url, ssl=context, allow_redirects=False)"),
    (labels_come_from_the_text_factory, "companyportal/views/text.py", "QLabel()"),
    (labels_come_from_the_text_factory, VIEW, "text.label(name)"),
    (tasks_have_one_owner, MODEL, "tasks.start('read', f)"),
    (tasks_have_one_owner, "companyportal/demo/server.py", "group.create_task(f())"),
    (texts_can_be_translated, VIEW, "self.tr('%n device(s)', '', n)"),
    (each_library_has_its_place, "companyportal/auth/session.py", "import msal"),
    (each_library_has_its_place, VIEW, "from PySide6.QtWidgets import QWidget"),
    (each_library_has_its_place, MODEL, "import msalish"),
]


@pytest.mark.parametrize(("rule", "path", "text"), BAD)
def test_a_rule_sees_what_is_wrong(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(path, text)))


@pytest.mark.parametrize(("rule", "path", "text"), GOOD)
def test_a_rule_leaves_alone_what_is_right(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(path, text))) == []


def test_every_rule_has_a_planted_case() -> None:
    assert {rule for rule, _, _ in BAD} == set(RULES)


def named_resources(text: str) -> set[str]:
    """The literals that are given to ``resources.path`` and ``resources.text``."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"resources.path", "resources.text"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def literals(text: str) -> set[str]:
    """Every text that stands in the code, also the fixed parts of f-strings."""
    nodes = ast.walk(ast.parse(text))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def is_named(name: str, words: set[str]) -> bool:
    """True where code names the resource, or an icon by its bare name, or a folder as a whole."""
    folder, _, file = name.rpartition("/")
    return bool({name, file, file.rpartition(".")[0], folder} & words)


def test_named_resources_are_found() -> None:
    text = "resources.path('a/b.svg')\nresources.text('c.html')\nother.path('d')\nresources.path(e)"
    assert named_resources(text) == {"a/b.svg", "c.html"}
    assert is_named("icons/lock.svg", {"lock"})
    assert not is_named("icons/lock.svg", {"unlock"})


def test_every_resource_that_is_named_opens() -> None:
    named = {name for source in _program() for name in named_resources(source)}
    for name in named:
        assert resources.path(name).exists()


def test_no_resource_is_an_orphan() -> None:
    words = {word for source in _program() for word in literals(source)}
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    names = [path.relative_to(ROOT / "resources").as_posix() for path in files]
    ours = [name for name in names if not name.startswith("i18n/") and name != "icons/app.svg"]
    assert sorted(name for name in ours if not is_named(name, words)) == []


HEAVY = "aiohttp msal msal_extensions msgspec requests jwt cryptography keyring trustme dbus_fast"


def test_what_is_heavy_is_not_imported_before_the_first_paint() -> None:
    script = "import sys, companyportal.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "companyportal.app" in loaded
    assert loaded & set(HEAVY.split()) == set()


def _program() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(Path(PROGRAM).rglob("*.py"))]
