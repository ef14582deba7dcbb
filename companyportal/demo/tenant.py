"""What the demo organisation knows while it runs: people, devices, secrets it has made, requests it
has seen, and how it misbehaves. All of it in memory.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from companyportal.clock import Clock
from companyportal.demo.devices import DemoDevice
from companyportal.demo.faults import FaultSet
from companyportal.demo.generated import generated_devices
from companyportal.demo.organisation import (
    DemoPerson,
    DeviceRecord,
    Organisation,
    ResetKind,
)

_KEPT = 20_000
"""So many requests are remembered; a demo that runs for weeks forgets the oldest."""


class Post(NamedTuple):
    """A POST that reached Graph, whatever became of it."""

    path: str
    device_id: str
    user: str
    """The username of the token's person; empty without a good token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRequest:
    """A request that reached one of the sites."""

    site: str
    """``pages``, ``identity`` or ``graph``."""
    method: str
    host: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


class NoPasscode(Exception):
    """The device has no passcode that could be reset."""


class AlreadyAsked(Exception):
    """The same action is open on this device."""


class Tenant:
    """The state behind both sites."""

    latency_s = 3.0
    """How long the faults ``latency`` and ``slow-token`` wait."""
    hostile_text = "\u202egpj.exe\u2066<b>"
    """What the fault ``hostile-texts`` adds."""
    retry_after = "7"
    """The header of the fault ``throttle``."""

    def __init__(
        self,
        organisation: Organisation,
        clock: Clock,
        *,
        delay_s: float = 2.0,
        devices: int | None = None,
        faults: Iterable[str] = (),
    ) -> None:
        self.organisation = organisation
        self.clock = clock
        self.delay_s = delay_s
        self.faults = FaultSet(faults)
        self.people = organisation.people
        self.secrets: list[str] = []
        self.requests: list[SeenRequest] = []
        self.posts: list[Post] = []
        self.taken: list[Post] = []
        """The POSTs that were carried out."""
        self._devices = {person.user_id: self._enrol(person) for person in self.people}
        first = self.people[0]
        for record in generated_devices(devices or 0):
            self._devices[first.user_id].append(self._new_device(record, first))

    def now_s(self) -> int:
        """Seconds since 1970 by the demo's clock."""
        return int(self.clock.now().timestamp())

    def mint(self, kind: str) -> str:
        """A new secret with the mark that tests look for, such as ``CNRY-AT-…``."""
        return self.remember(f"CNRY-{kind}-{secrets.token_urlsafe(24)}")

    def remember(self, secret: str) -> str:
        """Keep a secret in the list that tests scan for."""
        self.secrets.append(secret)
        return secret

    def note(self, request: SeenRequest) -> None:
        """Remember a request."""
        self.requests.append(request)
        del self.requests[:-_KEPT]

    def person(self, name: str) -> DemoPerson | None:
        """Whom a username or an object id means."""
        name = name.strip().lower()
        for person in self.people:
            if name in (person.username.lower(), person.user_id):
                return person
        return None

    def other_than(self, person: DemoPerson) -> DemoPerson:
        """Somebody else."""
        return next((other for other in self.people if other is not person), person)

    def devices_of(self, person: DemoPerson) -> list[DemoDevice]:
        """A person's devices, in their order."""
        return self._devices[person.user_id]

    def device(self, person: DemoPerson, device_id: str) -> DemoDevice | None:
        """One of the person's own devices."""
        wanted = device_id.lower()
        return next((one for one in self.devices_of(person) if one.device_id == wanted), None)

    def reset_passcode(self, device: DemoDevice) -> None:
        """Take the request; the device answers later.

        Raises: NoPasscode, AlreadyAsked.
        """
        boot_s = self.clock.boot_s()
        if device.record.reset is ResetKind.REFUSED:
            raise NoPasscode
        if device.has_open("resetPasscode", boot_s):
            raise AlreadyAsked
        action = device.ask(
            "resetPasscode", now=self.clock.now(), boot_s=boot_s, delay_s=self.delay_s
        )
        if action.passcode:
            self.remember(action.passcode)

    def _enrol(self, person: DemoPerson) -> list[DemoDevice]:
        return [self._new_device(record, person) for record in person.devices]

    def _new_device(self, record: DeviceRecord, owner: DemoPerson) -> DemoDevice:
        now, boot_s = self.clock.now(), self.clock.boot_s()
        return DemoDevice(record, owner, self.organisation.tenant_id, now=now, boot_s=boot_s)
