"""The program's icon, as installers want it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage, QImageReader

from tools.app_icons import SIZES, draw_all


def test_every_format_can_be_read(qapp: object, tmp_path: Path) -> None:
    draw_all(tmp_path)
    for size in SIZES:
        image = QImage(str(tmp_path / f"companyportal-{size}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 16 + 1).alpha() == 255
        assert image.pixelColor(0, 0).alpha() == 0
    reader = QImageReader(str(tmp_path / "companyportal.ico"))
    assert reader.imageCount() == len([size for size in SIZES if size <= 256])
    assert (tmp_path / "companyportal.icns").read_bytes()[:4] == b"icns"


def test_the_icns_says_how_long_it_is(qapp: object, tmp_path: Path) -> None:
    draw_all(tmp_path)
    data = (tmp_path / "companyportal.icns").read_bytes()
    place, kinds = 8, []
    assert int.from_bytes(data[4:8], "big") == len(data)
    while place < len(data):
        kinds.append(data[place : place + 4])
        length = int.from_bytes(data[place + 4 : place + 8], "big")
        assert data[place + 8 : place + 16] == b"\x89PNG\r\n\x1a\n"
        place += length
    assert kinds == [b"icp4", b"icp5", b"ic07", b"ic08", b"ic09", b"ic10"]
