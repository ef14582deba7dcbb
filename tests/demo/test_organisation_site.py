"""The pretend Graph tells of the organisation and the person as Graph does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from companyportal.demo.portrait import SIDE, portrait
from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.http_browser import HttpBrowser

ABOUT_THE_ORGANISATION = ("no-photo", "no-branding", "svg-pictures", "other-me", "blocked-actions")
PROFILES = "/beta/deviceManagement/intuneBrandingProfiles"


@pytest.fixture
async def marie(program: Program, browser: HttpBrowser) -> Program:
    """The program with Marie's token."""
    await program.sign_in(browser)
    return program


@pytest.fixture
def branding(demo: DemoServer) -> str:
    """Where the default sign-in page is described."""
    return f"/organization/{demo.tenant.organisation.tenant_id}/branding/localizations/0"


async def picture(program: Program, path: str) -> tuple[int, bytes]:
    """Status and bytes of a picture."""
    headers = {"Authorization": f"Bearer {program.token}"}
    async with program.http.get(program.endpoints.service + path, headers=headers) as answer:
        return answer.status, await answer.read()


async def test_everybody_may_ask_for_the_directory(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("no-role")
    found = await marie.get("/organization", select="id,displayName,technicalNotificationMails")
    assert found["value"] == [
        {
            "id": demo.tenant.organisation.tenant_id,
            "displayName": "Valcombe",
            "technicalNotificationMails": ["help@valcombe.example"],
        }
    ]


async def test_the_sign_in_page_has_a_colour_and_names_its_logo(
    demo: DemoServer, marie: Program, branding: str
) -> None:
    found = await marie.get(branding, select="backgroundColor,squareLogoRelativeUrl")
    assert found["backgroundColor"] == "#2C5BD2"
    assert found["squareLogoRelativeUrl"]
    status, _ = await picture(marie, f"{branding}/squareLogo")
    assert status == 403, "for the picture itself User.Read is not enough"
    demo.tenant.faults.add("no-branding")
    answer, _ = await marie.call("GET", branding)
    assert answer.status == 404
    demo.tenant.faults.clear()
    answer, _ = await marie.call("GET", branding.replace(branding.split("/")[2], "another"))
    assert answer.status == 404


async def test_whoever_has_a_photo_sees_it(demo: DemoServer, marie: Program) -> None:
    status, photo = await picture(marie, "/me/photo/$value")
    assert (status, photo) == (200, portrait("#8E5AA8"))
    assert QImage.fromData(photo).width() == SIDE
    demo.tenant.faults.add("svg-pictures")
    assert (await picture(marie, "/me/photo/$value"))[1].startswith(b"<svg")
    demo.tenant.faults.add("no-photo")
    answer, body = await marie.call("GET", "/me/photo/$value")
    assert (answer.status, body["error"]["code"]) == (404, "ImageNotFound")


async def test_me_may_be_somebody_else(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("other-me")
    assert (await marie.get("/me"))["id"] == demo.people[1].user_id


async def test_the_default_profile_hides_what_it_is_told_to(
    demo: DemoServer, marie: Program
) -> None:
    select = "isDefaultProfile,companyPortalBlockedActions"
    for is_on in (False, True):
        if is_on:
            demo.tenant.faults.add("blocked-actions")
        (profile,) = (await marie.get(PROFILES, select=select))["value"]
        assert profile["isDefaultProfile"]
        assert bool(profile["companyPortalBlockedActions"]) is is_on
