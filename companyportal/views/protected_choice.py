"""Which step of a protected action is on the screen, from the models alone."""

from __future__ import annotations

from companyportal.capabilities import ResetEffect
from companyportal.domain import Action, Platform
from companyportal.models.followed import Followed
from companyportal.models.protected_progress import Step
from companyportal.records import OperationState
from companyportal.views.effect_words import effect_of
from companyportal.views.protected_step import ProtectedModels

_BY_STEP = {
    Step.BEFORE_START: "before",
    Step.SIGNING_OUT: "sign_in",
    Step.SIGN_IN_AGAIN: "sign_in",
    Step.CHECKING: "sign_in",
    Step.CONFIRM: "confirm",
    Step.SENDING: "sending",
    Step.ENDED: "ended",
}
_NUMBERS = {
    Step.BEFORE_START: 0,
    Step.SIGNING_OUT: 1,
    Step.SIGN_IN_AGAIN: 1,
    Step.CHECKING: 1,
    Step.CONFIRM: 2,
    Step.SENDING: 2,
    Step.FOLLOWING: 2,
}

SUCCESSES = ("passcode", "removed", "pin", "keys", "place", "done")


def step_name(models: ProtectedModels) -> str:
    """An attribute of ``ProtectedPage``; empty where nothing is under way."""
    step = models.protected.progress.step
    return _result_name(models) if step is Step.FOLLOWING else _BY_STEP.get(step, "")


def step_number(models: ProtectedModels) -> int | None:
    """Which of the three steps at the top it belongs to; None: an end, it stays where it was."""
    return _NUMBERS.get(models.protected.progress.step)


def _result_name(models: ProtectedModels) -> str:
    followed = models.followed
    if followed is None:
        return "failed"
    if followed.state is OperationState.UNKNOWN:
        return "unknown"
    if followed.state.is_open:
        return "waiting"
    if followed.state is not OperationState.DONE:
        return "failed"
    return _success_name(followed)


def _success_name(followed: Followed) -> str:
    action = followed.key.action
    if action is Action.RESET_PASSCODE:
        return "removed" if effect_of(followed.device) is ResetEffect.REMOVED else "passcode"
    if action is Action.REMOTE_LOCK and followed.device.platform is Platform.MACOS:
        return "pin"
    return {Action.RECOVERY_KEY: "keys", Action.LOCATE: "place"}.get(action, "done")
