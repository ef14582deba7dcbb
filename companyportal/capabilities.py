"""Which actions a device offers, and the reason where it does not.

Graph has no call that answers this for one device, so the rules are ours. They are a hint for the
screen: the service decides, and answers ``notSupported`` where a policy is missing that only it
knows of. Whatever cannot be told for certain (platform, enrollment, ownership, version, state) is
never offered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from companyportal.action_rules import reason_by_kind
from companyportal.domain import Action, Device, Platform
from companyportal.offer import Offer
from companyportal.passcode_rules import ResetEffect, effect_or_reason
from companyportal.reasons import Reason
from companyportal.rename_way import RenameWay
from companyportal.rules import Rules

__all__ = ["Offer", "Reason", "ResetEffect", "Rules", "offer", "reset_passcode"]

_STATES: Mapping[str, Reason | None] = MappingProxyType(
    {
        "managed": None,
        "retirefailed": None,
        "retirecanceled": None,
        "wipefailed": None,
        "wipecanceled": None,
        "retirepending": Reason.BEING_REMOVED,
        "retireissued": Reason.BEING_REMOVED,
        "wipepending": Reason.BEING_REMOVED,
        "wipeissued": Reason.BEING_REMOVED,
        "deletepending": Reason.BEING_REMOVED,
        "discovered": Reason.NOT_MANAGED,
    }
)
"""Graph's managementState, lower case. Whatever is not named (``unhealthy``, new members) is an
unknown state.
"""

_INSTEAD: Mapping[tuple[Action, Reason], Action] = MappingProxyType(
    {
        (Action.RESET_PASSCODE, Reason.WINDOWS_PC): Action.RECOVERY_KEY,
        (Action.RESET_PASSCODE, Reason.MACOS): Action.RECOVERY_KEY,
        (Action.RESET_PASSCODE, Reason.UNKNOWN_VERSION): Action.SYNC,
        (Action.WIPE, Reason.MACOS): Action.REMOTE_LOCK,
        (Action.WIPE, Reason.APPLE_USER_ENROLLMENT): Action.RETIRE,
        (Action.WIPE, Reason.ANDROID_WORK_PROFILE): Action.RETIRE,
        (Action.LOCATE, Reason.MACOS): Action.REMOTE_LOCK,
        (Action.LOCATE, Reason.IPHONE): Action.REMOTE_LOCK,
        (Action.LOCATE, Reason.ANDROID_WORK_PROFILE): Action.REMOTE_LOCK,
        (Action.LOCATE, Reason.ANDROID_ADMINISTRATOR): Action.REMOTE_LOCK,
    }
)
"""What helps with the same trouble where an action is refused for a reason."""

_NO_RULES = Rules()


def offer(action: Action, device: Device, rules: Rules = _NO_RULES) -> Offer:
    """Whether ``device`` offers ``action`` where the organisation has these ``rules``.

    That the device is the person's own is for the caller to know.
    """
    answer = _offer(action, device, rules)
    if answer.reason is None:
        return answer
    other = _INSTEAD.get((action, answer.reason))
    if other is None or not _offer(other, device, rules).is_offered:
        return answer
    return replace(answer, instead=other)


def reset_passcode(device: Device, *, is_locked_down: bool = False) -> Offer:
    """Whether the passcode of ``device`` can be reset, and what that does there.

    ``is_locked_down``: the organisation's policy is there and cannot be understood.
    """
    return offer(Action.RESET_PASSCODE, device, Rules(is_locked_down=is_locked_down))


def _offer(action: Action, device: Device, rules: Rules) -> Offer:
    """What can never work comes first, so that the reason does not change with the state."""
    if _is_switched_off(action, device, rules):
        return Offer(action=action, reason=Reason.SWITCHED_OFF)
    verdict = _verdict(action, device, rules)
    by_kind = Offer(action=action, reason=verdict if isinstance(verdict, Reason) else None)
    if rules.is_read_only:
        return by_kind if by_kind.is_hidden else Offer(action=action, reason=Reason.READ_ONLY)
    if isinstance(verdict, Reason):
        return by_kind
    reason = _reason_by_rules(action, device, rules) or _reason_by_state(action, device)
    if reason is not None:
        return Offer(action=action, reason=reason)
    return Offer(action=action, effect=verdict)


def _is_switched_off(action: Action, device: Device, rules: Rules) -> bool:
    """True where the organisation does not want the action, or not the only way to do it."""
    if action is Action.OTHER:
        return True
    if action is Action.RENAME:
        needs_beta = rules.rename is RenameWay.DEVICE_NAME
        return rules.rename is RenameWay.OFF or (needs_beta and not rules.uses_beta)
    if action is Action.RECOVERY_KEY:
        needs_beta = device.platform is Platform.MACOS
        return not rules.reads_keys or (needs_beta and not rules.uses_beta)
    return False


def _verdict(action: Action, device: Device, rules: Rules) -> ResetEffect | Reason | None:
    if action is Action.RESET_PASSCODE:
        return effect_or_reason(device)
    return reason_by_kind(action, device, rules.rename, wipes_macs=rules.wipes_macs)


def _reason_by_rules(action: Action, device: Device, rules: Rules) -> Reason | None:
    if rules.is_locked_down and action is not Action.SYNC:
        return Reason.POLICY_UNREADABLE
    if any(blocked.blocks(action, device) for blocked in rules.blocked):
        return Reason.BLOCKED
    return None


def _reason_by_state(action: Action, device: Device) -> Reason | None:
    """A removal or factory reset wins over everything else, whoever tells of it."""
    if device.open_actions & {Action.RETIRE, Action.WIPE}:
        return Reason.BEING_REMOVED
    reason = _STATES.get(device.management_state.lower(), Reason.UNKNOWN_STATE)
    if reason is None and action in device.open_actions and not action.is_repeatable:
        return Reason.ALREADY_REQUESTED
    return reason
