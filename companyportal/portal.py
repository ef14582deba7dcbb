"""The parts of the running program: made once by ``build``, joined by ``join``.

Models never connect to each other; each arrow between two of them is one line of ``join``. Real
service, demo and tests differ only in the arguments of ``build``.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from companyportal.assembly import Assembly, OpenUrl
from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache, TokenCache, open_token_cache
from companyportal.clock import Clock
from companyportal.desktop.bubbles import Bubbles
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.desktop.session_events import SessionEvents
from companyportal.endpoints import Endpoints
from companyportal.errors import StoreError
from companyportal.following import join_following
from companyportal.graph.client import GraphClient
from companyportal.interruptions import join_interruptions
from companyportal.introductions import join_introductions
from companyportal.knowledge import join_knowledge
from companyportal.listing import join_list
from companyportal.models.clock_check import ClockCheck
from companyportal.models.messages import Messages
from companyportal.models.models import Models
from companyportal.models.notifications import Notifications
from companyportal.models.reconnect import Reconnect
from companyportal.settings import Loaded
from companyportal.store import Journal, Store
from companyportal.tasks import Tasks
from companyportal.trouble import join_trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal(Models):
    """Every part of the running program, each made once: the models, and what they stand on."""

    clock: Clock
    endpoints: Endpoints
    store: Store
    tasks: Tasks
    session: Session
    client: GraphClient
    clipboard: SecretClipboard
    session_events: SessionEvents
    bubbles: Bubbles

    @property
    def models(self) -> Models:
        """As much of it as the window is made from."""
        return self

    async def close(self) -> None:
        """End everything in order: work, desktop, connections, secrets, store."""
        await self.tasks.close()
        await self.bubbles.close()
        await self.session_events.close()
        await self.client.close()
        await self.session.close()
        self.clipboard.clear()
        if not self.session.is_kept:
            # Nobody will be signed in at the next start: nothing of theirs is to be seen then.
            with suppress(StoreError):
                self.store.erase_personal()
        self.store.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeps:
    """Where a run keeps what outlives it."""

    folder: Path | None
    """None: session and store stay in memory."""
    user_file: Path
    """For the person's choices."""
    journal: Journal | None = None
    """Of a kiosk, which keeps nothing else."""


def build(
    *,
    loaded: Loaded,
    endpoints: Endpoints,
    open_url: OpenUrl,
    clock: Clock,
    keeps: Keeps,
    bubbles: Bubbles,
    sign_in_page: Callable[[bool], str],
) -> Portal:
    """Make each object once."""
    tasks, store = Tasks(), _store(keeps)
    session = _session(endpoints, clock, open_url, sign_in_page, keeps.folder)
    client, messages = _connect(endpoints, clock, session, tasks)
    make = Assembly(loaded, session, client, store, tasks, clock, open_url)
    return Portal(
        clock=clock,
        endpoints=endpoints,
        store=store,
        tasks=tasks,
        session=session,
        client=client,
        account=make.account(),
        devices=make.devices,
        details=make.details(),
        compliance=make.compliance(),
        protected=make.protected(),
        direct=make.direct(),
        follow_up=make.follow_up(),
        notifications=Notifications(store=store, clock=clock),
        messages=messages,
        organisation=make.organisation,
        person=make.person(),
        preferences=make.preferences(keeps.user_file),
        reconnect=Reconnect(tasks=tasks, clock=clock),
        clipboard=SecretClipboard(clock=clock),
        session_events=SessionEvents(clock=clock),
        bubbles=bubbles,
    )


def _connect(
    endpoints: Endpoints, clock: Clock, session: Session, tasks: Tasks
) -> tuple[GraphClient, Messages]:
    """The client, and who tells that it waits."""
    messages = Messages(clock=clock, tasks=tasks)
    check = ClockCheck(clock=clock, messages=messages)
    client = GraphClient(
        endpoints=endpoints,
        clock=clock,
        token=session.token,
        challenged=session.note_challenge,
        waits=messages.note_wait,
        on_date=check.note,
    )
    return client, messages


def _store(keeps: Keeps) -> Store:
    file = keeps.folder / "portal.sqlite" if keeps.folder else None
    store = Store.open(file, journal=keeps.journal)
    store.recover()
    return store


def _session(
    endpoints: Endpoints,
    clock: Clock,
    open_url: OpenUrl,
    page: Callable[[bool], str],
    directory: Path | None,
) -> Session:
    def cache() -> TokenCache:
        return open_token_cache(endpoints.profile, directory) if directory else MemoryTokenCache()

    return Session(endpoints=endpoints, clock=clock, open_url=open_url, cache=cache, page=page)


def join(portal: Portal) -> None:
    """Every arrow between two models, and the one listener of failures."""
    p = portal
    p.tasks.failed.connect(p.messages.show_error)

    p.account.signed_in.connect(lambda account: p.protected.note_signed_in(account.person))
    p.account.signed_in.connect(lambda account: p.devices.open(account.person))
    p.account.signed_in.connect(lambda _: p.details.resume(p.devices.find))
    p.account.signed_in.connect(lambda account: p.follow_up.resume(account.person))
    for stop in (p.devices.clear, p.details.close, p.follow_up.clear):
        p.account.leaving.connect(stop)
        p.protected.leaving.connect(stop)
        p.account.signed_out.connect(stop)
    for forget in (p.notifications.clear, p.protected.forget, p.direct.forget, p.clipboard.clear):
        p.account.signed_out.connect(forget)
    join_introductions(p.models)
    join_trouble(p.models)
    join_list(p.models, p.tasks)
    join_knowledge(p.models)

    p.account.leaving.connect(p.protected.forget)
    p.account.leaving.connect(p.direct.forget)
    p.protected.changed.connect(lambda: p.account.hold(p.protected.progress.step.awaits_sign_in))
    p.protected.signed_out.connect(p.account.note_signed_out)
    p.protected.signed_in.connect(p.account.note_signed_in)
    join_following(p.models)
    for reader in (p.protected, p.direct, p.follow_up, p.details):
        reader.details_read.connect(p.details.take)
        reader.details_read.connect(lambda details: p.devices.replace(details.device))
    join_interruptions(p.models, p.session_events, p.clipboard)
