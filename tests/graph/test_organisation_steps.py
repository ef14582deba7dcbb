"""Where one step is closed to a person, the next one tells; nothing is asked of another host."""

from __future__ import annotations

import pytest

from companyportal.blocked_action import BlockedAction, blocked_action
from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import NotPermitted, ServiceFailed, SignInRequired
from companyportal.graph.client import GraphClient
from companyportal.graph.organisation import OrganisationService
from companyportal.organisation import Organisation
from companyportal.raster import LARGEST_BYTES
from tests.graph.conftest import Connect, Serve
from tests.graph.raw_server import RawServer, http, refused
from tests.graph.test_organisation import jpeg, png
from tests.proofs import threat

TENANT = "5b1d2a7e-6c0f-4d1b-9a35-0c7e1f4b8d62"
CLOSED = refused("403 Forbidden", {"error": {"code": "Forbidden", "message": ""}})
ABSENT = refused("404 Not Found", {"error": {"code": "ResourceNotFound", "message": ""}})
DIRECTORY = {"id": TENANT.upper(), "displayName": "Valcombe"}
BRAND = {"displayName": "Valcombe", "contactITPhoneNumber": "1234"}


def branding(**members: object) -> bytes:
    """What the sign-in page tells."""
    return http({"cdnList": ["cdn.evil.test"], **members})


def picture(data: bytes, kind: str = "image/png") -> bytes:
    """A logo."""
    return http(data, kind=kind)


def asked(server: RawServer) -> list[str]:
    """The last word of each path."""
    return [path.partition("?")[0].rpartition("/")[2] for path in server.paths()]


async def test_where_the_brand_is_refused_directory_and_sign_in_page_tell(
    demo: DemoServer, client: GraphClient
) -> None:
    demo.tenant.faults.add("no-role")
    service = OrganisationService(client)
    found = await service.read()
    assert (found.name, found.accent) == ("Valcombe", "#2C5BD2")
    assert found.privacy_url == "https://www.valcombe.example/privacy"
    assert found.terms_url == "https://www.valcombe.example/terms"
    assert found.directory_email == "help@valcombe.example"
    assert (found.logo, found.has_support, found.is_partial) == (b"", False, False)
    assert service.closed == {"intuneBrand"}


async def test_what_was_refused_is_not_asked_again_for_the_same_person(
    demo: DemoServer, client: GraphClient
) -> None:
    demo.tenant.faults.add("no-role")
    demo.tenant.faults.add("no-branding")
    service = OrganisationService(client)
    found = await service.read()
    assert (found.name, found.accent) == ("Valcombe", "")
    assert service.closed == {"intuneBrand", "branding"}
    before = len(demo.tenant.requests)
    assert await service.read() == found
    assert len(demo.tenant.requests) == before + 1
    demo.tenant.faults.clear()
    service.forget()
    assert (await service.read()).support_phone


async def test_logos_come_from_the_service_alone(serve: Serve, connect: Connect) -> None:
    logos = {"squareLogoRelativeUrl": "a/b", "squareLogoDarkRelativeUrl": "https://evil.test/x"}
    server = await serve(
        CLOSED,
        http({"value": [DIRECTORY]}),
        branding(**logos, bannerLogoRelativeUrl="c"),
        picture(png(5, 5)),
        picture(jpeg(6, 6), "image/jpeg"),
    )
    found = await OrganisationService(connect(server)).read()
    assert (found.logo, found.dark_logo) == (png(5, 5), jpeg(6, 6))
    assert asked(server) == [
        "deviceManagement",
        "organization",
        "0",
        "squareLogo",
        "squareLogoDark",
    ]
    assert f"/v1.0/organization/{TENANT}/branding/localizations/0" in server.paths()[2]
    assert server.headers(3)["accept"] == "image/*"


async def test_the_banner_serves_where_there_is_no_square(serve: Serve, connect: Connect) -> None:
    server = await serve(
        CLOSED,
        http({"value": [DIRECTORY]}),
        branding(squareLogoRelativeUrl="a", bannerLogoRelativeUrl="c"),
        CLOSED,
        picture(png(245, 36)),
    )
    found = await OrganisationService(connect(server)).read()
    assert (found.logo, found.name) == (png(245, 36), "Valcombe")
    assert asked(server)[-1] == "bannerLogo"


@threat("T38")
@pytest.mark.parametrize(
    "answer",
    [
        picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        picture(png(2000, 10)),
        picture(png(size=LARGEST_BYTES + 1)),
        picture(png(), "text/html"),
        http(b"", kind="image/png"),
        refused("302 Found", Location="https://cdn.evil.test/logo.png"),
        refused("500 Internal Server Error"),
    ],
)
async def test_a_logo_that_is_none_spoils_nothing_else(
    serve: Serve, connect: Connect, answer: bytes
) -> None:
    server = await serve(
        CLOSED,
        http({"value": [DIRECTORY]}),
        branding(squareLogoRelativeUrl="a", backgroundColor="#0f7b6c"),
        answer,
    )
    found = await OrganisationService(connect(server)).read()
    assert (found.name, found.accent, found.logo) == ("Valcombe", "#0F7B6C", b"")


@threat("T38")
async def test_only_harmless_links_and_true_colours_come_from_the_sign_in_page(
    serve: Serve, connect: Connect
) -> None:
    bad = {
        "customPrivacyAndCookiesUrl": "javascript:alert(1)",
        "customTermsOfUseUrl": "http://valcombe.example",
        "squareLogoRelativeUrl": 7,
    }
    for colour, expected in (
        ("#E4002B", "#E4002B"),
        ("#FFFFFF", ""),
        ("#777780", ""),
        ("red", ""),
        ("#E4002B;", ""),
        (None, ""),
        (5, ""),
    ):
        server = await serve(
            CLOSED, http({"value": [DIRECTORY]}), branding(**bad, backgroundColor=colour)
        )
        found = await OrganisationService(connect(server)).read()
        assert (found.accent, found.privacy_url, found.terms_url) == (expected, "", "")


@threat("T38")
async def test_an_id_that_is_none_becomes_no_path(serve: Serve, connect: Connect) -> None:
    server = await serve(CLOSED, http({"value": [{**DIRECTORY, "id": "../../me"}]}))
    found = await OrganisationService(connect(server)).read()
    assert found.name == "Valcombe"
    assert asked(server) == ["deviceManagement", "organization"]


async def test_the_last_address_to_write_to(serve: Serve, connect: Connect) -> None:
    mails = {"technicalNotificationMails": ["no address", "it@valcombe.example"]}
    privacy = {"contactEmail": "dpo@valcombe.example", "statementUrl": "https://v.example/p"}
    for directory, expected in (
        ({**DIRECTORY, **mails, "privacyProfile": privacy}, "it@valcombe.example"),
        ({**DIRECTORY, "privacyProfile": privacy}, "dpo@valcombe.example"),
        ({**DIRECTORY, "privacyProfile": None, "technicalNotificationMails": None}, ""),
    ):
        server = await serve(CLOSED, http({"value": [directory]}), ABSENT)
        found = await OrganisationService(connect(server)).read()
        assert found.directory_email == expected


async def test_a_brand_without_support_only_asks_the_directory(
    serve: Serve, connect: Connect
) -> None:
    server = await serve(http({"intuneBrand": {"displayName": "V"}}), http({"value": [DIRECTORY]}))
    found = await OrganisationService(connect(server), uses_beta=False).read()
    assert found.name == "V"
    assert asked(server) == ["deviceManagement", "organization"]


async def test_blocked_actions_come_from_the_beta_where_it_may_be_used(
    demo: DemoServer, client: GraphClient
) -> None:
    demo.tenant.faults.add("blocked-actions")
    assert (await OrganisationService(client, uses_beta=False).read()).blocked == frozenset()
    assert not any(request.path.startswith("/beta/") for request in demo.tenant.requests)
    found = await OrganisationService(client).read()
    assert found.blocked == {
        blocked_action("iOS", "company", "remove"),
        blocked_action("iOS", "company", "reset"),
        blocked_action("windows10AndLater", "company", "reset"),
    }


async def test_only_the_default_profile_counts(serve: Serve, connect: Connect) -> None:
    other = {"isDefaultProfile": False, "isRemoveDeviceDisabled": True}
    default = {"isDefaultProfile": True, "isFactoryResetDisabled": True}
    no_line = {"companyPortalBlockedActions": None}
    for profiles, expected in (
        ([other, {**default, **no_line}], {BlockedAction(actions=frozenset({Action.WIPE}))}),
        (
            [{**default, "isFactoryResetDisabled": "?", "isRemoveDeviceDisabled": True}],
            {BlockedAction(actions=frozenset({Action.RETIRE}))},
        ),
        ([other], set()),
        ([], set()),
    ):
        server = await serve(http({"intuneBrand": BRAND}), http({"value": profiles}))
        found = await OrganisationService(connect(server)).read()
        assert set(found.blocked) == expected
        assert not found.is_partial


@pytest.mark.parametrize(
    ("answer", "is_partial"),
    [
        (CLOSED, False),
        (ABSENT, False),
        (refused("400 Bad Request"), False),
        (refused("500 Internal Server Error"), True),
        (http({"value": "none"}), True),
    ],
)
async def test_a_profile_that_cannot_be_read_blocks_nothing(
    serve: Serve, connect: Connect, answer: bytes, is_partial: bool
) -> None:
    server = await serve(http({"intuneBrand": BRAND}), answer)
    found = await OrganisationService(connect(server)).read()
    assert (found.name, found.blocked, found.is_partial) == ("Valcombe", frozenset(), is_partial)


async def test_trouble_at_the_first_step_is_told(serve: Serve, connect: Connect) -> None:
    server = await serve(refused("500 Internal Server Error"))
    with pytest.raises(ServiceFailed):
        await OrganisationService(connect(server)).read()


async def test_a_lost_session_is_told_at_any_step(serve: Serve, connect: Connect) -> None:
    lost = refused("401 Unauthorized", {"error": {"code": "InvalidAuthenticationToken"}})
    for steps in (
        [lost],
        [CLOSED, lost],
        [CLOSED, http({"value": [DIRECTORY]}), branding(squareLogoRelativeUrl="a"), lost],
    ):
        server = await serve(*steps)
        with pytest.raises(SignInRequired):
            await OrganisationService(connect(server)).read()


async def test_a_picture_may_be_refused(serve: Serve, connect: Connect) -> None:
    server = await serve(CLOSED)
    with pytest.raises(NotPermitted):
        await connect(server).picture("/me/photo/$value", at_most=9)


def test_support_is_filled_in_as_a_whole() -> None:
    brand = Organisation(name="A", support_phone="1", support_notes="by day", logo=b"a")
    other = Organisation(name="B", support_name="Desk", support_email="b@b", dark_logo=b"b")
    found = brand.filled_from(other)
    assert (found.name, found.support_name, found.support_email) == ("A", "", "")
    assert (found.support_phone, found.support_notes) == ("1", "by day")
    assert (found.logo, found.dark_logo) == (b"a", b"")
    hours = Organisation(support_email="b@b", support_hours="8:00–18:00")
    assert brand.filled_from(hours).support_hours == "8:00–18:00", "nobody else tells them"
    found = Organisation(support_notes="no way to reach anybody").filled_from(other)
    assert (found.support_name, found.support_notes, found.dark_logo) == ("Desk", "", b"b")
