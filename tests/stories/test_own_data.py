"""Erasing all data on this computer: asked once more, then nothing of the person is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from companyportal import logs
from companyportal.auth.token_cache import open_token_cache
from companyportal.demo.server import DemoServer
from companyportal.desktop.autostart import open_autostart
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from companyportal.own_files import Kept
from companyportal.store import Store
from tests.desk import at_desk
from tests.models.hands import Hands
from tests.models.kept_ring import plug_in
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.secrets_net import SecretsNet
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

ERASE = "Erase all data on this computer"
EARLIER = "01234567-89ab-cdef-0123-456789abcdef"


async def go_to_settings(sitting: Sitting) -> None:
    """Where the button is."""
    await sitting.click("Settings")
    await sitting.wait_for(ERASE)
    sitting.window.sheets.erase_question.alarm.setInterval(0)


def leave_behind(folder: Path) -> None:
    """As another organisation does that the program was set up for before."""
    open_token_cache(folder.name, folder).save("a session")
    Store.open(folder / "portal.sqlite").close()
    assert len(files_below(folder)) > 1


def files_below(*folders: Path) -> list[str]:
    """The names of all files there."""
    return [str(path) for folder in folders for path in folder.rglob("*") if not path.is_dir()]


@promise(1)
@threat("T01")
async def test_after_erasing_no_file_of_the_program_is_left(
    demo: DemoServer,
    demo_clock: VirtualClock,
    hands: Hands,
    story_folder: Path,
    secrets_net: SecretsNet,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, autostart = story_folder / "data", open_autostart([])
    plug_in(tmp_path / "ring", monkeypatch)
    logs.set_up(data / "logs")
    leave_behind(data / EARLIER)
    options = {"open_url": hands.open_url, "clock": demo_clock, "autostart": autostart}
    async with at_desk(demo, data, keeps_data=True, **options) as life:  # type: ignore[arg-type]
        life.window.activateWindow()
        sitting = Sitting(life, demo, secrets_net, hands.opened, demo_clock)
        sitting.window.protected_page.confirm.alarm.setInterval(0)
        await sitting.sign_in()
        await sitting.to_confirmation()
        await sitting.confirm()
        await sitting.let_pass_until(text="Your temporary passcode is ready")
        await go_to_settings(sitting)
        life.portal.preferences.set("theme", "dark")
        life.program.start_with_system.set(True)
        await until(lambda: not life.portal.tasks.names and autostart.is_on())
        life.program.own_data.look()
        await until(lambda: len(life.program.own_data.sizes) == len(Kept))
        assert len(files_below(tmp_path / "ring")) == 2
        await sitting.click(ERASE)
        sitting.sees("You are signed out and the program closes.")
        await sitting.click("Erase and close")
        await until(life._quit.is_set)
        assert life.portal.account.state is AccountState.SIGNED_OUT
    assert files_below(data, story_folder / "config", story_folder / "state") == [
        str(story_folder / "state" / logs.FILE_NAME)  # by the test, before the program began
    ]
    assert files_below(tmp_path / "ring") == [], "the keys of both sessions"
    assert not (data / EARLIER).exists()
    secrets_net.check()


async def test_enter_and_escape_erase_nothing(signed_in: Sitting, story_folder: Path) -> None:
    await go_to_settings(signed_in)
    before = files_below(story_folder / "data")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        await signed_in.click(ERASE)
        await signed_in.press(key)
        assert not signed_in.window.sheets.has_question
    assert signed_in.portal.account.state is AccountState.SIGNED_IN
    assert files_below(story_folder / "data") == before


async def test_a_double_click_does_not_go_through_to_the_last_button(signed_in: Sitting) -> None:
    await go_to_settings(signed_in)
    question = signed_in.window.sheets.erase_question
    question.alarm.setInterval(60_000)
    await signed_in.click(ERASE)
    assert not question.erase.isEnabled()


async def test_a_key_store_that_keeps_the_session_is_told_and_the_program_stays(
    signed_in: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sees the window close believes that all is gone."""
    from companyportal.errors import SignOutFailed

    def refuse() -> None:
        raise SignOutFailed

    await go_to_settings(signed_in)
    monkeypatch.setattr(signed_in.portal.session._disk, "erase", refuse)
    await signed_in.click(ERASE)
    await signed_in.click("Erase and close")
    await signed_in.wait_for("You could not be signed out completely.")
    assert not signed_in.life._quit.is_set()
    assert signed_in.portal.account.state is AccountState.SIGNED_OUT


async def test_while_a_request_is_under_way_nothing_can_be_erased(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    assert signed_in.step is Step.CONFIRM
    await signed_in.click("Settings")
    await signed_in.wait_for(ERASE)
    button = signed_in.window.pages.settings_page.data_card.erase
    assert button.reason == "A request is under way. Wait until it has ended."
    button.click()
    assert not signed_in.window.sheets.has_question
