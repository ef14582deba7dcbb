"""Pictures of what the kiosk shows between visits, for ``tests/screenshots.py``."""

from __future__ import annotations

from dataclasses import replace

from companyportal.demo.organisation import load
from companyportal.models.station import StationState
from companyportal.views.language import Language
from companyportal.visit import Comfort, OutOfService, VisitEnd
from tests.stations import ORGANISATION, SetStation, station_window
from tests.studio import Camera
from tests.virtual_clock import VirtualClock

_ENDS = (
    ("done", VisitEnd.ASKED, False),
    ("done-by-itself", VisitEnd.IDLE, False),
    ("done-unknown", VisitEnd.LIMIT, True),
)


async def station_pictures(camera: Camera, language: Language) -> None:
    """Waiting for somebody, as they chose to read it, after them, and out of service."""
    clock = VirtualClock()
    station = SetStation(clock)
    told = replace(ORGANISATION, logo=load().support.logo)
    window = station_window(station, language, clock, organisation=told, is_demo=True)
    station.put(StationState.READY)
    window.show()
    await camera.shoot_standing(window, "attract")
    foot = window.attract.foot
    foot.contrast.click()
    await camera.shoot_standing(window, "attract-contrast")
    foot.text_size.click()
    foot.text_size.click()
    await camera.shoot_standing(window, "attract-contrast-largest")
    foot.contrast.click()
    foot.text_size.click()
    station.put(StationState.PREPARING)
    await camera.shoot_standing(window, "attract-preparing")
    for name, end, is_unknown in _ENDS:
        reads = Comfort(language.code)  # the page wears what the visitor chose
        station.put(StationState.DONE, end=end, is_unknown=is_unknown, comfort=reads)
        await camera.shoot_standing(window, name)
    station.put(StationState.OUT_OF_SERVICE, reason=OutOfService.SERVICE)
    await camera.shoot_standing(window, "out-of-service")
    window.close()
    window.deleteLater()
