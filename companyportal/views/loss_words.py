"""What an action does to a device: what goes, what stays, how long it takes, what else to know.

Each text is true for the device it is asked for: platform, enrollment and the choices of a factory
reset are in it. Source: https://learn.microsoft.com/intune/device-management/actions/retire, /wipe,
/remote-lock, /restart and /locate
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.domain import Action, Device, EnrollmentKind, Platform
from companyportal.rename_way import RenameWay
from companyportal.views.device_words import Noun, noun
from companyportal.views.venue import is_public
from companyportal.wipe_choices import WipeChoices

_MOBILE = (Noun.PHONE, Noun.IPHONE, Noun.IPAD)
_WITH_ESIM = (Platform.ANDROID, Platform.IOS, Platform.IPADOS)


class Losses(NamedTuple):
    """The rows of a question; an empty one is not shown."""

    lost: str = ""
    stays: str = ""
    takes: str = ""
    note: str = ""


class LossWords(QObject):
    """The words for what an action does."""

    def summary(
        self, action: Action, device: Device, choices: WipeChoices, rename: RenameWay
    ) -> str:
        """The one or two sentences that everybody reads."""
        if action is Action.WIPE:
            return self._summary_of_wipe(choices)
        if action is Action.REMOTE_LOCK:
            return self._summary_of_lock(device)
        if action is Action.RENAME:
            return self._summary_of_name(rename)
        return {
            Action.RESET_PASSCODE: self.tr("Your current passcode stops working."),
            Action.SYNC: self.tr("It tells your organisation how it is, and fetches what is new."),
            Action.RETIRE: self.tr(
                "Your organisation’s data leaves it and yours stays. This cannot be undone."
            ),
            Action.RESTART: self.tr("It restarts within a few minutes, maybe without a warning."),
            Action.LOCATE: self.tr("It is asked where it is. Whoever holds it is told."),
            Action.RECOVERY_KEY: self.tr(
                "The key opens the encrypted disk without a password. Show it to nobody."
            ),
        }[action]

    def describe(
        self, action: Action, device: Device, choices: WipeChoices, rename: RenameWay
    ) -> Losses:
        """The rows below it."""
        if action is Action.WIPE:
            return self._wipe(device, choices)
        if action is Action.RETIRE:
            return self._retire(device)
        if action is Action.REMOTE_LOCK:
            return self._lock(device)
        if action is Action.RESTART:
            return self._restart(device)
        if action is Action.RENAME:
            return self._rename(device, rename)
        minutes = self.tr("A few minutes once it is online.")
        return {
            Action.SYNC: Losses(takes=minutes),
            Action.LOCATE: Losses(
                stays=self.tr("Everything on it. This program does not keep its place."),
                takes=minutes,
                note=self.tr("Location has to be switched on, and allowed by your organisation."),
            ),
            Action.RECOVERY_KEY: Losses(
                note=self.tr("Your organisation can see that it was read.")
                if is_public()
                else self.tr(
                    "It is hidden after five minutes. Your organisation can see that it was read."
                ),
            ),
        }.get(action, Losses(stays=self.tr("Photos, apps and accounts."), takes=minutes))

    def _summary_of_wipe(self, choices: WipeChoices) -> str:
        if choices.keep_user_data:
            return self.tr("Apps and settings are erased, your files stay. This cannot be undone.")
        return self.tr("Everything on it is erased. This cannot be undone.")

    def _summary_of_lock(self, device: Device) -> str:
        if device.platform is Platform.MACOS:
            return self.tr("It restarts and opens only with a PIN, which you see here.")
        return self.tr("Its screen locks. It opens with its passcode, as always.")

    def _summary_of_name(self, rename: RenameWay) -> str:
        if rename is RenameWay.MANAGEMENT_NAME:
            return self.tr("The new name is shown here and to IT support, not on the device.")
        return self.tr("The new name is shown here, to IT support, and mostly on the device.")

    def _rename(self, device: Device, rename: RenameWay) -> Losses:
        if rename is RenameWay.MANAGEMENT_NAME:
            return Losses(takes=self.tr("A few seconds."))
        rule = self.tr("Letters, digits and hyphens.")
        if device.platform is Platform.WINDOWS:
            rule = self.tr(
                "Letters, digits and hyphens, not digits alone. It counts after a restart."
            )
        return Losses(takes=self.tr("A few minutes once it is online."), note=rule)

    def _lock(self, device: Device) -> Losses:
        takes = self.tr("A few seconds once it is online.")
        if device.platform is Platform.MACOS:
            return Losses(
                self.tr("Work that is not saved."),
                self.tr("Everything on the disk."),
                takes,
                self.tr("A second lock is refused until the PIN of the first was used."),
            )
        stays = self.tr("Photos, apps and accounts.")
        note = self.tr("A device without a passcode only turns its screen off.")
        return Losses("", stays, takes, note)

    def _restart(self, device: Device) -> Losses:
        note = ""
        if noun(device) in (Noun.IPHONE, Noun.IPAD):
            note = self.tr("It finds its Wi-Fi again once somebody has unlocked it.")
        return Losses(
            self.tr("Work that is not saved."),
            self.tr("Everything else."),
            self.tr("About five minutes once it is online."),
            note,
        )

    def _retire(self, device: Device) -> Losses:
        is_computer = device.platform in (Platform.WINDOWS, Platform.MACOS)
        own_files = self.tr("Your own files, apps and settings.")
        own_photos = self.tr("Your own photos, messages, apps and settings.")
        return Losses(
            self._lost_by_removal(device),
            own_files if is_computer else own_photos,
            self.tr("A few minutes once it is online. Then it leaves your list."),
            self.tr("To use it for work again, you set it up anew."),
        )

    def _lost_by_removal(self, device: Device) -> str:
        if device.enrollment is EnrollmentKind.ANDROID_WORK_PROFILE:
            return self.tr("The work profile, with all its apps and data.")
        if device.platform is Platform.ANDROID:
            return self.tr("The data of work apps, and your organisation’s Wi-Fi and VPN.")
        if device.platform is Platform.MACOS:
            return self.tr("Your organisation’s settings, Wi-Fi, VPN and certificates.")
        if device.platform is Platform.WINDOWS:
            return self.tr("Work mail, apps your organisation installed, its Wi-Fi and VPN.")
        return self.tr("Work mail, work apps with their data, and your organisation’s Wi-Fi.")

    def _wipe(self, device: Device, choices: WipeChoices) -> Losses:
        if noun(device) in _MOBILE or device.platform is Platform.ANDROID:
            return self._wipe_mobile(device, choices)
        lost = self.tr("Files, apps, accounts, settings and company data on it.")
        if choices.keep_user_data:
            lost = self.tr("Apps you installed, settings and company data on it.")
        return Losses(
            lost,
            self._kept_on_computer(device, choices),
            self.tr("An hour or more, switched on, online and plugged in."),
            self.tr("Do not switch it off while it is at work."),
        )

    def _kept_on_computer(self, device: Device, choices: WipeChoices) -> str:
        backup = self.tr("What is in OneDrive or another backup.")
        if device.platform is Platform.MACOS:
            return self.tr("What is in iCloud or another backup.")
        files = self.tr("Your files on it, and what is in a backup.")
        kept = [files if choices.keep_user_data else backup]
        if choices.keep_enrollment:
            kept.append(self.tr("It stays enrolled, with your work account."))
        return " ".join(kept)

    def _wipe_mobile(self, device: Device, choices: WipeChoices) -> Losses:
        is_apple = noun(device) in (Noun.IPHONE, Noun.IPAD)
        icloud = self.tr("What is in iCloud or another backup.")
        backup = self.tr("What is in an online account or another backup.")
        kept = [icloud if is_apple else backup]
        if device.platform in _WITH_ESIM and choices.keep_esim:
            kept.append(self.tr("A mobile plan on an eSIM stays too."))
        apple_account = self.tr("Afterwards it may ask for the Apple Account it was set up with.")
        return Losses(
            self._lost_on_mobile(device, choices),
            " ".join(kept),
            self.tr("A few minutes once it is online."),
            apple_account if is_apple else "",
        )

    def _lost_on_mobile(self, device: Device, choices: WipeChoices) -> str:
        if device.platform in _WITH_ESIM and not choices.keep_esim:
            return self.tr(
                "Photos, messages, apps, settings, company data and a mobile plan on an eSIM."
            )
        return self.tr("Photos, messages, apps, settings and company data on it.")
