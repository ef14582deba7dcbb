"""Choices: in force at once, on disk at once, and not at all where the organisation chose."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from companyportal.errors import SettingsNotSaved
from companyportal.models.preferences import Preferences
from companyportal.settings import Settings, load
from companyportal.tasks import Tasks
from tests.models.hands import emissions
from tests.program import until


@pytest.fixture
def tasks() -> Tasks:
    """What saves."""
    return Tasks()


@pytest.fixture
def user_file(tmp_path: Path) -> Path:
    """The person's file; it is not there yet."""
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def preferences(tasks: Tasks, user_file: Path) -> Preferences:
    """The organisation has chosen the theme."""
    return Preferences(
        settings=Settings(), tasks=tasks, locked=frozenset({"theme"}), user_file=user_file
    )


def saved(user_file: Path) -> dict[str, object]:
    """What the next start will read."""
    return tomllib.loads(user_file.read_text()) if user_file.exists() else {}


async def test_a_choice_is_in_force_and_on_disk(
    preferences: Preferences, tasks: Tasks, user_file: Path
) -> None:
    changed = emissions(preferences.changed)
    preferences.set("language", "fr")
    assert preferences.settings.language == "fr"
    preferences.set("language", "en")
    preferences.set("keep_in_tray", False)
    await until(lambda: not tasks.names)
    assert saved(user_file) == {"language": "en", "keep_in_tray": False}
    preferences.set("language", "en")
    assert changed == [("language",), ("language",), ("keep_in_tray",)]
    assert tasks.names == ()


async def test_what_the_organisation_chose_stays(
    preferences: Preferences, tasks: Tasks, user_file: Path
) -> None:
    changed = emissions(preferences.changed)
    assert (preferences.is_locked("theme"), preferences.is_locked("language")) == (True, False)
    preferences.set("theme", "dark")
    assert preferences.settings.theme == "system"
    assert (changed, tasks.names, saved(user_file)) == ([], (), {})


@pytest.mark.parametrize("keeps", [True, False])
async def test_what_is_decided_is_kept_also_where_it_is_the_default(
    preferences: Preferences, tasks: Tasks, user_file: Path, keeps: bool
) -> None:
    preferences.set("keep_in_tray", True)
    assert (preferences.is_chosen("keep_in_tray"), tasks.names) == (False, ())
    preferences.decide("keep_in_tray", keeps)
    await until(lambda: not tasks.names)
    assert preferences.is_chosen("keep_in_tray")
    assert saved(user_file) == {"keep_in_tray": keeps}
    assert load(user_file=user_file, policy_file=None).chosen == {"keep_in_tray"}
    preferences.decide("theme", "system")
    assert tasks.names == (), "the organisation has decided"


async def test_a_file_that_cannot_be_written_is_told_and_the_choice_holds(
    preferences: Preferences, tasks: Tasks, user_file: Path
) -> None:
    user_file.parent.write_text("no folder")
    failed = emissions(tasks.failed)
    preferences.set("language", "fr")
    await until(lambda: failed)
    [(name, error)] = failed
    assert name == "save-language"
    assert isinstance(error, SettingsNotSaved)
    assert error.path == user_file
    assert preferences.settings.language == "fr"
