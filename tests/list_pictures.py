"""Pictures of a long list: its sections, its filters, and this computer in it."""

from __future__ import annotations

from companyportal.computer_identity import ComputerIdentity
from companyportal.demo.server import DemoServer
from companyportal.models.device_filter import DeviceFilter, Family, Health
from companyportal.models.device_groups import GroupBy
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.studio import Studio


async def list_pictures(studio: Studio, browser: HttpBrowser) -> None:
    """Many devices, one of them this computer; other devices for a moment."""
    portal, owned = studio.life.portal, studio.demo.tenant.devices_of(studio.demo.people[0])
    few, pc = [*owned], studio.device("PC-0042")
    async with DemoServer(clock=studio.clock, devices=14) as other:
        owned.extend(other.tenant.devices_of(other.people[0])[len(few) :])
    portal.devices.note_this_computer(ComputerIdentity(serial_number=pc.serial_number.lower()))
    portal.devices.refresh()
    await until(lambda: portal.devices.is_long)
    await studio.shoot("devices-many", (1100, 900))
    await studio.shoot("devices-many-narrow", (480, 900))
    portal.devices.narrow(DeviceFilter(family=Family.WINDOWS))
    await studio.shoot("devices-filtered")
    portal.devices.narrow(DeviceFilter(family=Family.WINDOWS, health=Health.UNKNOWN))
    await studio.shoot("devices-filtered-no-match")
    portal.devices.show_all()
    portal.devices.arrange(group=GroupBy.PLATFORM)
    await studio.shoot("devices-by-system", (1100, 900))
    portal.devices.arrange(group=GroupBy.ATTENTION)
    portal.devices.note_this_computer(ComputerIdentity())
    owned[:] = few
    portal.devices.refresh()
    await until(lambda: not portal.devices.is_long)
