"""Translations: extracted, complete, compiled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import translations
from tools.translations import compile_all, main, problems, ts, unfinished

VIEW = """
from PySide6.QtWidgets import QWidget

class Page(QWidget):
    def words(self, count: int) -> str:
        return self.tr("Devices") + self.tr("%n device(s)", "", count)
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little program with two texts, and its own translations."""
    (tmp_path / "views").mkdir()
    (tmp_path / "views" / "page.py").write_text(VIEW, encoding="utf-8")
    (tmp_path / "i18n").mkdir()
    monkeypatch.setattr(translations, "SOURCES", (tmp_path / "views",))
    monkeypatch.setattr(translations, "FOLDER", tmp_path / "i18n")
    return tmp_path


def test_texts_are_extracted_and_english_holds_plurals_only(checkout: Path) -> None:
    main("renew")
    french, english = (ts(language).read_text(encoding="utf-8") for language in ("fr", "en"))
    assert "<source>Devices</source>" in french
    assert "<source>Devices</source>" not in english
    assert "<source>%n device(s)</source>" in english


def test_what_lacks_a_translation_is_named(checkout: Path) -> None:
    main("renew")
    found = problems()
    assert "companyportal_fr.ts: no translation of “Devices”" in found
    assert "companyportal_en.ts: no translation of “%n device(s)”" in found


def test_complete_translations_pass_and_work(checkout: Path, qapp: object) -> None:
    from PySide6.QtCore import QTranslator

    _translate(checkout)
    assert problems() == []
    assert main("check") == 0
    compiled = {path.name: path for path in compile_all()}
    assert set(compiled) == {"companyportal_fr.qm", "companyportal_en.qm"}
    translator = QTranslator()
    assert translator.load(str(compiled["companyportal_fr.qm"]))
    assert translator.translate("Page", "Devices") == "Appareils"
    assert translator.translate("Page", "%n device(s)", "", 2) == "%n appareils"


def test_a_new_text_is_noticed(checkout: Path) -> None:
    _translate(checkout)
    page = checkout / "views" / "page.py"
    page.write_text(VIEW + '        return self.tr("New")\n', encoding="utf-8")
    assert problems()[0] == "companyportal_fr.ts is out of date: run dev.py translations"
    assert main("check") == 1


def test_an_empty_plural_form_is_noticed() -> None:
    text = """<TS><context><message numerus="yes"><source>%n</source><translation>
    <numerusform>un</numerusform><numerusform></numerusform></translation></message></context></TS>"""
    assert unfinished(text) == ["an empty translation of “%n”"]


def test_only_what_changed_is_compiled_again(checkout: Path) -> None:
    _translate(checkout)
    before = {path: path.stat().st_mtime_ns for path in compile_all()}
    assert {path: path.stat().st_mtime_ns for path in compile_all()} == before


def _translate(checkout: Path) -> None:
    main("renew")
    forms = {"fr": ("%n appareil", "%n appareils"), "en": ("%n device", "%n devices")}
    empty = '<translation type="unfinished"></translation>'
    plural = "<translation><numerusform>{}</numerusform><numerusform>{}</numerusform></translation>"
    for language, (one, many) in forms.items():
        text = ts(language).read_text(encoding="utf-8").replace(empty, _SINGLE)
        start = text.index('<translation type="unfinished">')
        end = text.index("</translation>", start) + len("</translation>")
        text = text[:start] + plural.format(one, many) + text[end:]
        ts(language).write_text(text, encoding="utf-8")
    # As lupdate itself lays them out, so that the next look finds nothing to do.
    main("renew")


_SINGLE = "<translation>Appareils</translation>"
