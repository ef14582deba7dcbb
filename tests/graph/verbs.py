"""Every change that the program can ask for, and exactly what it sends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from companyportal.domain import Platform, Secret
from companyportal.graph.devices import DeviceService
from companyportal.graph.request import MayLeave
from companyportal.rename_way import RenameWay
from companyportal.wipe_choices import WipeChoices

DEVICE_ID = "5d0b3a14-8c52-4f0e-9a1d-2f1c8a70c6b3"
DEVICE = f"deviceManagement/managedDevices/{DEVICE_ID}"


class Verb(NamedTuple):
    """One way to change something."""

    name: str
    ask: Callable[[DeviceService, str, MayLeave], Awaitable[None]]
    line: str
    """Method and target of the request, for DEVICE_ID."""
    body: dict[str, Any] | None = None
    way: RenameWay = RenameWay.DEVICE_NAME


def plain(name: str, action: str) -> Verb:
    """A verb that says all with its path."""
    return Verb(name, lambda service, *rest: getattr(service, name)(*rest), _post(action))


def wipe(platform: Platform, choices: WipeChoices, body: dict[str, Any]) -> Verb:
    """A factory reset of a device of that platform."""

    async def ask(service: DeviceService, device_id: str, may_leave: MayLeave) -> None:
        await service.wipe(device_id, choices, may_leave, platform=platform)

    return Verb(f"wipe-{platform}", ask, _post("wipe"), body)


def rename(way: RenameWay, line: str, body: dict[str, Any]) -> Verb:
    """Another name, in the way that is set."""

    async def ask(service: DeviceService, device_id: str, may_leave: MayLeave) -> None:
        await service.rename(device_id, "Marie’s phone", may_leave)

    return Verb(f"rename-{way}", ask, line, body, way)


def _post(action: str, version: str = "v1.0") -> str:
    return f"POST /{version}/{DEVICE}/{action}"


KEEP_ALL = WipeChoices(
    keep_enrollment=True, keep_user_data=True, keep_esim=True, pin=Secret("482915")
)
VERBS = [
    plain("reset_passcode", "resetPasscode"),
    plain("remote_lock", "remoteLock"),
    plain("sync", "syncDevice"),
    plain("restart", "rebootNow"),
    plain("locate", "locateDevice"),
    plain("retire", "retire"),
    wipe(Platform.WINDOWS, KEEP_ALL, {"keepEnrollmentData": True, "keepUserData": True}),
    wipe(Platform.MACOS, KEEP_ALL, {"macOsUnlockCode": "482915"}),
    wipe(Platform.IPADOS, KEEP_ALL, {"persistEsimDataPlan": True}),
    wipe(Platform.ANDROID, WipeChoices(keep_esim=False), {"persistEsimDataPlan": False}),
    wipe(Platform.LINUX, KEEP_ALL, {}),
    rename(RenameWay.DEVICE_NAME, _post("setDeviceName", "beta"), {"deviceName": "Marie’s phone"}),
    rename(
        RenameWay.MANAGEMENT_NAME,
        f"PATCH /v1.0/{DEVICE}",
        {"managedDeviceName": "Marie’s phone"},
    ),
]
