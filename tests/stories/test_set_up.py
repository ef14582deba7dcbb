"""A technician types tenant, application and cloud, and the program goes on from there."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal import settings
from companyportal.clouds import CLOUDS
from companyportal.desktop.single_instance import SingleInstance
from companyportal.errors import SettingsError
from companyportal.unconnected import Choice, _may_enter, choose
from companyportal.views.main_window import MainWindow
from companyportal.views.not_connected_window import NotConnectedWindow
from tests.program import until
from tests.proofs import threat
from tests.stories.launched import launched, press, read_on, words_on

TENANT = "0a1b2c3d-0000-4000-8000-00000000000f"
CLIENT = "99999999-0000-4000-8000-00000000000f"
FORM = "Connect an organisation"


def shown() -> NotConnectedWindow | None:
    """The window, once it can be seen."""
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return next((each for each in windows if isinstance(each, NotConnectedWindow)), None)


async def test_what_is_entered_is_kept_and_the_program_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "dark"  # mine\n', encoding="utf-8")
    async with launched(tmp_path) as program:
        window = await program.window(NotConnectedWindow)
        assert not window.form.isVisible()
        press(window, FORM)
        window.form.tenant.edit.setText(f" {{{TENANT.upper()}}} ")
        window.form.client.edit.setText(CLIENT)
        window.form.cloud.setCurrentIndex(list(CLOUDS).index("bleu-fr"))
        press(window, "Save and sign in")
        await read_on(await program.window(MainWindow), "Welcome to Company Portal")
        assert not window.isVisible()
    loaded = settings.load(user_file=file, policy_file=None)
    kept = loaded.settings
    assert (kept.tenant_id, kept.client_id, kept.cloud) == (TENANT, CLIENT, "bleu-fr")
    assert "# mine" in file.read_text(encoding="utf-8")


async def test_by_keyboard_and_what_is_no_identifier_is_told_beside_its_field(
    tmp_path: Path,
) -> None:
    async with launched(tmp_path) as program:
        window = await program.window(NotConnectedWindow)
        press(window, FORM)
        form = window.form
        QTest.keyClicks(form.tenant.edit, "valcombe.example")
        QTest.keyClick(form.tenant.edit, Qt.Key.Key_Return)
        assert form.tenant.wrong.isVisible()
        assert form.client.wrong.isVisible()
        assert form.tenant.edit.accessibleDescription() == form.tenant.wrong.text()
        assert not (tmp_path / "settings.toml").exists()
        form.tenant.edit.clear()
        QTest.keyClicks(form.tenant.edit, TENANT)
        assert not form.tenant.wrong.isVisible()
        QTest.keyClicks(form.client.edit, CLIENT)
        QTest.keyClick(form.client.edit, Qt.Key.Key_Return)
        await program.window(MainWindow)


async def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "in the way").touch()
    blocked = tmp_path / "in the way" / "settings.toml"
    loaded = settings.load(user_file=blocked, policy_file=None)
    with pytest.raises(SettingsError) as missing:
        settings.endpoints_for(loaded.settings, file=blocked)
    instance = SingleInstance(uuid.uuid4().hex)
    asking = asyncio.ensure_future(choose(missing.value, loaded, blocked, instance))
    await until(lambda: shown() is not None)
    window = shown()
    assert window is not None
    window.entered.emit({"tenant_id": TENANT, "client_id": CLIENT, "cloud": "global"})
    await read_on(window, "Your choice could not be saved.")
    press(window, "Quit")
    assert await asking is Choice.NOTHING
    window.deleteLater()


async def test_it_cannot_be_entered_where_more_is_missing(tmp_path: Path) -> None:
    text = 'connection = "gateway"\n'
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    async with launched(tmp_path) as program:
        window = await program.window(NotConnectedWindow)
        assert FORM not in words_on(window)
        press(window, "Quit")
        assert await program.ended() == 2


@threat("T30")
@pytest.mark.parametrize("has_problem", [True, False])
async def test_a_policy_of_the_organisation_leaves_nothing_to_enter(
    tmp_path: Path, has_problem: bool
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("theme =" if has_problem else 'theme = "dark"\n', encoding="utf-8")
    loaded = settings.load(user_file=tmp_path / "none", policy_file=policy)

    with pytest.raises(SettingsError) as missing:
        settings.endpoints_for(loaded.settings, file=loaded.file)
    assert not _may_enter(missing.value, loaded)
