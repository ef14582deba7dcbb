"""What the demo organisation knows while it runs: people, devices, secrets it has made, requests it
has seen, and how it misbehaves. All of it in memory.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from companyportal.clock import Clock
from companyportal.demo.abilities import Ability, ability
from companyportal.demo.device_record import DeviceRecord
from companyportal.demo.devices import REMOVALS, DemoDevice
from companyportal.demo.faults import FaultSet
from companyportal.demo.generated import generated_devices
from companyportal.demo.organisation import DemoPerson, Organisation

_KEPT = 20_000
"""So many requests are remembered; a demo that runs for weeks forgets the oldest."""


class Post(NamedTuple):
    """A POST or PATCH that reached Graph, whatever became of it."""

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


class CannotDo(Exception):
    """A device of this kind can never do it, so the service refuses."""


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
        """Those that were carried out."""
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
        """A person's devices, in their order, those that are gone too."""
        return self._devices[person.user_id]

    def enrolled_of(self, person: DemoPerson) -> list[DemoDevice]:
        """A person's devices without those that have been removed meanwhile."""
        boot_s = self.clock.boot_s()
        return [device for device in self.devices_of(person) if not device.is_gone(boot_s)]

    def device(self, person: DemoPerson, device_id: str) -> DemoDevice | None:
        """One of the person's own devices, as long as it is enrolled."""
        wanted, boot_s = device_id.lower(), self.clock.boot_s()
        for device in self.devices_of(person):
            if device.device_id == wanted:
                return None if device.is_gone(boot_s) else device
        return None

    def ask(self, device: DemoDevice, name: str, body: Mapping[str, Any]) -> None:
        """Take a request; the device answers later.

        Raises: CannotDo, AlreadyAsked.
        """
        now, boot_s = self.clock.now(), self.clock.boot_s()
        if ability(device.record, name) is Ability.REFUSED:
            raise CannotDo
        rivals = REMOVALS if name in REMOVALS else (name,)
        # A check or a name asked for again takes the place of the one that waits.
        may_repeat = name in ("syncDevice", "setDeviceName")
        if not may_repeat and any(device.has_open(rival, boot_s) for rival in rivals):
            raise AlreadyAsked
        action = device.ask(name, now=now, boot_s=boot_s, delay_s=self.delay_s, body=body)
        for secret in action.secrets:
            self.remember(secret)

    def _enrol(self, person: DemoPerson) -> list[DemoDevice]:
        return [self._new_device(record, person) for record in person.devices]

    def _new_device(self, record: DeviceRecord, owner: DemoPerson) -> DemoDevice:
        now, boot_s = self.clock.now(), self.clock.boot_s()
        return DemoDevice(record, owner, self.organisation.tenant_id, now=now, boot_s=boot_s)
