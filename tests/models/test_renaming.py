"""A new name that is Intune's own holds at once, and can be taken back as quickly."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.notice import Notice, NoticeKind
from companyportal.portal import Portal
from companyportal.records import OperationState
from companyportal.settings import Loaded, Settings
from tests.models.hands import Hands
from tests.program import device_called, running_portal, sign_in, until
from tests.virtual_clock import VirtualClock


@pytest.fixture
async def naming(demo: DemoServer, demo_clock: VirtualClock, hands: Hands) -> AsyncIterator[Portal]:
    """An organisation that lets people change the name in Intune."""
    loaded = Loaded(settings=Settings(rename="managementName"))
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, loaded=loaded
    ) as portal:
        await sign_in(portal)
        yield portal


def names(portal: Portal) -> list[str]:
    """As the list shows them."""
    return [device.name for device in portal.devices.devices]


async def test_a_name_in_intune_holds_at_once_and_can_be_taken_back(
    naming: Portal, demo: DemoServer
) -> None:
    device = device_called(naming, "")
    before = device.name
    naming.details.open(device)
    naming.direct.rename(device, "Marie’s own")
    await until(lambda: "Marie’s own" in names(naming))
    followed = naming.follow_up.find(device.device_id, Action.RENAME)
    assert followed is not None
    assert followed.state is OperationState.DONE
    notice = naming.messages.shown
    assert isinstance(notice, Notice)
    assert notice.kind is NoticeKind.RENAMED
    naming.messages.undo()
    await until(lambda: before in names(naming))
    assert "Marie’s own" not in names(naming)
    assert [post.path.rpartition("/")[2] for post in demo.tenant.taken] == [device.device_id] * 2


async def test_the_same_name_and_none_are_not_sent(naming: Portal, demo: DemoServer) -> None:
    device = device_called(naming, "")
    for name in ("", "   ", device.name, f" {device.name} "):
        naming.direct.rename(device, name)
    assert not naming.tasks.is_running("rename")
    assert demo.tenant.posts == []
