"""The logo of a kiosk: a small picture of the machine's, or none, and the kiosk serves anyway."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from companyportal.kiosk_logo import with_logo
from companyportal.models.organisation import told_in
from companyportal.raster import LARGEST_BYTES
from companyportal.settings import Loaded, Settings
from companyportal.views.brand_mark import BrandMark
from companyportal.views.station_window import StationWindow
from tests.counter import at_counter
from tests.desktop.hostile_pictures import made, png
from tests.http_browser import HttpBrowser
from tests.proofs import threat
from tests.virtual_clock import VirtualClock


def named(path: Path | str) -> Loaded:
    """A kiosk whose policy names that file."""
    return Loaded(settings=Settings(kiosk_logo=str(path), organisation_name="Valcombe"))


@pytest.mark.parametrize("kind", ["PNG", "JPG"])
def test_a_picture_is_read(tmp_path: Path, kind: str) -> None:
    logo = tmp_path / "logo"
    logo.write_bytes(made(kind, 200))
    assert with_logo(named(logo)).logo == made(kind, 200)
    assert with_logo(named("")).logo == b""


BAD: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: None,
    "a folder": lambda path: path.mkdir(),
    "a pipe that nobody writes to": lambda path: os.mkfifo(path),
    "empty": lambda path: path.write_bytes(b""),
    "with addresses in it": lambda path: path.write_bytes(b"<svg xmlns='http://www.w3.org/'/>"),
    "too wide": lambda path: path.write_bytes(made("PNG", 1025)),
    "too long": lambda path: path.write_bytes(made("PNG") + bytes(LARGEST_BYTES)),
    "only its beginning": lambda path: path.write_bytes(png()),
}


@threat("T38")
@pytest.mark.expected_logs("logo")
@pytest.mark.qt_log_ignore("libpng", extend=True)
@pytest.mark.parametrize("how", BAD)
def test_what_is_no_small_picture_is_left_out_and_told(
    tmp_path: Path, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    logo = tmp_path / "logo"
    BAD[how](logo)
    assert with_logo(named(logo)).logo == b""
    (told,) = caplog.messages
    assert told.startswith(f"{logo}: the logo ")


def test_the_station_shows_it(place: Callable[..., StationWindow], tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(made("PNG", 200))
    shown = []
    for loaded in (named(""), with_logo(named(tmp_path / "logo.png"))):
        window = place(organisation=told_in(loaded.settings, loaded.logo))
        shown.append([mark.is_own for mark in window.findChildren(BrandMark)])
    assert shown == [[False, False], [True, True]], "waiting, and out of service"


async def test_a_visit_shows_it_until_the_service_tells_its_own(
    demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(made("PNG", 200))
    loaded = with_logo(named(tmp_path / "logo.png"))
    async with at_counter(demo, browser, clock=demo_clock, loaded=loaded) as counter:
        model = counter.portal.organisation
        assert (model.organisation.name, model.organisation.logo) == ("Valcombe", loaded.logo)
        await counter.sign_in()
        assert model.organisation.logo not in (b"", loaded.logo)
