"""The demo says so wherever one looks, reaches nothing but this computer, and nobody is led into
it; and whoever is connected, the program contacts the addresses it was given and no other.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtWidgets import QApplication

from companyportal import settings
from companyportal.demo.server import DemoServer
from companyportal.models.protected_progress import Step
from companyportal.records import ALL_NEWS
from companyportal.settings import Settings
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.main_window import MainWindow
from companyportal.views.notification_words import bubble_words
from companyportal.views.router import Place
from tests.models.hands import Hands
from tests.proofs import promise, threat
from tests.stories.conftest import SitDown
from tests.stories.contacted import contacted
from tests.stories.launched import launched, read_on, words_on
from tests.stories.own_sockets import own_links
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

BANNER = "A pretend organisation on this computer. Nothing here reaches a real device."
HERE = {"127.0.0.1", "::1"}


def says_demo(window: MainWindow) -> bool:
    """The banner can be seen, whole, at the top."""
    strip = window.demo_strip
    assert strip is not None
    is_whole = strip.visibleRegion().boundingRect() == strip.rect()
    return is_whole and BANNER in words_on(window)


@threat("T31")
async def test_every_page_of_the_demo_says_that_it_is_one(signed_in: Sitting) -> None:
    window = signed_in.window
    for place in (Place.DEVICES, Place.SUPPORT, Place.SETTINGS):
        window.router.go(place)
        await signed_in.rest()
        assert says_demo(window)
    seen = set[Step]()

    def look() -> None:
        seen.add(signed_in.step)
        assert says_demo(window)

    signed_in.portal.protected.changed.connect(look)
    window.router.go(Place.DEVICES)
    await signed_in.to_confirmation()
    await signed_in.confirm()
    await signed_in.let_pass_until(text="Show passcode")
    assert len(seen) > 4


@threat("T31")
@threat("T34")
@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_bubble_says_that_it_is_the_demo_and_has_no_room_for_a_name(
    code: str, qapp: QApplication
) -> None:
    language = Language(qapp)
    language.use(code)
    try:
        for news in ALL_NEWS:
            real, demo = bubble_words(news), bubble_words(news, is_demo=True)
            assert demo.title != real.title
            assert demo.title.split()[0].strip(":") in ("Demo", "Démo")
            assert real.title in demo.title
            assert "{" not in "".join((*real, *demo))
    finally:
        language.use("en")


@threat("T31")
async def test_the_built_in_demo_says_it_before_anybody_has_signed_in(tmp_path: Path) -> None:
    async with launched(tmp_path, "--demo") as program:
        window = await program.window(MainWindow)
        await read_on(window, "Welcome to Company Portal")
        assert says_demo(window)


@threat("T31")
@threat("T30")
def test_where_there_is_a_policy_nothing_of_the_person_leads_into_the_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy, user = tmp_path / "policy.toml", tmp_path / "settings.toml"
    ours = "5b1d2a7e-6c0f-4d1b-9a35-0c7e1f4b8d62"
    policy.write_text(f'tenant_id = "{ours}"\nclient_id = "{ours}"\n', encoding="utf-8")
    lines = [f'{key} = "demo"' for key in (*asdict(Settings()), "demo", "is_demo", "connect")]
    user.write_text("\n".join(lines), encoding="utf-8")
    for name in ("DEMO", "COMPANYPORTAL_DEMO", "COMPANYPORTAL_CONNECT", "COMPANYPORTAL_POLICY"):
        monkeypatch.setenv(name, "1")
    loaded = settings.load(user_file=user, policy_file=policy)
    endpoints = settings.endpoints_for(loaded.settings)
    assert not endpoints.is_demo
    assert endpoints.service == "https://graph.microsoft.com/v1.0"
    assert endpoints.tenant_id == ours
    assert endpoints.profile == ours != "demo"


async def whole_run(sitting: Sitting) -> None:
    """From the welcome page to the passcode, every page, and a minute of rest."""
    sitting.window.protected_page.confirm.alarm.setInterval(0)
    await sitting.sign_in()
    await sitting.to_confirmation()
    await sitting.confirm()
    await sitting.let_pass_until(text="Show passcode")
    await sitting.click("Show passcode")
    for place in (Place.SUPPORT, Place.SETTINGS, Place.DEVICES):
        sitting.window.router.go(place)
    await sitting.let_pass(60)


@promise(6)
@promise(9)
@threat("T31")
@threat("T43")
async def test_a_whole_run_contacts_the_configured_addresses_and_nobody_else(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    async with own_links() as links:
        with contacted() as found:
            await whole_run(await sit_down(demo, hands, clock=demo_clock))
    configured = {
        urlsplit(each).port for each in (demo.endpoints.authority, demo.endpoints.service)
    }
    browsers = {urlsplit(link).port for link in hands.opened}
    queries = [parse_qs(urlsplit(link).query) for link in hands.opened]
    answers = {urlsplit(query["redirect_uri"][0]).port for query in queries}
    expected = configured | browsers | answers
    assert configured <= {port for _, port in found} <= expected
    assert {host for host, _ in found} <= HERE
    # Organisation and browser are in this process too: one end of each link is expected.
    assert [
        each
        for each in links
        if each.peer not in HERE or not {each.port, each.peer_port} & expected
    ] == []
    assert configured <= {each.peer_port for each in links} or not sys.platform.startswith("linux")
