"""Hostile pictures: left out, or painted as nothing worse than a small picture."""

from __future__ import annotations

import base64

import pytest

from companyportal.desktop.picture import picture
from companyportal.raster import LARGEST_BYTES, raster_in
from tests.desktop.hostile_pictures import HOSTILE, SIDE, made
from tests.proofs import threat

pytestmark = threat("T38")


@pytest.mark.parametrize("kind", ["PNG", "JPG"])
def test_a_good_picture_is_painted(kind: str) -> None:
    found = picture(raster_in(base64.b64encode(made(kind, SIDE)).decode()))
    assert (found.width(), found.height()) == (SIDE, SIDE)


@pytest.mark.qt_log_ignore("libpng", "JPEG", "jpeg", "Huffman", extend=True)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_small_or_nothing(name: str) -> None:
    data = HOSTILE[name]()
    assert len(data) < LARGEST_BYTES, "else it would be refused for its length alone"
    found = picture(raster_in(base64.b64encode(data).decode()))
    assert found.isNull() or max(found.width(), found.height()) <= SIDE


def test_no_picture_is_none() -> None:
    assert picture(b"").isNull()
