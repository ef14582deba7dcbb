"""Branding: what an administrator typed, as far as it is safe to show."""

from __future__ import annotations

import base64
import struct
from typing import Any

import pytest

from companyportal.graph.intune_brand import organisation_of
from companyportal.graph.organisation import OrganisationService
from companyportal.graph.wire import WireBrand, WireColour, WireLogo
from companyportal.organisation import Organisation
from companyportal.raster import LARGEST_BYTES, raster_in
from tests.graph.conftest import Connect, Serve
from tests.graph.raw_server import http
from tests.proofs import threat


def png(width: int = 10, height: int = 10, size: int = 60) -> bytes:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII5x", 13, b"IHDR", width, height)
    return head.ljust(size, b"\0")


def jpeg(width: int = 10, height: int = 10, *, marker: int = 0xC0) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"abcd"
    frame = bytes([0xFF, marker]) + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\0" * 9
    return b"\xff\xd8" + comment + frame + b"\xff\xd9"


def text(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.mark.parametrize("data", [png(), png(1024, 1024), jpeg(), jpeg(1, 1024, marker=0xC2)])
def test_small_pictures_are_taken(data: bytes) -> None:
    assert raster_in(text(data)) == data


@threat("T38")
@pytest.mark.parametrize(
    "encoded",
    [
        None,
        "",
        "!!!",
        "é",
        text(b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
        text(b"GIF89a" + b"\0" * 60),
        text(b"RIFF0000WEBPVP8 " + b"\0" * 60),
        text(png(1025, 10)),
        text(png(10, 2**31)),
        text(png(0, 10)),
        text(png()[:20]),
        text(png().replace(b"IHDR", b"tEXt")),
        text(png(size=LARGEST_BYTES + 1)),
        text(png(size=LARGEST_BYTES + 9_000)),
        text(jpeg(2000, 10)),
        text(jpeg(marker=0xC4)),
        text(jpeg()[:9]),
        text(b"\xff\xd8\xff"),
        text(b"\xff\xd8\xff\xe0\x00\x00" + b"\xff" * 40),
    ],
    ids=lambda value: str(value)[:30],
)
def test_every_other_picture_is_left_out(encoded: str | None) -> None:
    assert raster_in(encoded) == b""


@threat("T38", "T18")
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://help.valcombe.example/a?b=c#d", True),
        (" https://help.valcombe.example ", True),
        ("HTTPS://help.valcombe.example", True),
        ("http://help.valcombe.example", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("//help.valcombe.example", False),
        ("help.valcombe.example", False),
        ("https://", False),
        ("https://help@evil.test", False),
        ("https://[::1", False),
        ("https://a b.example", False),
        ("https://a\\b.example", False),
        ("https://a.example/\u0000", False),
        ("https://a.example/" + "x" * 2048, False),
        ("", False),
        (None, False),
    ],
)
def test_only_plain_https_links_are_shown(address: str | None, expected: bool) -> None:
    found = organisation_of(WireBrand(online_support_site_url=address, privacy_url=address))
    shown = (address or "").strip() if expected else ""
    assert (found.support_site_url, found.privacy_url) == (shown, shown)


@threat("T38")
@pytest.mark.parametrize(
    ("mail", "expected"),
    [
        ("help@valcombe.example", "help@valcombe.example"),
        ("help@valcombe.example?bcc=x@evil.test", ""),
        ("Help <help@valcombe.example>", ""),
        ("a@b@c", ""),
        ("help", ""),
        (None, ""),
    ],
)
def test_only_a_bare_address_is_written_to(mail: str | None, expected: str) -> None:
    assert organisation_of(WireBrand(contact_it_email_address=mail)).support_email == expected


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        (WireColour(44, 91, 210), "#2C5BD2"),
        (WireColour(0, 0, 0), "#000000"),
        (WireColour(256, 0, 0), ""),
        (WireColour(-1, 0, 0), ""),
        (WireColour(1, 2, None), ""),
        (None, ""),
    ],
)
def test_the_colour_is_hexadecimal_or_nothing(colour: WireColour | None, expected: str) -> None:
    assert organisation_of(WireBrand(theme_color=colour)).accent == expected


def test_each_ground_has_its_logo_unless_the_organisation_shows_none() -> None:
    light, dark = WireLogo(text(png(1, 1))), WireLogo(text(png(2, 2)))
    bad = WireLogo("")
    cases: list[tuple[dict[str, Any], tuple[bytes, bytes]]] = [
        (
            {"light_background_logo": light, "dark_background_logo": dark},
            (png(1, 1), png(2, 2)),
        ),
        ({"light_background_logo": bad, "dark_background_logo": dark}, (b"", png(2, 2))),
        ({"dark_background_logo": dark, "show_logo": True}, (b"", png(2, 2))),
        ({"light_background_logo": light, "show_logo": False}, (b"", b"")),
        ({}, (b"", b"")),
    ]
    for fields, expected in cases:
        found = organisation_of(WireBrand(**fields))
        assert (found.logo, found.dark_logo) == expected


def test_the_name_stands_beside_the_logo_unless_the_organisation_says_no() -> None:
    for old, new, expected in ((None, None, True), (False, True, True), (False, False, False)):
        brand = WireBrand(show_name_next_to_logo=old, show_display_name_next_to_logo=new)
        assert organisation_of(brand).shows_name is expected


async def test_two_large_logos_fit_into_the_answer(serve: Serve, connect: Connect) -> None:
    picture = png(size=LARGEST_BYTES)
    logos = {"lightBackgroundLogo": {"type": "image/png", "value": text(picture)}}
    brand = {"displayName": "Valcombe", **logos, "darkBackgroundLogo": logos["lightBackgroundLogo"]}
    brand["contactITPhoneNumber"] = "1234"
    server = await serve(http({"intuneBrand": brand}))
    found = await OrganisationService(connect(server), uses_beta=False).read()
    assert (found.name, found.logo) == ("Valcombe", picture)
    assert server.paths() == ["GET /v1.0/deviceManagement?$select=intuneBrand"]


async def test_no_branding_is_an_empty_organisation(serve: Serve, connect: Connect) -> None:
    server = await serve(http({"intuneBrand": None}), http({"value": []}))
    assert await OrganisationService(connect(server)).read() == Organisation()
