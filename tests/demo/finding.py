"""Finding a device by its name."""

from __future__ import annotations

from companyportal.demo.devices import DemoDevice
from companyportal.demo.server import DemoServer

MANAGED = "/deviceManagement/managedDevices"


def named(demo: DemoServer, name: str) -> DemoDevice:
    """The device of that name, whoever has it."""
    everything = (device for person in demo.people for device in demo.tenant.devices_of(person))
    return next(device for device in everything if device.record.properties["deviceName"] == name)
