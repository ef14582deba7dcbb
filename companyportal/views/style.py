"""The one style sheet, for the few stock widgets that cannot be painted otherwise.

Set on leaf widgets only: on the application it would polish every widget again at every change.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.views.theme import current

_SHEET = """
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 4px 2px; border: 0; }}
QScrollBar::handle:vertical {{ background: {line_strong}; border-radius: 3px; min-height: 40px; }}
QScrollBar::handle:vertical:hover {{ background: {control}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
  {{ background: transparent; height: 0; border: 0; }}
QLineEdit {{ background: {field}; color: {text}; border: 1px solid {edge}; border-radius: {r}px;
  padding: 0 {pad}px; selection-background-color: {accent}; selection-color: {on_accent};
  placeholder-text-color: {text3}; }}
QLineEdit:hover {{ border-color: {text3}; }}
QLineEdit:focus {{ background: {surface}; border: 2px solid {focus}; padding: 0 {pad_focus}px; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 6px; }}
QMenu::item {{ padding: 8px 28px 8px 12px; border-radius: {r}px; }}
QMenu::item:selected {{ background: {pressed}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px; }}
QComboBox {{ background: {surface}; color: {text}; border: 1px solid {control};
  border-radius: {r}px; padding: 0 {pad}px; }}
QComboBox:focus {{ border: 2px solid {focus}; padding: 0 {pad_focus}px; }}
QComboBox:disabled {{ background: {sunken}; color: {disabled}; border-color: {line_strong}; }}
QComboBox::drop-down {{ border: 0; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {line};
  selection-background-color: {pressed}; selection-color: {text}; outline: 0; }}
"""


def dress(widget: QWidget, *, is_quiet: bool = False) -> None:
    """Dress a leaf widget in the present colours; ``is_quiet`` for a field on the chrome."""
    theme = current()
    names = (
        "line", "line_strong", "control", "surface", "sunken", "text", "text3", "disabled",
        "accent", "on_accent", "focus", "pressed",
    )  # fmt: skip
    values = {name: theme.color(name).name() for name in names}
    quiet_field = values["sunken"] if theme.is_dark else values["surface"]
    pad = theme.px(10)
    sheet = _SHEET.format(
        **values,
        field=quiet_field if is_quiet else values["surface"],
        edge=values["line"] if is_quiet else values["control"],
        r=theme.px(8),
        pad=pad,
        pad_focus=pad - 1,
    )
    if sheet != widget.styleSheet():  # Qt would read and polish the same anew
        widget.setStyleSheet(sheet)
