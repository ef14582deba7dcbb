"""What resetting the passcode does on a device: before, while confirming, and afterwards.

Every platform has its own sentences, because they must be true there: an iPhone never gets a
temporary passcode, and a work profile is not the whole phone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal import capabilities
from companyportal.capabilities import ResetEffect
from companyportal.domain import Device, Platform
from companyportal.views.device_words import Noun, noun
from companyportal.views.venue import is_public


class Point(NamedTuple):
    """One fact or one step: a title, and the line below it."""

    title: str
    text: str


def effect_of(device: Device) -> ResetEffect | None:
    """What a reset does on ``device``, also while one is under way and none is offered."""
    idle = replace(device, open_actions=frozenset(), management_state="managed")
    return capabilities.reset_passcode(idle).effect


def effect_icon(effect: ResetEffect) -> str:
    """A key where a temporary passcode is made, an open lock where it is removed."""
    return "key" if effect.makes_passcode else "unlock"


class EffectWords(QObject):
    """The words for every effect."""

    def before(self, effect: ResetEffect) -> Point:
        """What will happen, for the page before anything has been done."""
        made = self.tr("A temporary passcode is made")
        return {
            ResetEffect.TEMPORARY_LETTERS_AND_DIGITS: Point(
                made,
                self.tr(
                    "It has letters and digits and replaces your passcode. "
                    "Photos, apps and accounts stay."
                ),
            ),
            ResetEffect.TEMPORARY_DIGITS: Point(
                made,
                self.tr(
                    "It has digits only and replaces your passcode. Photos, apps and accounts stay."
                ),
            ),
            ResetEffect.WORK_PROFILE: Point(
                self.tr("A temporary passcode for the work profile is made"),
                self.tr("It opens your work apps. The screen lock itself does not change."),
            ),
            ResetEffect.REMOVED: Point(
                self.tr("The passcode is removed"),
                self.tr(
                    "None is made: you set a new one afterwards. Photos, apps and accounts stay."
                ),
            ),
        }[effect]

    def confirm(self, effect: ResetEffect) -> Point:
        """The same once more, just before it is sent."""
        shown = self.tr("Your current passcode stops working. You see the temporary one here.")
        if effect is ResetEffect.REMOVED:
            return Point(
                self.tr("The passcode is removed"),
                self.tr("Anyone can open it then. Touch ID or Face ID must be set up again."),
            )
        if effect is ResetEffect.WORK_PROFILE:
            return Point(
                self.tr("A temporary passcode for the work profile is made"),
                self.tr(
                    "The current passcode of the work profile stops working. "
                    "You see the temporary one here."
                ),
            )
        return Point(self.tr("A temporary passcode is made"), shown)

    def hello(self, device: Device) -> str:
        """What becomes of Windows Hello; empty where there is none."""
        if device.platform is not Platform.WINDOWS_10_MOBILE:
            return ""
        return self.tr("Windows Hello keeps working.")

    def irrevocable(self, device: Device) -> Point:
        """That there is no way back, and what stays."""
        return Point(
            self.tr("This cannot be undone"),
            {
                Noun.PHONE: self.tr("Photos, apps and accounts stay on the phone."),
                Noun.IPHONE: self.tr("Photos, apps and accounts stay on the iPhone."),
                Noun.IPAD: self.tr("Photos, apps and accounts stay on the iPad."),
            }.get(noun(device), self.tr("Photos, apps and accounts stay on the device.")),
        )

    def what_happens(self, device: Device) -> str:
        """The heading above the effect."""
        return {
            Noun.PHONE: self.tr("What happens on this phone"),
            Noun.IPHONE: self.tr("What happens on this iPhone"),
            Noun.IPAD: self.tr("What happens on this iPad"),
            Noun.COMPUTER: self.tr("What happens on this computer"),
        }.get(noun(device), self.tr("What happens on this device"))

    def at_hand(self, device: Device) -> Point:
        """That the device must be near, on and online."""
        title = {
            Noun.PHONE: self.tr("Have the phone at hand"),
            Noun.IPHONE: self.tr("Have the iPhone at hand"),
            Noun.IPAD: self.tr("Have the iPad at hand"),
            Noun.COMPUTER: self.tr("Have the computer at hand"),
        }.get(noun(device), self.tr("Have the device at hand"))
        return Point(title, self.tr("It must be switched on and online."))

    def steps(self, device: Device) -> tuple[Point, ...]:
        """The way through, before it begins."""
        nothing_yet = {
            Noun.PHONE: self.tr("Nothing changes on the phone yet."),
            Noun.IPHONE: self.tr("Nothing changes on the iPhone yet."),
            Noun.IPAD: self.tr("Nothing changes on the iPad yet."),
            Noun.COMPUTER: self.tr("Nothing changes on the computer yet."),
        }.get(noun(device), self.tr("Nothing changes on the device yet."))
        only_then = {
            Noun.PHONE: self.tr("Only then is anything sent to the phone."),
            Noun.IPHONE: self.tr("Only then is anything sent to the iPhone."),
            Noun.IPAD: self.tr("Only then is anything sent to the iPad."),
            Noun.COMPUTER: self.tr("Only then is anything sent to the computer."),
        }.get(noun(device), self.tr("Only then is anything sent to the device."))
        return (
            Point(self.tr("You are signed out"), nothing_yet),
            Point(
                self.tr("You sign in again")
                if is_public()
                else self.tr("You sign in again in your browser"),
                self.tr("It proves that it is really you. You have five minutes."),
            ),
            Point(self.tr("You confirm the reset"), only_then),
        )
