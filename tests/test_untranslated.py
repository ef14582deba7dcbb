"""No text for people escapes translation: what a view shows comes from ``tr`` or from a model."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "companyportal"
FILES = sorted([*(ROOT / "views").glob("*.py"), ROOT / "app.py", ROOT / "life.py"])

SETTERS = {
    "setText",
    "setTitle",
    "setToolTip",
    "setStatusTip",
    "setWindowTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "setPlaceholderText",
    "showMessage",
    "set_words",
    "set_name",
    "set_labels",
    "set_items",
    "set_reason",
    "set_point",
    "set_person",
    "tool_tip",
    "announce",
}
"""Calls whose arguments are all seen or heard by people."""

FIRST_WORDS = {"Text", "Button", "QAction", "QLabel", "BadgeWords", "Point", "BubbleWords"}
"""Classes whose first argument is."""

ALLOWED = {
    "<span>": "markup that keeps tool tips plain",
    "</span>": "markup that keeps tool tips plain",
}
"""Literal texts that are the same in every language, each with its reason."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_text_escapes_translation(path: Path) -> None:
    found = untranslated(path.read_text(encoding="utf-8"))
    assert [text for text in found if text not in ALLOWED] == []


@pytest.mark.parametrize(
    "code",
    [
        'self.button.setText("Reset")',
        'self.setWindowTitle("Company Portal")',
        'self.setAccessibleName("Reset" if ready else "")',
        'self.label.setText(f"Reset {name}")',
        'self.label.setText("Reset " + name)',
        'self.label.setText("Reset {name}".format(name=name))',
        'self.bar.set_words(self.tr("Fine"), "Not fine")',
        'Button("Reset")',
        'Point(self.tr("Fine"), "Not fine")',
        'text = Text("Reset", "body")',
    ],
)
def test_a_literal_text_is_noticed(code: str) -> None:
    assert len(list(untranslated(code))) == 1


@pytest.mark.parametrize(
    "code",
    [
        'self.button.setText(self.tr("Reset"))',
        'self.label.setText(self.tr("Reset {name}").format(name=name))',
        'self.label.setText("")',
        'self.label.setText(f"{minutes}:{seconds:02d}")',
        'Button("", "primary", icon="passcode")',
        'Text(self.tr("Reset"), "title")',
    ],
)
def test_a_translated_text_is_not_complained_about(code: str) -> None:
    assert list(untranslated(code)) == []


def untranslated(code: str) -> Iterator[str]:
    """The literal words that a view would show."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            for shown in _shown(node):
                yield from _words(shown)


def _shown(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that people see."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    keywords = [word.value for word in call.keywords if word.arg in ("action", "copy", "close")]
    if name in SETTERS:
        return [*call.args, *keywords]
    if name in ("Point", "BubbleWords"):
        return list(call.args)
    return call.args[:1] if name in FIRST_WORDS else []


def _words(shown: ast.expr) -> Iterator[str]:
    """Literals in it that hold letters; what another call makes is that call's affair."""
    if isinstance(shown, ast.Constant):
        if isinstance(shown.value, str) and any(map(str.isalpha, shown.value)):
            yield shown.value
        return
    if isinstance(shown, ast.FormattedValue | ast.Compare):
        return
    if isinstance(shown, ast.Call):
        if isinstance(shown.func, ast.Attribute) and shown.func.attr in ("format", "join"):
            yield from _words(shown.func.value)
        return
    parts = [part for part in ast.iter_child_nodes(shown) if isinstance(part, ast.expr)]
    for part in parts[1:] if isinstance(shown, ast.IfExp | ast.Subscript) else parts:
        yield from _words(part)
