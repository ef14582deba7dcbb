"""Links come from anybody: what is not exactly one of a few forms is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyportal.deep_link import LONGEST, DeepLink, LinkTarget

ID = "8f2cf00d-1111-2222-3333-4444555519ab"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (f"companyportal://devices/{ID}", f"companyportal://devices/{ID}"),
        (f"CompanyPortal://Devices/{ID.upper()}/", f"companyportal://devices/{ID}"),
        ("companyportal://devices", "companyportal://devices"),
        ("companyportal://helpdesk/", "companyportal://helpdesk"),
        ("companyportal://settings", "companyportal://settings"),
    ],
)
def test_a_good_link_has_one_way_of_writing_it(text: str, written: str) -> None:
    link = DeepLink.parse(text)
    assert link is not None
    assert str(link) == written
    assert DeepLink.parse(written) == link


HOSTILE = [
    "",
    "companyportal:",
    "companyportal://",
    "companyportal:devices",
    f"companyportal:///devices/{ID}",
    f"companyportal://devices/{ID}/wipe",
    f"companyportal://devices/{ID}?action=wipe",
    f"companyportal://devices/{ID}#reset",
    f"companyportal://devices//{ID}",
    f"companyportal://devices/{{{ID}}}",
    f"companyportal://devices/{ID[:-1]}",
    f"companyportal://devices/{ID}0",
    f"companyportal://devices/{ID}\n",
    f"companyportal://devices/{ID} ",
    f"companyportal://devices/{ID}\0",
    f"companyportal://someone@devices/{ID}",
    f"companyportal://devices:443/{ID}",
    f"companyportal://devices/../devices/{ID}",
    f"companyportal://devices/%38{ID[1:]}",
    "companyportal://devices/" + "８" + ID[1:],
    f"companyportal://wipe/{ID}",
    f"companyportal://settings/{ID}",
    f"https://devices/{ID}",
    f"xcompanyportal://devices/{ID}",
    f"\u202ecompanyportal://devices/{ID}",
    "companyportal://ſettings",
    "--data",
    "/etc/passwd",
    "companyportal://devices/" + "a" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_anything_else_is_none(text: str) -> None:
    assert DeepLink.parse(text) is None


@given(st.text(max_size=LONGEST + 5))
def test_what_is_taken_holds_nothing_but_a_page_and_an_id(tail: str) -> None:
    link = DeepLink.parse(f"companyportal://{tail}")
    if link is not None:
        assert link.target in LinkTarget
        assert set(link.device_id) <= set("0123456789abcdef-")
        assert len(str(link)) <= LONGEST


@pytest.mark.parametrize("text", ["", "x", f"{ID}/wipe", f"../{ID}"])
def test_only_an_id_leads_to_a_device(text: str) -> None:
    assert DeepLink.to_device(text) is None
    assert str(DeepLink.to_device(ID)) == f"companyportal://devices/{ID}"
