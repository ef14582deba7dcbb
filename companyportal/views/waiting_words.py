"""What to do while a device has not answered, and what to do once it has."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.capabilities import ResetEffect
from companyportal.domain import Device
from companyportal.views.device_words import Noun, noun
from companyportal.views.effect_words import Point


class WaitingWords(QObject):
    """Words for the time after the request has left."""

    def wake(self, device: Device) -> Point:
        """How to make the device answer sooner."""
        title = {
            Noun.PHONE: self.tr("Wake the phone up"),
            Noun.IPHONE: self.tr("Wake the iPhone up"),
            Noun.IPAD: self.tr("Wake the iPad up"),
            Noun.COMPUTER: self.tr("Wake the computer up"),
        }.get(noun(device), self.tr("Wake the device up"))
        text = self.tr(
            "It answers fastest when it is on, online and charging. "
            "Most answer within a few minutes."
        )
        return Point(title, text)

    def takes_long(self, device: Device) -> Point:
        """The same after a while without an answer."""
        title = {
            Noun.PHONE: self.tr("The phone must be online"),
            Noun.IPHONE: self.tr("The iPhone must be online"),
            Noun.IPAD: self.tr("The iPad must be online"),
            Noun.COMPUTER: self.tr("The computer must be online"),
        }.get(noun(device), self.tr("The device must be online"))
        text = self.tr(
            "It has not answered yet. Check that it is on, charging and connected to a network."
        )
        return Point(title, text)

    def may_close(self, makes_passcode: bool) -> Point:
        """That nothing is lost by leaving the page."""
        kept = self.tr("The result is kept behind the bell.")
        shown = self.tr(
            "The result is kept behind the bell. The passcode itself is only ever shown here."
        )
        return Point(self.tr("You may leave this page"), shown if makes_passcode else kept)

    def next_on(self, device: Device) -> str:
        """The heading above the next steps."""
        return {
            Noun.PHONE: self.tr("Next, on the phone"),
            Noun.IPHONE: self.tr("Next, on the iPhone"),
            Noun.IPAD: self.tr("Next, on the iPad"),
        }.get(noun(device), self.tr("Next, on the device"))

    def next_steps(self, device: Device, effect: ResetEffect | None) -> tuple[Point, ...]:
        """What the person does now, on the device itself."""
        if effect is ResetEffect.REMOVED or noun(device) in (Noun.IPHONE, Noun.IPAD):
            return self._after_removal()
        case_matters = self.tr("Large and small letters matter.")
        only_digits = self.tr("It has digits only.")
        only_for_this = self.tr("The temporary one is only meant for this.")
        if effect is ResetEffect.WORK_PROFILE:
            return (
                Point(self.tr("Open the work profile with this passcode"), case_matters),
                Point(self.tr("Open Settings and set a new work passcode"), only_for_this),
            )
        return (
            Point(
                self.tr("Unlock it with this passcode"),
                only_digits if effect is ResetEffect.TEMPORARY_DIGITS else case_matters,
            ),
            Point(self.tr("Open Settings and set a new passcode"), only_for_this),
        )

    def _after_removal(self) -> tuple[Point, ...]:
        return (
            Point(self.tr("Swipe up to open it"), self.tr("It asks for no passcode.")),
            Point(
                self.tr("Settings › Face ID & Passcode"),
                self.tr(
                    "Choose Turn Passcode On and set a new one. "
                    "Older models say Touch ID & Passcode."
                ),
            ),
            Point(
                self.tr("Set up Face ID or Touch ID again"),
                self.tr("Removing the passcode switched it off."),
            ),
        )

    def anyone_can_open(self, device: Device) -> str:
        """The warning after a removal."""
        return {
            Noun.IPHONE: self.tr("Anyone can open this iPhone now."),
            Noun.IPAD: self.tr("Anyone can open this iPad now."),
        }.get(noun(device), self.tr("Anyone can open this device now."))

    def old_passcode(self, device: Device) -> Point:
        """How the person can find out, while the outcome is unknown."""
        text = {
            Noun.PHONE: self.tr("If it still opens the phone, nothing has been reset so far."),
            Noun.IPHONE: self.tr("If it still opens the iPhone, nothing has been reset so far."),
            Noun.IPAD: self.tr("If it still opens the iPad, nothing has been reset so far."),
        }.get(noun(device), self.tr("If it still opens the device, nothing has been reset so far."))
        return Point(self.tr("Try your old passcode"), text)
