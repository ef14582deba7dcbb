"""All words of all actions on one sheet per language, for a person to read.

``python -m tests.views.action_words_sheet`` writes the sheets anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from companyportal.capabilities import offer
from companyportal.domain import Action, Device, EnrollmentKind, FormFactor, Ownership, Platform
from companyportal.records import OperationState
from companyportal.rename_way import RenameWay
from companyportal.views.action_words import ActionTexts, ActionWords
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.outcome_words import OutcomePage, OutcomeWords
from companyportal.wipe_choices import NO_CHOICES, WipeChoices
from tests.device_samples import ACTIONS, PC

LAPTOP = replace(PC, name="PC-0042", form_factor=FormFactor.LAPTOP, ownership=Ownership.COMPANY)
OWN_LAPTOP = replace(
    LAPTOP, name="Home PC", enrollment=EnrollmentKind.STANDARD, ownership=Ownership.PERSONAL
)
MAC = replace(LAPTOP, name="MacBook", platform=Platform.MACOS, enrollment=EnrollmentKind.STANDARD)
IPHONE = replace(
    OWN_LAPTOP, name="Marie’s iPhone", platform=Platform.IOS, form_factor=FormFactor.PHONE
)
IPAD = replace(
    LAPTOP,
    name="Meeting room iPad",
    platform=Platform.IPADOS,
    form_factor=FormFactor.TABLET,
    enrollment=EnrollmentKind.APPLE_SUPERVISED,
)
GALAXY = replace(
    IPHONE,
    name="Marie’s Galaxy",
    platform=Platform.ANDROID,
    ownership=Ownership.COMPANY,
    enrollment=EnrollmentKind.ANDROID_FULLY_MANAGED,
    os_version="14",
)
PIXEL = replace(
    GALAXY,
    name="My Pixel",
    ownership=Ownership.PERSONAL,
    enrollment=EnrollmentKind.ANDROID_WORK_PROFILE,
)
OLD_ANDROID = replace(PIXEL, name="Old tablet", form_factor=FormFactor.TABLET, os_version="6.0")
OLD_ANDROID = replace(OLD_ANDROID, enrollment=EnrollmentKind.ANDROID_DEVICE_ADMINISTRATOR)
DEVICES = (IPHONE, IPAD, GALAXY, PIXEL, OLD_ANDROID, MAC, LAPTOP, OWN_LAPTOP)
STATES = (
    OperationState.ACCEPTED,
    OperationState.DONE,
    OperationState.FAILED,
    OperationState.NOT_SUPPORTED,
    OperationState.NOT_SENT,
    OperationState.UNKNOWN,
    OperationState.UNRESOLVED,
)


class Case(NamedTuple):
    """One question that can be asked."""

    action: Action
    device: Device
    label: str = ""
    choices: WipeChoices = NO_CHOICES
    rename: RenameWay = RenameWay.DEVICE_NAME
    is_here: bool = False

    def texts(self, words: ActionWords) -> ActionTexts:
        """What is said then."""
        return words.texts(
            self.action,
            self.device,
            choices=self.choices,
            rename=self.rename,
            is_this_computer=self.is_here,
        )


def cases() -> Iterator[Case]:
    """Whatever is offered, and the choices that change the words."""
    for action in ACTIONS:
        for device in DEVICES:
            if offer(action, device).is_offered:
                yield Case(action, device)
    yield Case(Action.WIPE, LAPTOP, "files stay", WipeChoices(keep_user_data=True))
    yield Case(Action.WIPE, LAPTOP, "stays enrolled", WipeChoices(keep_enrollment=True))
    yield Case(Action.WIPE, IPHONE, "eSIM goes", WipeChoices(keep_esim=False))
    yield Case(Action.RENAME, LAPTOP, "Intune’s name", rename=RenameWay.MANAGEMENT_NAME)
    yield Case(Action.WIPE, LAPTOP, "this computer", is_here=True)
    yield Case(Action.RETIRE, OWN_LAPTOP, "this computer", is_here=True)
    yield Case(Action.RESTART, LAPTOP, "this computer", is_here=True)


def sheet() -> str:
    """The sheet in the language that is in use."""
    return "\n".join([*_questions(), *_outcomes()]) + "\n"


def path(language: str) -> Path:
    """Where the sheet of ``language`` is kept."""
    return Path(__file__).with_name(f"action_words_{language}.md")


def _questions() -> Iterator[str]:
    """Cases that differ in nothing but the name of the device stand together."""
    words = ActionWords()
    together: dict[str, list[str]] = {}
    for case in cases():
        body = "\n".join(_question(case, words)).replace(case.device.name, "…")
        label = f" ({case.label})" if case.label else ""
        together.setdefault(body, []).append(f"{case.device.name}{label}")
    for body, names in together.items():
        yield f"## {', '.join(names)}\n\n{body}\n"


def _question(case: Case, words: ActionWords) -> Iterator[str]:
    texts = case.texts(words)
    yield f"{words.menu(case.action)} → **{texts.question}** {texts.summary}\n"
    rows = (*texts.losses._asdict().items(), ("warning", texts.warning))
    yield from (f"- {name}: {text}" for name, text in rows if text)
    if case.action.is_protected:
        yield f"- steps: {' · '.join(texts.steps)}; {texts.confirming.title}"
        yield f"- not done: {'. '.join(words.ending(case.action))}"
    yield f"- [ {texts.confirm} ]"


def _outcomes() -> Iterator[str]:
    words = OutcomeWords()
    for action in ACTIONS:
        if action is not Action.RESET_PASSCODE:
            yield f"## {action.value}: what became of it\n"
            yield from (_line(state, words.describe(action, GALAXY, state)) for state in STATES)
            yield ""
    yield "## Special outcomes\n"
    for state in (OperationState.DONE, OperationState.FAILED):
        yield _line(state, words.describe(Action.REMOTE_LOCK, MAC, state))
    state = OperationState.NOT_SUPPORTED
    yield _line(state, words.describe(Action.RENAME, LAPTOP, state))
    yield _line(OperationState.DONE, words.no_key())


def _line(state: OperationState, page: OutcomePage) -> str:
    rest = " ".join(text for text in (page.line, page.text, page.hint) if text)
    return f"- {state.value} ({page.icon}, {page.kind}): **{page.title}** {rest}"


if __name__ == "__main__":
    application = QCoreApplication([])
    for code in LANGUAGES:
        language = Language()
        language.use(code)
        path(code).write_text(sheet(), "utf-8")
