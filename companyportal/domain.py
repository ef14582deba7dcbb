"""The words of the product as frozen values: devices, people, actions and what became of them.

Every layer speaks in these types, so this module imports nothing of ours. Values that come from
the service are kept as plain text and never interpreted; enums carry an ``UNKNOWN`` member because
the service may answer with a member that did not exist when this program was built.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, NoReturn

from companyportal.device_facts import DeviceFacts
from companyportal.location import Location


class Platform(StrEnum):
    """What kind of system a device runs, as far as the rules for its actions differ."""

    ANDROID = "android"
    IOS = "ios"
    IPADOS = "ipados"
    MACOS = "macos"
    WINDOWS = "windows"
    WINDOWS_8 = "windows8"
    WINDOWS_RT = "windowsRT"
    WINDOWS_10_MOBILE = "windows10Mobile"
    WINDOWS_PHONE = "windowsPhone"
    LINUX = "linux"
    CHROMEOS = "chromeos"
    VISIONOS = "visionos"
    TVOS = "tvos"
    UNKNOWN = "unknown"


class FormFactor(StrEnum):
    """The shape of a device: chooses its icon and the noun in a sentence."""

    PHONE = "phone"
    TABLET = "tablet"
    LAPTOP = "laptop"
    DESKTOP = "desktop"
    UNKNOWN = "unknown"


class EnrollmentKind(StrEnum):
    """How a device came under management, as far as the rules for its actions differ."""

    STANDARD = "standard"
    ANDROID_DEVICE_ADMINISTRATOR = "androidDeviceAdministrator"
    ANDROID_WORK_PROFILE = "androidWorkProfile"
    ANDROID_CORPORATE_WORK_PROFILE = "androidCorporateWorkProfile"
    ANDROID_FULLY_MANAGED = "androidFullyManaged"
    ANDROID_DEDICATED = "androidDedicated"
    ANDROID_AOSP = "androidAosp"
    ANDROID_DEVICE_OWNER = "androidDeviceOwner"
    """A corporate Android Enterprise kind; Graph v1.0 does not tell which one."""
    APPLE_USER_ENROLLMENT = "appleUserEnrollment"
    APPLE_SUPERVISED = "appleSupervised"
    """An iPhone or iPad that the organisation set up: supervised, or enrolled in bulk."""
    WINDOWS_ENTRA_JOINED = "windowsEntraJoined"
    """A Windows computer that people sign in to with their account of the organisation."""
    DEVICE_ENROLLMENT_MANAGER = "deviceEnrollmentManager"
    UNKNOWN = "unknown"


class Ownership(StrEnum):
    """Whose device it is. Source: Graph's managedDeviceOwnerType."""

    COMPANY = "company"
    PERSONAL = "personal"
    UNKNOWN = "unknown"


class Compliance(StrEnum):
    """Whether a device meets the organisation's rules. Source: Graph's complianceState."""

    COMPLIANT = "compliant"
    NOT_COMPLIANT = "noncompliant"
    IN_GRACE_PERIOD = "inGracePeriod"
    CONFLICT = "conflict"
    ERROR = "error"
    CONFIG_MANAGER = "configManager"
    UNKNOWN = "unknown"


class Action(StrEnum):
    """What can be asked of a device; the value is the name of Graph's action."""

    RESET_PASSCODE = "resetPasscode"
    REMOTE_LOCK = "remoteLock"
    SYNC = "syncDevice"
    RENAME = "setDeviceName"
    RETIRE = "retire"
    WIPE = "wipe"
    RESTART = "rebootNow"
    LOCATE = "locateDevice"
    RECOVERY_KEY = "recoveryKey"
    """Reading the key of an encrypted disk; the name is ours, Graph has a collection instead."""
    OTHER = "other"

    @property
    def is_protected(self) -> bool:
        """True where nothing happens without a fresh sign-in: see ``gate.py``."""
        return self in _PROTECTED

    @property
    def is_repeatable(self) -> bool:
        """True where a later request replaces one that the device has not answered yet: nothing is
        lost by either, and a device that sleeps for days must not stand in the way.
        """
        return self in (Action.SYNC, Action.RENAME)


_PROTECTED = frozenset(
    {Action.RESET_PASSCODE, Action.RETIRE, Action.WIPE, Action.RECOVERY_KEY, Action.LOCATE}
)


class ActionState(StrEnum):
    """How far the device has come with an action. Source: Graph's actionState."""

    NONE = "none"
    PENDING = "pending"
    ACTIVE = "active"
    CANCELED = "canceled"
    DONE = "done"
    FAILED = "failed"
    NOT_SUPPORTED = "notSupported"
    UNKNOWN = "unknown"

    @property
    def is_open(self) -> bool:
        """True while the device has still to answer."""
        return self in (ActionState.PENDING, ActionState.ACTIVE)


class Secret:
    """A passcode or key that is handed out only on purpose.

    It has no useful ``repr``, no ``str``, no equality by content and cannot be pickled or copied,
    so that it cannot slip into a log, a crash report, the store or a test's failure message.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself; call it only where it is painted, spelled or copied on request."""
        return self._text

    def __len__(self) -> int:
        return len(self._text)

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is never serialised")


class Person(NamedTuple):
    """Who somebody is for good: tenant and object id, both lower-case GUIDs. Never a name or an
    address.
    """

    tenant_id: str
    user_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The person who is signed in, and how to call them on the screen."""

    person: Person
    username: str
    display_name: str
    login_hint: str = ""
    """The opaque login_hint claim where the organisation issues it, else the username."""


class ActionStamp(NamedTuple):
    """One action result without its secret: what is remembered before a request, to recognise what
    came after.
    """

    name: str
    state: str
    started_at: str
    """ISO 8601 in UTC, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionResult:
    """What became of something that was asked of a device, by this program or by anyone.

    Source: https://learn.microsoft.com/graph/api/resources/intune-devices-deviceactionresult
    """

    action: Action
    name: str
    state: ActionState
    started_at: datetime | None
    updated_at: datetime | None
    secret: Secret | None = None
    """What the device answered with: a temporary passcode, or a Mac's PIN after a lock."""
    location: Location | None = None
    error_code: int | None = None

    @property
    def stamp(self) -> ActionStamp:
        """This result without its secret."""
        started = self.started_at.isoformat() if self.started_at else ""
        return ActionStamp(self.name, self.state.value, started)


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """One enrolled device of the person, Graph's ``managedDevice``.

    Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
    """

    device_id: str
    name: str
    manufacturer: str = ""
    model: str = ""
    platform: Platform = Platform.UNKNOWN
    system: str = ""
    """The system as people call it, ready to show: "Android 14", "Windows 11"."""
    os_version: str = ""
    """Graph's osVersion, as it came."""
    form_factor: FormFactor = FormFactor.UNKNOWN
    ownership: Ownership = Ownership.UNKNOWN
    compliance: Compliance = Compliance.UNKNOWN
    enrollment: EnrollmentKind = EnrollmentKind.UNKNOWN
    management_state: str = ""
    serial_number: str = ""
    owner_id: str = ""
    """Object id of the primary user, lower case; empty where the device has none."""
    entra_id: str = ""
    """Graph's azureADDeviceId, lower case: by what a computer knows itself in Entra ID."""
    enrolled_at: datetime | None = None
    last_sync_at: datetime | None = None
    grace_until: datetime | None = None
    open_actions: frozenset[Action] = frozenset()
    """What was asked of the device and it has not answered yet, as far as that was read."""

    @property
    def has_open_reset(self) -> bool:
        """True while a passcode reset waits for the device's answer."""
        return Action.RESET_PASSCODE in self.open_actions

    @property
    def serial_end(self) -> str:
        """The last four characters of the serial number, enough to tell two devices apart."""
        return self.serial_number[-4:]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceDetails:
    """A device read on its own, with everything that was asked of it, newest first."""

    device: Device
    results: tuple[ActionResult, ...] = ()
    facts: DeviceFacts = DeviceFacts()  # noqa: RUF009 - frozen
    """What else is known of it."""
    served_at: datetime | None = None
    """When the service answered, by its own Date header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePage:
    """The whole list of a person's devices, and whether something of it had to be left out."""

    devices: tuple[Device, ...]
    is_partial: bool = False
    is_read_only: bool = False
    """Told by the directory, because the service lets this person manage nothing."""
