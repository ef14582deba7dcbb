"""What is known of a device, as names and values in groups.

What is not reported is not listed, except where a gap would look like an oversight. Numbers that
belong to the person or identify them, as telephone number or IMEI, are kept back until asked for.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject

from companyportal.clock import Clock
from companyportal.device_facts import DeviceFacts
from companyportal.domain import Device
from companyportal.views import device_words
from companyportal.views.device_words import DeviceWords
from companyportal.views.management_words import ManagementWords
from companyportal.views.text import display
from companyportal.views.time_words import TimeWords

SERIAL = "serial"
_LONGEST = 128
_CERTIFICATE_IS_NEAR_DAYS = 30
_SHOWN_END = 4


class DetailRow(NamedTuple):
    """One line; ``key`` stays the same whatever the language."""

    key: str
    name: str
    value: str
    masked: str = ""
    """What stands there until the value is asked for; empty where nothing is kept back."""
    advice: str = ""


class DetailGroup(NamedTuple):
    """Lines that belong together; the first group has no title."""

    title: str
    rows: tuple[DetailRow, ...]


class DetailWords(QObject):
    """Names, values and units."""

    def __init__(self, times: TimeWords, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._clock = clock
        self._devices = DeviceWords(self)
        self._management = ManagementWords(self)

    def groups(self, device: Device, facts: DeviceFacts) -> tuple[DetailGroup, ...]:
        """All groups that hold anything."""
        groups = (
            DetailGroup("", self._device(device)),
            DetailGroup(self.tr("System"), self._system_rows(facts)),
            DetailGroup(self.tr("Storage and memory"), self._storage(facts)),
            DetailGroup(self.tr("Management"), self._managed(device, facts)),
            DetailGroup(self.tr("Phone and network"), self._network(facts)),
        )
        return tuple(group for group in groups if group.rows)

    def _device(self, device: Device) -> tuple[DetailRow, ...]:
        unknown = self.tr("Unknown")
        serial = display(device.serial_number, _LONGEST)
        return (
            DetailRow(
                "model", self.tr("Model"), display(device_words.model(device), _LONGEST) or unknown
            ),
            DetailRow("system", self.tr("System"), self._system(device) or unknown),
            DetailRow(
                SERIAL,
                self.tr("Serial no."),
                serial or unknown,
                masked=f"•••• {display(device.serial_end)}" if serial else "",
            ),
            DetailRow("owner", self.tr("Owner"), self._devices.owner(device)),
            DetailRow(
                "enrolled",
                self.tr("Enrolled"),
                self._times.full_date(device.enrolled_at) or unknown,
            ),
            DetailRow("contact", self.tr("Last contact"), self._times.contact(device.last_sync_at)),
        )

    def _system(self, device: Device) -> str:
        name, version = device_words.system(device), device.os_version.strip()
        if not version or version in name:
            return display(name, _LONGEST)
        if "(" in version and device.platform in device_words.SYSTEMS:
            return display(f"{device_words.SYSTEMS[device.platform]} {version}", _LONGEST)
        words = self.tr("{system} ({version})").format(system=name, version=version)
        return display(words, _LONGEST)

    def _system_rows(self, facts: DeviceFacts) -> tuple[DetailRow, ...]:
        return _told(
            ("patch", self.tr("Security update"), self._patch(facts.security_patch)),
            ("encrypted", self.tr("Encrypted"), self._yes_or_no(facts.is_encrypted)),
            ("supervised", self.tr("Supervised"), self._yes_or_no(facts.is_supervised)),
            ("jailbreak", self.tr("Tampered with"), self._jail_broken(facts.jail_broken)),
            ("threat", self.tr("Threats"), self._management.threat(facts.threat_state)),
        )

    def _storage(self, facts: DeviceFacts) -> tuple[DetailRow, ...]:
        return _told(
            ("storage", self.tr("Storage"), self._used(facts)),
            ("memory", self.tr("Memory"), _size(facts.memory_bytes)),
        )

    def _managed(self, device: Device, facts: DeviceFacts) -> tuple[DetailRow, ...]:
        rows = _told(
            ("agent", self.tr("Managed by"), self._management.agent(facts.agent)),
            ("category", self.tr("Category"), facts.category),
            ("account", self.tr("Account"), facts.user_name),
            ("managementName", self.tr("Name in management"), facts.management_name),
            ("profile", self.tr("Enrolment profile"), facts.profile),
            (
                "registration",
                self.tr("Registration"),
                self._management.registration(facts.registration),
            ),
            ("entra", self.tr("Microsoft Entra ID"), self._registered(facts.is_entra_registered)),
            ("entraId", self.tr("Device ID"), device.entra_id),
            ("exchange", self.tr("Exchange"), self._management.exchange(facts.exchange_access)),
            (
                "exchangeSync",
                self.tr("Last mail contact"),
                self._times.contact(facts.exchange_sync_at) if facts.exchange_sync_at else "",
            ),
        )
        return rows + self._certificate(facts.certificate_until)

    def _certificate(self, until: datetime | None) -> tuple[DetailRow, ...]:
        date = self._times.full_date(until)
        if until is None or not date:
            return ()
        days = (until - self._clock.now()).days
        advice = ""
        if days < 0:
            advice = self.tr("It has expired. The device has to be enrolled again.")
        elif days < _CERTIFICATE_IS_NEAR_DAYS:
            advice = self.tr("It is renewed when the device makes contact. Switch it on.")
        return (DetailRow("certificate", self.tr("Certificate until"), date, advice=advice),)

    def _network(self, facts: DeviceFacts) -> tuple[DetailRow, ...]:
        carrier = _told(("carrier", self.tr("Carrier"), facts.carrier))
        return carrier + _kept_back(
            ("phone", self.tr("Phone number"), facts.phone_number),
            ("imei", self.tr("IMEI"), facts.imei),
            ("meid", self.tr("MEID"), facts.meid),
            ("iccid", self.tr("ICCID"), facts.iccid),
            ("wifi", self.tr("Wi-Fi address"), facts.wifi_address),
            ("ethernet", self.tr("Ethernet address"), facts.ethernet_address),
            ("udid", self.tr("UDID"), facts.udid),
        )

    def _yes_or_no(self, told: bool | None) -> str:
        if told is None:
            return ""
        return self.tr("Yes") if told else self.tr("No")

    def _registered(self, told: bool | None) -> str:
        if told is None:
            return ""
        return self.tr("Registered") if told else self.tr("Not registered")

    def _jail_broken(self, told: str) -> str:
        """Graph has a text there: True, False or Unknown in any case."""
        if not told:
            return ""
        known = {"true": self.tr("Yes"), "false": self.tr("No")}
        return known.get(told.lower(), self.tr("Not reported"))

    def _patch(self, told: str) -> str:
        try:
            day = datetime.fromisoformat(told)
        except ValueError:
            return told
        return self._times.full_date(day)

    def _used(self, facts: DeviceFacts) -> str:
        used, total = facts.used_bytes, facts.storage_bytes
        if total is None:
            return ""
        if used is None:
            return _size(total)
        return self.tr("{used} of {total} used ({percent} %)").format(
            used=_size(used), total=_size(total), percent=QLocale().toString(used * 100 // total)
        )


def _told(*rows: tuple[str, str, str]) -> tuple[DetailRow, ...]:
    """Those that say something."""
    return tuple(
        DetailRow(key, name, display(value, _LONGEST)) for key, name, value in rows if value
    )


def _kept_back(*rows: tuple[str, str, str]) -> tuple[DetailRow, ...]:
    """Those that say something, with no more than their end at first."""
    return tuple(
        row._replace(masked=f"•••• {display(row.value[-_SHOWN_END:])}") for row in _told(*rows)
    )


def _size(count: int | None) -> str:
    """Gigabytes of 1,024 megabytes, as systems and makers count, in the country's own unit."""
    if count is None:
        return ""
    places = 0 if count >= 10 * 1024**3 else 1
    return QLocale().formattedDataSize(
        count, places, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
