"""At a kiosk nobody has a browser, a tab, a disk or a log of their own, and no text says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import Offline, PortalError
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.records import OperationState
from companyportal.views import venue
from companyportal.views.action_words import ActionTexts, ActionWords
from companyportal.views.close_tab_page import close_tab_page
from companyportal.views.end_words import EndWords
from companyportal.views.error_text import ErrorText, Remedy
from companyportal.views.language import LANGUAGES
from companyportal.views.outcome_words import OutcomeWords
from companyportal.views.theme import Theme
from tests.counter import Counter
from tests.device_samples import ACTIONS, IPHONE, PC
from tests.every_error import an_error, every_kind
from tests.program import until
from tests.proofs import promise
from tests.public_words import BROWSER, COMPUTER, found
from tests.views.visitor import readable, visible

pytestmark = promise(8)
Speak = Callable[[str], None]


@pytest.fixture
def languages(application: object, speak: Speak) -> Iterator[str]:
    """Each of them, one after another."""

    def each() -> Iterator[str]:
        for code in sorted(LANGUAGES):
            speak(code)
            yield code

    return each()


def told_of_errors() -> list[str]:
    """By every class of error, and by every end of a protected action."""
    errors: list[PortalError] = [an_error(kind) for kind in every_kind()]
    told = [" ".join(ErrorText().describe(error)[:2]) for error in errors]
    ends: list[tuple[Closed, PortalError | None]] = [(reason, None) for reason in Closed]
    ends += [(Closed.SIGN_IN_FAILED, error) for error in errors]
    pages = [EndWords().describe(*end, action) for end in ends for action in ACTIONS[:2]]
    return [*told, *(" ".join(page[:4]) for page in pages)]


def told_of_actions() -> list[str]:
    """Before an action, and after it, by everything that can become of it."""
    texts = [ActionWords().texts(action, PC) for action in ACTIONS]
    states = set(OperationState) - {s for s in OperationState if s.is_open} | {
        OperationState.UNKNOWN
    }
    pages = [
        OutcomeWords().describe(a, d, s) for a in ACTIONS for d in (PC, IPHONE) for s in states
    ]
    return [*map(said_before, texts), *(" ".join(page[:4]) for page in pages)]


def said_before(texts: ActionTexts) -> str:
    """All of it in one text."""
    return " ".join((texts.question, texts.summary, *texts.losses, *texts.confirming))


def test_no_error_and_no_end_tells_a_visitor_what_is_not_theirs(
    kiosk_venue: Theme, languages: Iterator[str]
) -> None:
    for code in languages:
        words = f"{BROWSER[code]}|{COMPUTER[code]}"
        assert found(words, told_of_errors()) == []
        assert found(BROWSER[code], told_of_actions()) == []


def test_at_a_desk_they_do(application: object, languages: Iterator[str]) -> None:
    """So the patterns find what they seek."""
    for code in languages:
        assert len(found(BROWSER[code], told_of_errors())) > 5
        assert len(found(COMPUTER[code], told_of_errors())) > 5
        assert len(found(BROWSER[code], told_of_actions())) > 1


def test_a_class_that_came_later_speaks_like_the_one_above_it_here_too(
    kiosk_venue: Theme,
) -> None:
    class Newer(Offline):
        pass

    words = ErrorText().describe(Newer())
    assert words == ErrorText().describe(Offline())
    assert words.advice == "Nothing was sent. Try again, or ask IT support."
    assert words.remedy is Remedy.TRY_AGAIN


@pytest.mark.parametrize("succeeded", [True, False])
def test_the_page_after_the_sign_in_asks_for_nothing_to_be_closed(
    kiosk_venue: Theme, languages: Iterator[str], succeeded: bool
) -> None:
    for code in languages:
        page = close_tab_page(succeeded)
        assert found(BROWSER[code], [page]) == []
        assert {"en": "closes by itself", "fr": "se ferme d’elle-même"}[code] in page
    venue.set_public(False)
    assert "cet onglet" in close_tab_page(succeeded)


async def test_the_second_sign_in_speaks_of_no_browser(counter: Counter) -> None:
    portal, frame = counter.portal, counter.window.frame
    device, counter.hands.hesitates = counter.device("Galaxy"), True
    frame.router.open_protected(Action.RESET_PASSCODE, device)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.link)
    seen = [visible(frame)]
    counter.hands.browser.open_url(portal.protected.progress.link)
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    # It has been there for a moment.
    assert "The sign-in is done. It must be this account:" in readable(frame)
    portal.protected.cancel()
    frame.router.open_protected(Action.RESET_PASSCODE, device)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.link)
    portal.protected.cancel()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    seen.append(visible(frame))
    portal.account.sign_in()
    await until(lambda: portal.account.link)
    assert portal.account.state is AccountState.SIGNING_IN
    assert "Sign in in the window below." in visible(frame)
    assert found(BROWSER["en"], [*seen, visible(frame), visible(counter.window.bar)]) == []


async def test_a_list_that_cannot_be_read_sends_nobody_to_a_connection(
    counter: Counter, demo: DemoServer
) -> None:
    account = counter.portal.account.account
    assert account is not None
    demo.tenant.faults.add("forbidden")
    counter.portal.devices.clear()
    counter.portal.store.erase_personal()
    counter.portal.devices.open(account.person)
    await until(lambda: counter.portal.devices.state is ListState.FAILED)
    seen = visible(counter.window.frame)
    assert "Nothing was changed. Try again, or ask IT support." in seen
    assert found(COMPUTER["en"], [seen]) == []
