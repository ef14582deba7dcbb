"""What opens over the window: the person's menu, the results under the bell, a question.

Each is made when it is first asked for, or when there is time.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.desktop.browser import open_link
from companyportal.models.models import Models
from companyportal.models.this_program import ThisProgram
from companyportal.views.language import Language
from companyportal.views.spare import is_made

if TYPE_CHECKING:
    from companyportal.views.account_menu import AccountMenu
    from companyportal.views.close_question import CloseQuestion
    from companyportal.views.direct_question import DirectQuestion
    from companyportal.views.erase_question import EraseQuestion
    from companyportal.views.notification_panel import NotificationPanel
    from companyportal.views.popover import Popover
    from companyportal.views.quit_question import QuitQuestion
    from companyportal.views.support_details import SupportDetails


class Sheets(QObject):
    """Opens them and closes them.

    Signals:
        chosen(notification_id: str): a result is to be shown.
        settings_asked(), quit_asked().
        quit_confirmed(): the program shall end although a request is on its way.
        close_decided(): it is known now what closing the window means.
    """

    chosen = Signal(str)
    settings_asked = Signal()
    quit_asked = Signal()
    quit_confirmed = Signal()
    close_decided = Signal()

    def __init__(
        self,
        window: QWidget,
        models: Models,
        program: ThisProgram,
        *,
        clock: Clock,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._program = program
        self._clock = clock
        self._language = language
        models.direct.changed.connect(self._on_direct_changed)

    def open_menu_under(self, anchor: QWidget) -> None:
        """The person's menu."""
        self.account_menu.open_under(anchor)

    def open_languages_under(self, anchor: QWidget) -> None:
        """Only the languages."""
        self.account_menu.open_languages_under(anchor)

    def open_panel_under(self, anchor: QWidget) -> None:
        """The results; a second time closes them."""
        self.popover.open_under(anchor)

    def close_panel(self) -> None:
        """Close the results, if they are open."""
        if is_made(self, "popover"):
            self.popover.close_now()

    def ask_before_quitting(self) -> None:
        """A request is on its way: stay?"""
        self.quit_question.open()

    def ask_what_closing_means(self) -> None:
        """The first time: stay in the notification area, or quit?"""
        self.close_question.open()

    def ask_before_erasing(self) -> None:
        """All data on this computer: sure?"""
        self.erase_question.open()

    def show_details(self) -> None:
        """What may be copied for the service desk."""
        self.support_details.open()

    @property
    def has_question(self) -> bool:
        """True while something over the window waits for an answer."""
        from companyportal.views.dialog import Dialog

        return any(dialog.is_open for dialog in self._window.findChildren(Dialog))

    @cached_property
    def direct_question(self) -> DirectQuestion:
        """Before a remote lock or a restart."""
        from companyportal.views.direct_question import DirectQuestion

        return DirectQuestion(self._window, self._models.direct, self._models.devices)

    def _on_direct_changed(self) -> None:
        if self._models.direct.question is not None and not is_made(self, "direct_question"):
            self.direct_question.render_question()

    @cached_property
    def account_menu(self) -> AccountMenu:
        """Who is signed in, language, settings, the way out."""
        from companyportal.views.account_menu import AccountMenu

        m = self._models
        menu = AccountMenu(
            account=m.account,
            person=m.person,
            organisation=m.organisation,
            preferences=m.preferences,
            language=self._language,
            parent=self,
        )
        menu.link_asked.connect(open_link)
        menu.settings_asked.connect(self.settings_asked)
        menu.quit_asked.connect(self.quit_asked)
        return menu

    @cached_property
    def panel(self) -> NotificationPanel:
        """New and earlier results."""
        from companyportal.views.notification_panel import NotificationPanel

        panel = NotificationPanel(self._models.notifications, self._clock)
        panel.chosen.connect(self.chosen)
        panel.settings_asked.connect(self.settings_asked)
        return panel

    @cached_property
    def popover(self) -> Popover:
        """The sheet with the panel."""
        from companyportal.views.popover import Popover

        return Popover(self._window, self.panel, width=400, height=520)

    @cached_property
    def quit_question(self) -> QuitQuestion:
        """Closes by itself when there is nothing left to ask."""
        from companyportal.views.quit_question import QuitQuestion

        question = QuitQuestion(self._window, self._models.protected)
        question.quit_confirmed.connect(self.quit_confirmed)
        return question

    @cached_property
    def close_question(self) -> CloseQuestion:
        """Asked once."""
        from companyportal.views.close_question import CloseQuestion

        question = CloseQuestion(self._window, self._models.preferences)
        question.decided.connect(self.close_decided)
        return question

    @cached_property
    def erase_question(self) -> EraseQuestion:
        """Before everything goes."""
        from companyportal.views.erase_question import EraseQuestion

        return EraseQuestion(self._window, self._program.own_data)

    @cached_property
    def support_details(self) -> SupportDetails:
        """Made anew from the facts each time it opens."""
        from companyportal.views.support_details import SupportDetails

        return SupportDetails(self._window, self._program.support)
