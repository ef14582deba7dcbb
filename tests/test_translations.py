"""French is complete, true to its sources and well set; English counts properly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from companyportal.demo.page_words import WORDS
from companyportal.views.close_tab_page import close_tab_page
from companyportal.views.language import LANGUAGES, Language
from tests import wording
from tests.ts_files import messages
from tests.wording import FULL, NARROW
from tools.translations import problems

FRENCH = messages("fr")
ENGLISH = messages("en")

OWN_WORDS = {
    "Your devices": "Vos appareils",
    "IT support": "Support informatique",
    "Settings": "Paramètres",
    "Before you start": "Avant de commencer",
    "Sign in again": "Se reconnecter",
    "Sign in": "Se connecter",
    "Sign out": "Déconnexion",
    "Reset the passcode of {device}?": f"Réinitialiser le code d’accès de «{FULL}{{device}}{FULL}»"
    f"{NARROW}?",
    "Your temporary passcode is ready": "Votre code d’accès temporaire est prêt",
    "The passcode was removed": "Le code d’accès a été supprimé",
    "This was another account.": "C’était un autre compte.",
    "Nothing was reset.": "Rien n’a été réinitialisé.",
    "Time is up": "Le temps est écoulé",
    "Nothing was changed. Start again.": "Rien n’a été modifié. Recommencez.",
    "We do not know yet whether it worked.": "Nous ne savons pas encore si cela a fonctionné.",
    "The device service does not answer.": "Le service des appareils ne répond pas.",
    "You are offline.": "Vous êtes hors ligne.",
    "Compliant": "Conforme",
    "Not compliant": "Non conforme",
    "Remote lock": "Verrouillage à distance",
}
"""The words that the product has decided on."""

ABBREVIATED = ("Serial no.",)
"""Sources whose last dot ends no sentence."""


def test_every_text_of_the_program_is_translated() -> None:
    assert problems() == []


def test_placeholders_survive() -> None:
    lost = [
        form
        for message in FRENCH + ENGLISH
        for form in message.forms
        if _placeholders(form) != _placeholders(message.source)
    ]
    assert lost == []


def test_french_is_well_set() -> None:
    forms = [form for message in FRENCH for form in message.forms]
    assert [complaint for form in forms for complaint in wording.french(form)] == []


def test_names_of_devices_stand_in_quotation_marks() -> None:
    forms = [form for message in FRENCH for form in message.forms if "{device}" in form]
    assert [form for form in forms if not wording.device_in_quotes(form)] == []


def test_french_begins_and_ends_as_its_source() -> None:
    pairs = [
        (message.source, form)
        for message in FRENCH
        for form in message.forms
        if message.context != "SecretNames" and message.source not in ABBREVIATED
    ]
    assert [(s, f) for s, f in pairs if _end(s) != _end(f)] == []
    lettered = [(s, f) for s, f in pairs if s[0].isalpha() and f[0].isalpha()]
    assert [(s, f) for s, f in lettered if s[0].isupper() != f[0].isupper()] == []


def test_sources_are_plain_english() -> None:
    assert [found for message in FRENCH for found in wording.english(message.source)] == []


@pytest.mark.parametrize(("source", "words"), OWN_WORDS.items())
def test_decided_words_are_used(source: str, words: str) -> None:
    found = {form for message in FRENCH if message.source == source for form in message.forms}
    assert words in found
    if not source.startswith(("Reset", "Remote")):
        assert found == {words}


def test_plurals_have_two_forms() -> None:
    counted = [message for message in FRENCH + ENGLISH if message.is_plural]
    assert {len(message.forms) for message in counted} == {2}
    assert [m for m in counted if "(s)" in "".join(m.forms)] == []
    bent = [m for m in counted if m in FRENCH or "(s)" in m.source]
    assert [m for m in bent if m.forms[0] == m.forms[1]] == []


def test_whatever_counts_in_french_counts_in_english() -> None:
    assert [m.source for m in FRENCH if m.is_plural] == [m.source for m in ENGLISH]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("0 seconds", "1 second", "2 seconds")),
        ("fr", ("0 seconde", "1 seconde", "2 secondes")),
    ],
)
def test_counting(spoken: Callable[[str], None], language: str, texts: tuple[str, ...]) -> None:
    from PySide6.QtCore import QCoreApplication

    spoken(language)
    for count, text in enumerate(texts):
        assert QCoreApplication.translate("TimeWords", "%n second(s)", "", count) == text


def test_the_pages_of_the_demo_organisation_are_well_worded() -> None:
    assert [found for text in WORDS["fr"].values() for found in wording.french(text)] == []
    assert [found for text in WORDS["en"].values() for found in wording.english(text)] == []


@pytest.mark.parametrize("succeeded", [True, False])
def test_the_page_after_signing_in_speaks_french(
    spoken: Callable[[str], None], succeeded: bool
) -> None:
    spoken("fr")
    page = close_tab_page(succeeded)
    assert 'lang="fr' in page
    assert "Vous pouvez fermer cet onglet." in page
    assert not re.search("Company Portal|close this tab", page)


@pytest.mark.parametrize(
    "text",
    [
        "L'appareil",
        "Code PIN oublié ?",
        f"Code PIN oublié{FULL}?",
        "Résultat : inconnu",
        f"Résultat{NARROW}: inconnu",
        "« Galaxy »",
        f"«{FULL}Galaxy »",
        "“Galaxy”",
        "Veuillez patienter.",
        f"C’est prêt{NARROW}!",
        "Vous êtes déconnecté.",
        "Vous êtes connecté(e).",
        "Choisis ton appareil.",
        "Saisissez le code secret.",
        "Un instant...",
        f"{'mot ' * 20}mot.",
        " Bonjour",
    ],
)
def test_bad_french_is_noticed(text: str) -> None:
    assert list(wording.french(text)) != []


@pytest.mark.parametrize(
    "text", ["Please wait.", "Done!", "Don't", "Oops", f"{'word ' * 20}word.", "Wait..."]
)
def test_bad_english_is_noticed(text: str) -> None:
    assert list(wording.english(text)) != []


@pytest.mark.parametrize(
    "text",
    [
        f"Réinitialiser le code d’accès de «{FULL}Galaxy{FULL}»{NARROW}?",
        "Vous êtes hors ligne. Voici ce qui était connu à 10:42.",
        f"Erreur{FULL}: https://valcombe.example/",
    ],
)
def test_good_french_is_not_complained_about(text: str) -> None:
    assert list(wording.french(text)) == []


@pytest.fixture
def spoken(qapp: object) -> Iterator[Callable[[str], None]]:
    """Changes the language of the program."""
    from PySide6.QtCore import QLocale

    before, language = QLocale(), Language()
    assert set(LANGUAGES) == {"en", "fr"}
    yield language.use
    language.use("en")
    QLocale.setDefault(before)


def _placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w*\}|%n", text))


def _end(text: str) -> str:
    """Its last sign, where that says what kind of text it is."""
    return text[-1] if text[-1] in ".?:…" else ""
