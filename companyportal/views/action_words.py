"""What can be asked of a device, in words: the button, its question, what it does, the last click.

Results are in ``outcome_words.py``. No sentence names the platform where the device's own noun will
do, and none promises what only the device can know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.domain import Action, Device
from companyportal.rename_way import RenameWay
from companyportal.views.device_words import Noun, device_name, noun
from companyportal.views.effect_words import EffectWords, Point, effect_of
from companyportal.views.loss_words import Losses, LossWords
from companyportal.wipe_choices import NO_CHOICES, WipeChoices

_ICONS = {
    Action.RESET_PASSCODE: "passcode",
    Action.REMOTE_LOCK: "lock",
    Action.SYNC: "refresh",
    Action.RENAME: "pencil",
    Action.RETIRE: "trash",
    Action.WIPE: "factory-reset",
    Action.RESTART: "restart",
    Action.LOCATE: "locate",
    Action.RECOVERY_KEY: "recovery-key",
}
_DANGEROUS = frozenset({Action.RETIRE, Action.WIPE})
_FELT = frozenset({Action.RESTART, Action.RETIRE, Action.WIPE})
"""What whoever sits before the device notices at once."""


def action_icon(action: Action) -> str:
    """The name of the icon of ``action``."""
    return _ICONS[action]


class Ending(NamedTuple):
    """How to say that nothing came of an action."""

    cancelled: str
    """A title: the person did not go on."""
    nothing_done: str
    """The first line of every refusal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTexts:
    """Everything that is said about one action on one device before it is sent."""

    icon: str
    verb: str
    """On the button and in the menu."""
    question: str
    """The title of the dialog or of the last step."""
    summary: str
    """One or two sentences below it."""
    losses: Losses
    """What goes, what stays, how long it takes, and what else is good to know."""
    confirm: str
    """On the button of the last click."""
    is_danger: bool
    """The last button is red, and it wants the device's name typed."""
    warning: str
    """That it is the computer in use; empty where it is not. ``confirm`` says it again."""
    steps: tuple[str, str, str]
    """The names of the steps of a protected action."""
    confirming: Point
    """The third step, told before the first."""


class ActionWords(QObject):
    """The words for every action."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effects = EffectWords(self)
        self._losses = LossWords(self)

    def texts(
        self,
        action: Action,
        device: Device,
        *,
        choices: WipeChoices = NO_CHOICES,
        rename: RenameWay = RenameWay.DEVICE_NAME,
        is_this_computer: bool = False,
    ) -> ActionTexts:
        """Everything about ``action`` on ``device``; ``choices`` are those of a factory reset."""
        is_here = is_this_computer and action in _FELT
        return ActionTexts(
            icon=action_icon(action),
            verb=self.verb(action),
            question=self._question(action, device),
            summary=self._summary(action, device, choices, rename),
            losses=self._losses.describe(action, device, choices, rename),
            confirm=self._confirm_here(action) if is_here else self._confirm(action, device),
            is_danger=action in _DANGEROUS,
            warning=self._warning(action) if is_here else "",
            steps=self.steps(action),
            confirming=self._confirming(action, device),
        )

    def verb(self, action: Action) -> str:
        """What the button says."""
        return {
            Action.RESET_PASSCODE: self.tr("Reset passcode"),
            Action.REMOTE_LOCK: self.tr("Remote lock"),
            Action.SYNC: self.tr("Check status"),
            Action.RENAME: self.tr("Rename"),
            Action.RETIRE: self.tr("Remove"),
            Action.WIPE: self.tr("Factory reset"),
            Action.RESTART: self.tr("Restart"),
            Action.LOCATE: self.tr("Locate"),
            Action.RECOVERY_KEY: self.tr("Show recovery key"),
        }[action]

    def steps(self, action: Action) -> tuple[str, str, str]:
        """The names of the steps of a protected action."""
        last = self._last_step(action)
        return (self.tr("Before you start"), self.tr("Sign in again"), last)

    def menu(self, action: Action) -> str:
        """What the row of a menu says: three dots where something is asked first."""
        if action in (Action.SYNC, Action.RENAME):
            return self.verb(action)
        return self.tr("{action}…").format(action=self.verb(action))

    def ending(self, action: Action) -> Ending:
        """What is said where a protected action ended before anything was sent."""
        return {
            Action.RETIRE: Ending(
                self.tr("The removal was cancelled"), self.tr("Nothing was removed.")
            ),
            Action.WIPE: Ending(
                self.tr("The factory reset was cancelled"), self.tr("Nothing was erased.")
            ),
            Action.LOCATE: Ending(
                self.tr("Locating was cancelled"), self.tr("The device was not located.")
            ),
            Action.RECOVERY_KEY: Ending(
                self.tr("The key was not asked for"), self.tr("No key was shown.")
            ),
            Action.RESET_PASSCODE: Ending(
                self.tr("The reset was cancelled"), self.tr("Nothing was reset.")
            ),
        }.get(action, Ending(self.tr("It was cancelled"), self.tr("Nothing was sent.")))

    def type_the_name(self) -> str:
        """The label before the name that has to be typed."""
        return self.tr("To confirm, type")

    def _summary(
        self, action: Action, device: Device, choices: WipeChoices, rename: RenameWay
    ) -> str:
        effect = effect_of(device) if action is Action.RESET_PASSCODE else None
        if effect is None:
            return self._losses.summary(action, device, choices, rename)
        title, text = self._effects.confirm(effect)
        return f"{title}. {text}"

    def _question(self, action: Action, device: Device) -> str:
        if action is Action.RETIRE:
            return self._remove_this(device)
        if action is Action.WIPE:
            return self._erase_this(device)
        return {
            Action.RESET_PASSCODE: self.tr("Reset the passcode of {device}?"),
            Action.REMOTE_LOCK: self.tr("Lock {device}?"),
            Action.SYNC: self.tr("Check the status of {device}?"),
            Action.RENAME: self.tr("Rename {device}?"),
            Action.RESTART: self.tr("Restart {device}?"),
            Action.LOCATE: self.tr("Locate {device}?"),
            Action.RECOVERY_KEY: self.tr("Show the recovery key of {device}?"),
        }[action].format(device=device_name(device.name))

    def _remove_this(self, device: Device) -> str:
        return {
            Noun.PHONE: self.tr("Remove this phone?"),
            Noun.IPHONE: self.tr("Remove this iPhone?"),
            Noun.IPAD: self.tr("Remove this iPad?"),
            Noun.COMPUTER: self.tr("Remove this computer?"),
            Noun.DEVICE: self.tr("Remove this device?"),
        }[noun(device)]

    def _erase_this(self, device: Device) -> str:
        return {
            Noun.PHONE: self.tr("Factory reset this phone?"),
            Noun.IPHONE: self.tr("Factory reset this iPhone?"),
            Noun.IPAD: self.tr("Factory reset this iPad?"),
            Noun.COMPUTER: self.tr("Factory reset this computer?"),
            Noun.DEVICE: self.tr("Factory reset this device?"),
        }[noun(device)]

    def _confirm(self, action: Action, device: Device) -> str:
        if action is Action.RETIRE:
            return {
                Noun.PHONE: self.tr("Remove this phone"),
                Noun.IPHONE: self.tr("Remove this iPhone"),
                Noun.IPAD: self.tr("Remove this iPad"),
                Noun.COMPUTER: self.tr("Remove this computer"),
                Noun.DEVICE: self.tr("Remove this device"),
            }[noun(device)]
        if action is Action.WIPE:
            return {
                Noun.PHONE: self.tr("Factory reset this phone"),
                Noun.IPHONE: self.tr("Factory reset this iPhone"),
                Noun.IPAD: self.tr("Factory reset this iPad"),
                Noun.COMPUTER: self.tr("Factory reset this computer"),
                Noun.DEVICE: self.tr("Factory reset this device"),
            }[noun(device)]
        return self.tr("Lock") if action is Action.REMOTE_LOCK else self.verb(action)

    def _confirm_here(self, action: Action) -> str:
        return {
            Action.RESTART: self.tr("Restart the computer I am using"),
            Action.RETIRE: self.tr("Remove the computer I am using"),
            Action.WIPE: self.tr("Factory reset the computer I am using"),
        }[action]

    def _warning(self, action: Action) -> str:
        return {
            Action.RESTART: self.tr(
                "This is the computer you are using now. Save your work first."
            ),
            Action.RETIRE: self.tr(
                "This is the computer you are using now. This program may stop working on it."
            ),
            Action.WIPE: self.tr(
                "This is the computer you are using now. "
                "Everything that is open on it will be gone."
            ),
        }[action]

    def _last_step(self, action: Action) -> str:
        return {
            Action.RESET_PASSCODE: self.tr("Reset"),
            Action.WIPE: self.tr("Erase"),
            Action.RECOVERY_KEY: self.tr("Recovery key"),
        }.get(action, self.verb(action))

    def _confirming(self, action: Action, device: Device) -> Point:
        """What the person does last, and that nothing happens before."""
        sent = self._effects.steps(device)[2].text
        return {
            Action.RETIRE: Point(self.tr("You confirm the removal"), sent),
            Action.WIPE: Point(self.tr("You confirm the factory reset"), sent),
            Action.LOCATE: Point(self.tr("You confirm that it is located"), sent),
            Action.RECOVERY_KEY: Point(
                self.tr("You ask for the key"), self.tr("Only then is the key read.")
            ),
        }.get(action, self._effects.steps(device)[2])
