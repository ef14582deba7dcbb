"""Makes and joins what concerns the program itself: its data, its start, links and support.

Arrows like those of ``portal.join``, kept apart because none of them is about devices.
"""

from __future__ import annotations

from companyportal.auth.session import Session
from companyportal.desktop.autostart import Autostart
from companyportal.endpoints import Endpoints
from companyportal.models.asked_link import AskedLink
from companyportal.models.models import Models
from companyportal.models.notice import NoticeKind
from companyportal.models.own_data import OwnData
from companyportal.models.protected_progress import Step
from companyportal.models.start_with_system import StartWithSystem
from companyportal.models.support_facts import SupportFacts
from companyportal.models.this_program import ThisProgram
from companyportal.own_files import OwnFiles
from companyportal.settings import Loaded
from companyportal.store import Store
from companyportal.tasks import Tasks


def build_this_program(
    models: Models,
    *,
    loaded: Loaded,
    endpoints: Endpoints,
    session: Session,
    store: Store,
    tasks: Tasks,
    files: OwnFiles,
    autostart: Autostart,
) -> ThisProgram:
    """Make each object once."""
    key = "start_with_system"
    wanted = loaded.settings.start_with_system if key in loaded.locked else None
    return ThisProgram(
        support=SupportFacts(
            settings=loaded.settings,
            endpoints=endpoints,
            account=models.account,
            messages=models.messages,
            has_policy=loaded.has_policy,
        ),
        own_data=OwnData(files=files, session=session, store=store, tasks=tasks),
        start_with_system=StartWithSystem(autostart=autostart, tasks=tasks, policy=wanted),
        link=AskedLink(account=models.account, devices=models.devices),
    )


def join_this_program(models: Models, program: ThisProgram) -> None:
    """Every arrow between these models and the others."""
    _join_data(models, program)
    _join_link(models, program.link)
    program.start_with_system.refused.connect(
        lambda: models.messages.tell(NoticeKind.AUTOSTART_REFUSED, lasts_s=None)
    )
    models.protected.refused.connect(
        lambda _device, _action, error: models.messages.note_failure("protected-action", error)
    )


def _join_data(m: Models, program: ThisProgram) -> None:
    data = program.own_data
    m.protected.changed.connect(
        lambda: data.hold(m.protected.progress.step not in (Step.NONE, Step.FOLLOWING, Step.ENDED))
    )
    data.signed_out.connect(m.account.note_signed_out)


def _join_link(m: Models, link: AskedLink) -> None:
    m.account.changed.connect(link.look)
    m.devices.changed.connect(link.look)
    link.device_unknown.connect(lambda: m.messages.tell(NoticeKind.DEVICE_UNKNOWN, lasts_s=None))
