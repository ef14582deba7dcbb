"""The key store takes its time at the start: the window shows what it knows, and nothing is asked
of anybody before it is known who is signed in.
"""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from companyportal.auth import secret_service
from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from tests.models.hands import Hands
from tests.models.kept_ring import KeptRing
from tests.program import running_portal, sign_in, until
from tests.stories.conftest import SitDown
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

PLAIN = "Marie’s Galaxy"
Words = dict[str, str]
ENGLISH = {"wait": "Signing you in…", "reset": "Reset passcode"}
FRENCH = {"wait": "Connexion en cours…", "reset": "Réinitialiser le code d’accès"}


class SlowRing(KeptRing):
    """Answers when it is let to."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.answers = threading.Event()
        self.answers.set()

    def get_password(self, service: str, username: str) -> str | None:
        """See KeyringBackend."""
        self.answers.wait(60)
        return super().get_password(service, username)


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowRing]:
    """The keyring of this process."""
    ring = SlowRing(tmp_path / "ring")
    monkeypatch.setattr(secret_service, "_secret_service", lambda: ring)
    yield ring
    ring.answers.set()


@pytest.fixture
async def sit_down_again(
    sit_down: SitDown,
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
    story_folder: Path,
    ring: SlowRing,
) -> Callable[[str], Awaitable[Sitting]]:
    """Marie was signed in the last time; the next time the key store is slow."""
    folder = story_folder / "data" / demo.endpoints.profile
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=folder
    ) as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.names)
    ring.answers.clear()

    async def again(language: str) -> Sitting:
        return await sit_down(demo, hands, clock=demo_clock, language=language)

    return again


async def choose(sitting: Sitting, name: str) -> None:
    """Click a card of the list that was kept."""
    view = sitting.window.devices_page.view
    await sitting.rest()
    rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    index = next(each for each in rows if each.data() == name)
    await sitting.click_at(view.viewport(), view.visualRect(index).center())


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("fr", FRENCH)])
async def test_a_click_before_the_session_is_back_is_answered_when_it_is(
    sit_down_again: Callable[[str], Awaitable[Sitting]],
    demo: DemoServer,
    ring: SlowRing,
    language: str,
    words: Words,
) -> None:
    seen = len(demo.tenant.requests)
    sitting = await sit_down_again(language)
    portal, window = sitting.portal, sitting.window
    await until(lambda: window.has_painted and portal.tasks.is_running("restore"))
    await choose(sitting, PLAIN)
    sitting.sees(PLAIN, words["wait"])
    assert portal.account.state is AccountState.STARTING
    assert sitting.button(words["reset"]).accessibleDescription() == words["wait"]
    await sitting.click(words["reset"])
    window.router.back()
    await choose(sitting, PLAIN)
    window.pages.device_page.action_row.button(Action.SYNC).click()
    assert (sitting.step, portal.messages.current) == (Step.NONE, None)
    assert len(demo.tenant.requests) == seen
    ring.answers.set()
    await until(lambda: portal.details.checked_at)
    assert portal.messages.current is None
    assert words["wait"] not in sitting.words()
    await sitting.click(words["reset"])
    assert sitting.step is Step.BEFORE_START
