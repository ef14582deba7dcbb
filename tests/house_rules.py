"""The house rules that ruff cannot see, each a function from one source file to its complaints."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

FILE_LINES = 300
FUNCTION_LINES = 40


@dataclass(frozen=True)
class Source:
    """One file of the repository: its path with forward slashes, its text, its syntax tree."""

    path: str
    text: str

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node, in no particular order."""
        return tuple(ast.walk(ast.parse(self.text)))

    @property
    def is_program(self) -> bool:
        """True for what users run; tests and tools may do more."""
        return self.path.startswith("companyportal/")

    def is_in(self, *places: str) -> bool:
        """True for a file or a folder (with a slash at the end) of the program."""
        return self.path.removeprefix("companyportal/").startswith(places)


Complaints = Iterator[str]
Rule = Callable[[Source], Complaints]


def files_stay_short(source: Source) -> Complaints:
    """No file over 300 lines."""
    if (lines := source.text.count("\n")) > FILE_LINES:
        yield f"{lines} lines"


def functions_stay_short(source: Source) -> Complaints:
    """No function over 40 lines, docstring included."""
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{node.name} has {lines} lines"


def names_say_what(source: Source) -> Complaints:
    """No file for everything, and no class that is named after nothing."""
    name = source.path.rpartition("/")[2]
    if name in {"utils.py", "common.py", "helpers.py", "misc.py"}:
        yield f"a file called {name}"
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and re.search("(Manager|Helper|Impl)$", node.name):
            yield f"a class called {node.name}"


def no_nested_event_loop(source: Source) -> Complaints:
    """Dialogs and menus ``open()``: a nested loop inside a coroutine loses other tasks for good."""
    if source.is_in("desktop/first_turns.py"):  # before the first coroutine
        return
    for call, name in _calls(source):
        if source.is_program and name in {"exec", "exec_", "processEvents"} and call.attribute:
            yield f"{name}() on line {call.line}"


def views_are_synchronous(source: Source) -> Complaints:
    """A view forwards a click to a model; it awaits nothing."""
    if source.is_in("views/"):
        for node in source.nodes:
            if isinstance(node, ast.AsyncFunctionDef):
                yield f"async def {node.name}"


def only_borders_catch_everything(source: Source) -> Complaints:
    """Foreign failures become ours where they happen; the rest ends in tasks.py or app.py.

    To clean up and raise again is no catching.
    """
    if not source.is_program or source.is_in("tasks.py", "app.py"):
        return
    for node in source.nodes:
        if isinstance(node, ast.ExceptHandler) and not _raises_again(node):
            caught = ast.unparse(node.type) if node.type else "everything"
            if re.search(r"\b(everything|Exception|BaseException)\b", caught):
                yield f"except {caught} on line {node.lineno}"


_WEAK = {"verify": False, "ssl": False, "check_hostname": False}
_WEAK |= {"verify_ssl": False, "trust_env": True, "allow_redirects": True}
_LENIENT = {"CERT_NONE", "CERT_OPTIONAL", "_create_unverified_context", "_create_stdlib_context"}


def connections_stay_strict(source: Source) -> Complaints:
    """Certificates are checked; no proxy or netrc from the environment; no redirect is followed."""
    for node in source.nodes if source.is_program else ():
        named: list[tuple[str, ast.expr]] = []
        if isinstance(node, ast.Call):
            named = [(word.arg, word.value) for word in node.keywords if word.arg]
        elif isinstance(node, ast.Assign):
            named = [(_last_name(target), node.value) for target in node.targets]
        for name, value in named:
            weak = _WEAK.get(name)
            if weak is not None and isinstance(value, ast.Constant) and value.value is weak:
                yield f"{name}={value.value} on line {value.lineno}"
        if isinstance(node, ast.Attribute | ast.Name) and _last_name(node) in _LENIENT:
            yield f"{_last_name(node)} on line {node.lineno}"


def labels_come_from_the_text_factory(source: Source) -> Complaints:
    """QLabel and tooltips guess at markup; views/text.py makes both, plain."""
    if not source.is_program or source.is_in("views/text.py"):
        return
    for call, name in _calls(source):
        # The tray icon is no widget: its tooltip belongs to the desktop.
        if name == "QLabel" or (name == "setToolTip" and not source.is_in("views/tray.py")):
            yield f"{name}() on line {call.line}"
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and "QLabel" in {_last_name(base) for base in node.bases}:
            yield f"class {node.name}(QLabel)"


def tasks_have_one_owner(source: Source) -> Complaints:
    """Tasks.start; a TaskGroup only in the servers, which are no part of the window."""
    if not source.is_program or source.is_in("tasks.py", "demo/", "auth/receiver.py"):
        return
    for call, name in _calls(source):
        if name in {"create_task", "ensure_future", "run_coroutine_threadsafe"}:
            yield f"{name}() on line {call.line}"


def texts_can_be_translated(source: Source) -> Complaints:
    """lupdate reads literals only: an f-string or a variable is never found again."""
    for node in source.nodes if source.is_program else ():
        if isinstance(node, ast.Call) and node.args and _last_name(node.func) == "tr":
            first = node.args[0]
            if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                yield f"tr({ast.unparse(first)}) on line {node.lineno}"


PLACES: dict[str, tuple[str, ...]] = {
    "msal": ("auth/",),
    "msal_extensions": ("auth/",),
    "keyring": ("auth/",),
    "jwt": ("auth/", "demo/"),
    "requests": ("auth/",),
    "aiohttp": ("auth/", "graph/", "demo/"),
    "msgspec": ("graph/", "demo/"),
    "sqlite3": ("store",),
    "dbus_fast": ("desktop/",),
    "trustme": ("demo/",),
    "qasync": ("desktop/watched_loop.py",),
    "PySide6": (
        *("tasks.py", "desktop/", "models/", "views/", "portal.py", "life.py", "app.py"),
        "kiosk.py",
        "imports.py",
    ),
    "PySide6.QtWidgets": ("desktop/", "views/", "life.py", "app.py", "kiosk.py"),
    # Whatever else could open a connection.
    "PySide6.QtNetwork": ("desktop/browser_entry.py", "desktop/single_instance.py"),
    "PySide6.QtWebSockets": (),
    "PySide6.QtWebEngineCore": (),
    "socket": ("auth/receiver.py", "desktop/", "demo/"),
    "ssl": ("auth/http_session.py", "graph/transport.py", "demo/"),
    "http.client": (),
    "urllib.request": ("auth/http_session.py", "graph/transport.py"),
    "urllib.request.urlopen": (),
}
"""Which part of the program may import what, and nobody else."""


def each_library_has_its_place(source: Source) -> Complaints:
    """See PLACES; import-linter knows only whole libraries, and our own layers."""
    for name in _imports(source) if source.is_program else ():
        for library, places in PLACES.items():
            if (name == library or name.startswith(library + ".")) and not source.is_in(*places):
                yield f"imports {name}"


RULES: tuple[Rule, ...] = (
    files_stay_short,
    functions_stay_short,
    names_say_what,
    no_nested_event_loop,
    views_are_synchronous,
    only_borders_catch_everything,
    connections_stay_strict,
    labels_come_from_the_text_factory,
    tasks_have_one_owner,
    texts_can_be_translated,
    each_library_has_its_place,
)


@dataclass(frozen=True)
class _Call:
    line: int
    attribute: bool


def _calls(source: Source) -> Iterator[tuple[_Call, str]]:
    for node in source.nodes:
        if isinstance(node, ast.Call):
            call = _Call(node.lineno, isinstance(node.func, ast.Attribute))
            yield call, _last_name(node.func)


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _imports(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
