"""The life of the program once it knows where it connects to: first paint, work, clean end.

The only module that knows both the parts and the window. The window is painted before anything
heavy is imported: aiohttp, msal and msgspec cost as much again as Qt, so a plain thread imports
them after the first paint.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import sys
import threading
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QSettings

from companyportal import logs, settings
from companyportal.assembly import OpenUrl
from companyportal.bubble_news import BubbleNews
from companyportal.clock import Clock, SystemClock
from companyportal.deep_link import DeepLink
from companyportal.desktop import core_dumps
from companyportal.desktop.autostart import Autostart, NullAutostart
from companyportal.desktop.browser import open_in_browser
from companyportal.desktop.bubbles import TrayBubbles, open_bubbles
from companyportal.desktop.link_registration import forget_links, register_links
from companyportal.desktop.single_instance import SingleInstance
from companyportal.desktop.window_file import open_window_file
from companyportal.endpoints import Endpoints
from companyportal.models.notice import NoticeKind
from companyportal.models.protected_progress import Step
from companyportal.models.this_program import ThisProgram
from companyportal.own_files import OwnFiles
from companyportal.portal import Keeps, Portal, build, join
from companyportal.settings import Loaded
from companyportal.this_program import build_this_program, join_this_program
from companyportal.views.attention import Attention
from companyportal.views.close_tab_page import close_tab_page
from companyportal.views.language import Language
from companyportal.views.link_opener import LinkOpener
from companyportal.views.main_window import MainWindow
from companyportal.views.theme import current
from companyportal.views.tray import Tray

_log = logging.getLogger(__name__)
_HEAVY = ("aiohttp", "companyportal.graph.wire", "companyportal.auth.msal_client", "jwt")
"""Half a second of imports that the first paint does not need. MSAL comes last: only threads wait
for it, while the window's own thread would stand still for the others.
"""


UNSEEN_S = 1.0
"""A window that nobody can see is never painted; the work waits no longer than this for it."""


class Life:
    """One run with one connection."""

    def __init__(
        self,
        loaded: Loaded,
        endpoints: Endpoints,
        language: Language,
        data: Path,
        user_file: Path,
        *,
        open_url: OpenUrl = open_in_browser,
        keeps_data: bool = True,
        clock: Clock | None = None,
        autostart: Autostart | None = None,
    ) -> None:
        self._loaded = loaded
        self._language = language
        self._has_appeared = False
        self._has_begun = False
        self._is_ending = threading.Event()
        self._warm_up = threading.Thread(
            target=_import_heavy, args=(self._is_ending,), name="warm-up"
        )
        tray_show = None if sys.platform == "linux" else self._show_in_tray
        folder = data / endpoints.profile
        self.portal: Portal = build(
            loaded=loaded,
            endpoints=endpoints,
            open_url=open_url,
            clock=clock or SystemClock(),
            keeps=Keeps(folder=folder if keeps_data else None, user_file=user_file),
            bubbles=open_bubbles(tray_show),
            sign_in_page=close_tab_page,
        )
        join(self.portal)
        self._autostart = autostart or NullAutostart()
        self.program = self._make_program(folder, data / "logs", user_file)
        self.window = self._make_window(open_window_file(folder / "window.ini"))
        self.tray = Tray(account=self.portal.account, notifications=self.portal.notifications)
        self._attention = Attention(self.window)
        self._join_desktop()

    @cached_property
    def _quit(self) -> asyncio.Event:
        """Made at its first use, after the first paint: until then asyncio is not imported."""
        return asyncio.Event()

    def appear(self, *, hidden: bool) -> None:
        """Show the window with the last list, or only the icon in the tray; needs no event loop."""
        self._has_appeared = True
        self.portal.devices.restore()
        self._tell_problems()
        if not (hidden and self.tray.is_available):
            self.window.show()

    async def begin(self, *, hidden: bool, instance: SingleInstance, link: str = "") -> None:
        """Appear unless that was done, open ``link``, work, and stay until the person quits."""
        instance.activated.connect(self.window.come_to_front)
        instance.link_received.connect(self.open_link)
        if not self._has_appeared:
            self.appear(hidden=hidden)
        if link:
            self.open_link(link)
        if self.window.has_painted or not self.window.isVisible():
            self._start_work()
        else:
            self.window.first_painted.connect(self._start_work)
            tasks = self.portal.tasks
            tasks.start("first-paint", self._start_unseen)
            self.window.first_painted.connect(lambda: tasks.cancel("first-paint"))
        await self._quit.wait()

    async def end(self) -> None:
        """Leave nothing running and nothing readable."""
        self._is_ending.set()
        logs.tell_of_uncaught(None)
        self.window.keep_geometry()
        self.window.hide()
        self.tray.hide()
        await self.portal.close()
        self._erase()
        if self._warm_up.is_alive():
            # Python aborts where it ends while a thread is still importing.
            await asyncio.to_thread(self._warm_up.join)

    def open_link(self, text: str) -> None:
        """Somebody followed a link to this program; it may say anything."""
        self.window.come_to_front()
        link = DeepLink.parse(text)
        if link is not None:
            self.program.link.open(link)
        else:
            self.portal.messages.tell(NoticeKind.LINK_REFUSED, lasts_s=None)

    def quit(self) -> None:
        """End the program, whatever is under way; ``begin`` returns."""
        self._quit.set()

    def _make_window(self, geometry: QSettings) -> MainWindow:
        p = self.portal
        return MainWindow(
            p.models,
            self.program,
            clipboard=p.clipboard,
            clock=p.clock,
            language=self._language,
            geometry=geometry,
            is_demo=p.endpoints.is_demo,
        )

    def _make_program(self, folder: Path, log_folder: Path, user_file: Path) -> ThisProgram:
        p = self.portal
        files = OwnFiles(
            folder, log_folder, user_file, settings.CHOICES, of_all=self._autostart.is_possible
        )
        program = build_this_program(
            p.models,
            loaded=self._loaded,
            endpoints=p.endpoints,
            session=p.session,
            store=p.store,
            tasks=p.tasks,
            files=files,
            autostart=self._autostart,
        )
        join_this_program(p.models, program)
        return program

    def _erase(self) -> None:
        """The person wanted all of it gone, and nothing of the program is open any more."""
        data = self.program.own_data
        if not data.is_released:
            return
        logs.set_up(None)
        try:
            if not self.program.start_with_system.is_locked:
                self._autostart.set(False)
            is_gone = data.finish()
            if self._autostart.is_possible:
                is_gone &= forget_links()
        except OSError:
            is_gone = False
        if not is_gone:
            _log.warning("something of the data on this computer could not be erased")

    async def _start_unseen(self) -> None:
        """The window may be on another desktop, or behind a locked screen."""
        await self.portal.clock.sleep(UNSEEN_S)
        self._start_work()

    def _start_work(self) -> None:
        if self._has_begun or self._is_ending.is_set():
            return
        self._has_begun = True
        core_dumps.hide_memory()
        logs.tell_of_uncaught(self._on_uncaught)
        self.tray.show()
        self._warm_up.start()
        p = self.portal
        p.tasks.start("bubbles", p.bubbles.start)
        p.tasks.start("session-events", p.session_events.start)
        p.account.restore()
        self.program.start_with_system.look()
        if self._autostart.is_possible:
            register_links()

    def _on_uncaught(self, error: BaseException) -> None:
        """A fault of the program in a slot: the person is told as of a task that failed."""
        if isinstance(error, Exception):
            self.portal.messages.show_error("program", error)

    def _tell_problems(self) -> None:
        """What went wrong before there was a window; the gravest is told last and stays."""
        for problem in (*reversed(self._loaded.problems), self.portal.store.problem):
            if problem is not None:
                self.portal.messages.show_error("start", problem)

    def _join_desktop(self) -> None:
        """The window, the tray and the bubbles, and what each of them asks for."""
        p, window, tray = self.portal, self.window, self.tray
        LinkOpener(window, self.program.link, p.protected)
        self._bubble_news = BubbleNews(p)
        for model in (p.account, p.protected):
            model.returned.connect(window.come_to_front)
        tray.open_asked.connect(window.come_to_front)
        tray.devices_asked.connect(window.show_devices)
        tray.result_asked.connect(window.open_notification)
        tray.quit_asked.connect(self._on_quit_asked)
        window.quit_asked.connect(self._on_quit_asked)
        window.sheets.quit_confirmed.connect(self.quit)
        window.sheets.close_decided.connect(self._on_window_closed)
        window.closed.connect(self._on_window_closed)
        self.program.own_data.released.connect(self.quit)
        self._attention.changed.connect(p.reconnect.set_watched)
        self._attention.returned.connect(p.follow_up.look_again)
        p.session_events.interrupted.connect(self._attention.note_away)
        self._language.changed.connect(tray.retranslate)
        p.person.changed.connect(lambda: self._language.note_account(p.person.profile.language))
        p.preferences.changed.connect(self._on_preference_changed)
        p.bubbles.clicked.connect(window.open_notification)
        if isinstance(p.bubbles, TrayBubbles):
            tray.message_clicked.connect(p.bubbles.click)

    def _on_window_closed(self) -> None:
        self.portal.protected.put_away()
        preferences = self.portal.preferences
        if not self.tray.is_available:
            self._on_quit_asked()
        elif not (preferences.is_chosen("keep_in_tray") or preferences.is_locked("keep_in_tray")):
            self.window.come_to_front()
            self.window.sheets.ask_what_closing_means()
        elif preferences.settings.keep_in_tray:
            self.window.hide()
        else:
            self._on_quit_asked()

    def _on_quit_asked(self) -> None:
        """What is being sent should be heard of: then the person is asked once more."""
        if self.portal.protected.progress.step is Step.SENDING:
            self.window.come_to_front()
            self.window.sheets.ask_before_quitting()
        else:
            self.quit()

    def _on_preference_changed(self, key: str) -> None:
        chosen = self.portal.preferences.settings
        if key == "language":
            self._language.use(chosen.language)
        elif key == "theme":
            current().set_mode(chosen.theme)

    def _show_in_tray(self, title: str, body: str) -> None:
        self.tray.show_message(title, body)


def _import_heavy(is_ending: threading.Event) -> None:
    for name in _HEAVY:
        if not is_ending.is_set():
            importlib.import_module(name)
