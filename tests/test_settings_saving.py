"""Saving a choice changes one line of the person's file and loses nothing."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from companyportal import toml_file
from companyportal.errors import SettingsError
from companyportal.settings import load, save
from tests.proofs import fault


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The person's file; nothing is there yet."""
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str) -> Path:
    """The file with a text in it."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_first_choice_makes_a_private_file(file: Path) -> None:
    save(file, {"theme": "dark", "bubbles": False})
    assert file.read_text(encoding="utf-8") == 'theme = "dark"\nbubbles = false\n'
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.toml"]
    assert load(user_file=file, policy_file=None).settings.theme == "dark"


@fault("R29")
def test_comments_order_and_unknown_keys_stay(file: Path) -> None:
    written(
        file,
        "# Mine.\n"
        '  theme = "light"   # day\n'
        "\n"
        'future = ["x"]\n'
        "'language' = 'en'\n"
        "[future_table]\n"
        'theme = "other"\n',
    )
    save(file, {"language": "fr", "theme": "dark", "bubbles": False})
    assert file.read_text(encoding="utf-8") == (
        "# Mine.\n"
        '  theme = "dark"   # day\n'
        "\n"
        'future = ["x"]\n'
        "'language' = \"fr\"\n"
        "bubbles = false\n"
        "[future_table]\n"
        'theme = "other"\n'
    )


@fault("R22")
def test_a_broken_file_is_set_aside_and_never_overwritten(file: Path) -> None:
    for number, text in enumerate(("theme = [", "\x00"), start=1):
        written(file, text)
        save(file, {"theme": "dark"})
        assert file.read_text(encoding="utf-8") == 'theme = "dark"\n'
        name = "settings.toml.bad" if number == 1 else f"settings.toml.bad-{number}"
        assert file.with_name(name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text", ['theme = """\nlight"""\nlanguage = "fr"\n', 'theme.x = 1\nlanguage = "fr"\n']
)
def test_what_cannot_be_changed_by_line_is_written_anew(file: Path, text: str) -> None:
    written(file, text)
    save(file, {"theme": "dark"})
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"theme": "dark", "language": "fr"}
    assert file.with_name("settings.toml.bad").read_text(encoding="utf-8") == text


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = written(tmp_path / "real.toml", 'theme = "light"\n')
    file.parent.mkdir()
    file.symlink_to(real)
    save(file, {"theme": "dark"})
    assert file.is_symlink()
    assert real.read_text(encoding="utf-8") == 'theme = "dark"\n'


@pytest.mark.parametrize(("key", "value"), [("theem", "dark"), ("theme", "x"), ("bubbles", 1)])
def test_a_choice_that_is_none_is_refused(file: Path, key: str, value: object) -> None:
    with pytest.raises(SettingsError) as caught:
        save(file, {key: value})
    assert (caught.value.key, caught.value.path) == (key, file)
    assert not file.exists()


@fault("R21")
def test_a_file_that_cannot_be_written_is_named_and_stays(tmp_path: Path) -> None:
    blocked = written(tmp_path / "settings.toml", "") / "settings.toml"
    with pytest.raises(SettingsError) as caught:
        save(blocked, {"theme": "dark"})
    assert caught.value.path == blocked
    folder = tmp_path / "folder"
    (folder / "inside").mkdir(parents=True)
    written(folder / "settings.toml", "")
    (folder / "settings.toml").unlink()
    (folder / "settings.toml").mkdir()
    (folder / "settings.toml.bad").mkdir()
    save(folder / "settings.toml", {"theme": "dark"})
    assert (folder / "settings.toml.bad-2").is_dir()


@fault("R21")
def test_a_failed_replacement_leaves_the_old_file_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(file, 'theme = "light"\n')

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SettingsError, match="No space left on device"):
        save(file, {"theme": "dark"})
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.toml"]
    assert file.read_text(encoding="utf-8") == 'theme = "light"\n'


_KEYS = st.sampled_from(["theme", "language", "support_name", "a-b"])
_TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
_VALUES = st.one_of(st.booleans(), _TEXTS)


@settings(deadline=None)
@example([{"support_name": "a\u2028b\x85c\x7f\x0c"}, {"theme": ""}])
@given(st.lists(st.dictionaries(_KEYS, _VALUES), max_size=4))
def test_whatever_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, changes: list[dict[str, bool | str]]
) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    expected: dict[str, bool | str] = {}
    for change in changes:
        toml_file.change(file, change)
        expected |= change
        assert toml_file.read(file).values == expected
    assert {entry.name for entry in file.parent.iterdir()} <= {"settings.toml"}
