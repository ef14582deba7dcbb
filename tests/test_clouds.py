"""Every cloud of Microsoft, under every name, and none by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal import clouds
from companyportal.__main__ import parser
from companyportal.clouds import CLOUDS
from companyportal.settings import load, save

ADDRESSES = {
    "global": ("login.microsoftonline.com", "graph.microsoft.com"),
    "usgov-l4": ("login.microsoftonline.us", "graph.microsoft.us"),
    "usgov-l5-dod": ("login.microsoftonline.us", "dod-graph.microsoft.us"),
    "china-21vianet": ("login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn"),
    "bleu-fr": ("login.sovcloud-identity.fr", "graph.svc.sovcloud.fr"),
    "delos-de": ("login.sovcloud-identity.de", "graph.svc.sovcloud.de"),
    "govsg": ("login.sovcloud-identity.sg", "graph.svc.sovcloud.sg"),
}
"""A second copy on purpose: where tokens go does not change by a slip of the hand.

Source: https://learn.microsoft.com/graph/deployments, authority.py of msal 1.39.0
"""


def test_every_cloud_is_there_with_its_own_addresses() -> None:
    assert {
        key: (cloud.login.removeprefix("https://"), cloud.graph.removeprefix("https://"))
        for key, cloud in CLOUDS.items()
    } == ADDRESSES


def test_msal_knows_the_sign_in_host_of_every_cloud() -> None:
    from msal import authority

    hosts = {cloud.login.removeprefix("https://") for cloud in CLOUDS.values()}
    assert hosts <= authority.WELL_KNOWN_AUTHORITY_HOSTS


@pytest.mark.parametrize("key", CLOUDS)
def test_each_of_its_names_means_it_however_it_is_spelled(key: str) -> None:
    cloud = CLOUDS[key]
    for name in (key, cloud.name, *cloud.aliases):
        for spelled in (name, name.upper(), f" {name.lower()} ", name.replace(" ", "_")):
            assert clouds.key_of(spelled) == key


@pytest.mark.parametrize("name", ["", "mars", "germany", "France", "us", "government", "global2"])
def test_a_name_that_could_mean_another_cloud_means_none(name: str) -> None:
    assert clouds.key_of(name) is None


def test_a_settings_file_may_say_it_as_people_do(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('cloud = "GCC High"\n', encoding="utf-8")
    loaded = load(user_file=file, policy_file=None)
    assert (loaded.settings.cloud, loaded.problems) == ("usgov-l4", ())
    save(file, {"cloud": "Bleu (France)"})
    assert 'cloud = "bleu-fr"' in file.read_text(encoding="utf-8")


def test_the_command_line_takes_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser().parse_args(["--cloud", "bleu"]).cloud == "bleu-fr"
    with pytest.raises(SystemExit) as end:
        parser().parse_args(["--cloud", "germany"])
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert all(key in said and cloud.name in said for key, cloud in CLOUDS.items())
