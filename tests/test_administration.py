"""The page for administrators names everything that the program asks them for."""

from __future__ import annotations

from dataclasses import fields

import pytest

from companyportal.clouds import CLOUDS
from companyportal.endpoints import graph_scopes
from companyportal.settings import SECURITY_KEYS, Settings
from tools.run import ROOT

PAGE = (ROOT / "docs" / "administration.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("scope", graph_scopes(rename="managementName"))
def test_every_permission_has_a_row(scope: str) -> None:
    assert PAGE.count(f"\n| `{scope}` |") == 1


def test_no_other_permission_is_asked_of_them() -> None:
    rows = [line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    named = {name for name in rows if name.endswith((".All", ".Read"))}
    assert named == set(graph_scopes(rename="managementName"))


@pytest.mark.parametrize("key", CLOUDS)
def test_every_cloud_has_a_row_with_its_hosts(key: str) -> None:
    cloud = CLOUDS[key]
    [row] = [line for line in PAGE.splitlines() if line.startswith(f"| `{key}` |")]
    for text in (cloud.name, cloud.login, cloud.graph):
        assert text.removeprefix("https://") in row


def test_every_key_of_the_organisation_is_explained() -> None:
    support = {field.name for field in fields(Settings) if field.name.startswith("support_")}
    assert [key for key in sorted(SECURITY_KEYS | support) if f"`{key}`" not in PAGE] == []
