"""The language of the program: the system's or the chosen one, changeable while it runs."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from companyportal import resources

LANGUAGES = {"en": "English", "fr": "Français"}
"""Code → how the language calls itself."""
WORD_FOR_LANGUAGE = {"en": "Language", "fr": "Langue"}
"""Code → what it calls what is chosen, for people who cannot read the others."""

_COUNTRIES = {"en": "en_GB", "fr": "fr_FR"}
"""Whose dates and times go with a language that is not the system's."""


class Language(QObject):
    """Installs the translators; every widget then gets a LanguageChange event and renders anew.

    None is in use before the first ``use``: English, too, has its plurals from a file.

    Signals:
        changed(): for whatever shows words without being a widget.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []
        self._code = ""
        self._system = QLocale.system()
        self._choice = "system"
        self._account = ""

    @property
    def code(self) -> str:
        """The language in use, a key of LANGUAGES; empty while none is."""
        return self._code

    def use(self, choice: str) -> None:
        """``choice`` is "system" or a key of LANGUAGES; dates and numbers follow it."""
        self._choice = choice
        locale = self._locale(choice)
        language = locale.name().partition("_")[0]
        self._code = language if language in LANGUAGES else "en"
        if language != self._code:
            locale = QLocale(_COUNTRIES[self._code])
        QLocale.setDefault(locale)
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        i18n_folder = str(resources.path("i18n"))
        files = ((f"qtbase_{self._code}", qt_folder), (self._file, i18n_folder))
        loaded = [self._load(name, folder) for name, folder in files]
        self._translators = [translator for translator in loaded if translator is not None]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        self.changed.emit()

    def note_account(self, tag: str) -> None:
        """The language that the person's account prefers, such as "fr-FR"; empty where it has none.

        It counts where the person has chosen nothing here and the system's own is none of ours: a
        person who has set up this computer in a language we speak wants that one. It stays when
        they sign out, so that the page does not change its language while they come back.
        """
        code = tag.partition("-")[0].lower()
        if code in LANGUAGES and code != self._account:
            self._account = code
            if self._choice == "system" and self._speaks_account:
                self.use("system")

    @property
    def _speaks_account(self) -> bool:
        """True where "system" means the account's language."""
        return bool(self._account) and self._system.name().partition("_")[0] not in LANGUAGES

    def _locale(self, choice: str) -> QLocale:
        """The system's own where it speaks that language: its country decides about dates."""
        if choice == "system" and self._speaks_account:
            choice = self._account
        if choice in ("system", self._system.name().partition("_")[0]):
            return self._system
        return QLocale(_COUNTRIES.get(choice, choice))

    @property
    def _file(self) -> str:
        return f"companyportal_{self._code}"

    def _load(self, name: str, folder: str) -> QTranslator | None:
        translator = QTranslator(self)
        return translator if translator.load(name, folder) else None
