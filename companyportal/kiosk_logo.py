"""The logo on a kiosk's screen: a picture on the machine itself, which its policy names.

Only the service knows the organisation's own, and it tells those who have signed in.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from companyportal.desktop.picture import picture
from companyportal.raster import LARGEST_BYTES, LARGEST_SIDE, raster
from companyportal.settings import Loaded

_log = logging.getLogger(__name__)


def with_logo(loaded: Loaded) -> Loaded:
    """The same with the picture, where there is one that can be shown; else the log says why not.

    A kiosk that serves without a logo is better than one that does not serve.
    """
    path = loaded.settings.kiosk_logo
    return replace(loaded, logo=_read(Path(path))) if path else loaded


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise FileNotFoundError(None, "is no file")
        with path.open("rb") as file:
            data = raster(file.read(LARGEST_BYTES + 1))
    except OSError as error:
        _log.error("%s: the logo cannot be read: %s", path, error.strerror)
        return b""
    if picture(data).isNull():
        size = f"{LARGEST_BYTES // 1024} KiB and {LARGEST_SIDE} pixels to a side"
        _log.error("%s: the logo is no PNG or JPEG of at most %s", path, size)
        return b""
    return data
