"""Files that are no honest mistake any more: named all the same, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.endpoints import Endpoints
from companyportal.errors import SettingsError
from companyportal.places import policy_file
from companyportal.settings import load
from tests.proofs import fault, threat

DIGITS = "9" * 5_000


@fault("R22")
@pytest.mark.parametrize("text", [f'{{"a": {DIGITS}}}', "[" * 50_000])
def test_a_monstrous_connection_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "connection.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"connection\.json") as caught:
        Endpoints.from_file(file)
    assert caught.value.path == file


@threat("T30")
@fault("R22")
@pytest.mark.parametrize("text", [f"a = {DIGITS}", "a = " + "[" * 3_000])
def test_monstrous_settings_and_policies_are_named_and_close_what_they_must(
    tmp_path: Path, text: str
) -> None:
    user, policy = tmp_path / "settings.toml", tmp_path / "policy.toml"
    user.write_text(text, encoding="utf-8")
    policy.write_text(text, encoding="utf-8")
    loaded = load(user_file=user, policy_file=policy)
    assert {problem.path for problem in loaded.problems} == {user, policy}
    assert loaded.policy_is_broken


@pytest.mark.parametrize(
    "scope",
    [
        "api://00000003-0000-0000-c000-000000000000/.default",
        "https://graph.microsoft.com/.default",
        "https://graph.microsoft.com%2f/x",
        "https://graph。microsoft.com/x",
        "https://graph.windows.net/.default",
        "https://management.azure.com/.default",
    ],
)
def test_a_token_of_microsofts_own_never_goes_to_a_gateway(tmp_path: Path, scope: str) -> None:
    user = tmp_path / "settings.toml"
    user.write_text(f'gateway_scope = "{scope}"\n', encoding="utf-8")
    loaded = load(user_file=user, policy_file=None)
    assert [problem.key for problem in loaded.problems] == ["gateway_scope"]
    assert loaded.settings.gateway_scope == ""


@threat("T30")
def test_the_environment_does_not_move_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    before = policy_file()
    monkeypatch.setenv("XDG_CONFIG_DIRS", "/tmp/nowhere")
    assert policy_file() == before
