"""The shape of a device, guessed from its platform and model: for its icon and the noun for it.

Nothing depends on a wrong guess but a picture. A computer whose model says nothing is a desktop,
because "computer" is right for both.
"""

from __future__ import annotations

import re
from functools import lru_cache

from companyportal.domain import FormFactor, Platform
from companyportal.graph.platforms import KINDS

_SHAPES = {
    Platform.IOS: FormFactor.PHONE,
    Platform.IPADOS: FormFactor.TABLET,
    Platform.WINDOWS_PHONE: FormFactor.PHONE,
    Platform.WINDOWS_10_MOBILE: FormFactor.PHONE,
    Platform.WINDOWS_RT: FormFactor.TABLET,
}
_COMPUTERS = frozenset(
    {Platform.WINDOWS, Platform.WINDOWS_8, Platform.MACOS, Platform.LINUX, Platform.CHROMEOS}
)
_ANDROID_TABLETS = re.compile(r"\btab\b|tablet|\bpad\b|mediapad|\bsm-[tpx][0-9]", re.IGNORECASE)
_TABLETS = re.compile(r"surface (pro|go)\b|\btablet\b", re.IGNORECASE)
_LAPTOPS = re.compile(
    r"book|laptop|notebook|latitude|thinkpad|ideapad|yoga|\bxps\b|inspiron 1|travelmate|portege"
    r"|tecra|lifebook|swift",
    re.IGNORECASE,
)


@lru_cache(maxsize=KINDS)
def form_factor_of(platform: Platform, model: str) -> FormFactor:
    """The likely shape; UNKNOWN where the platform is, or is none of these four."""
    if platform is Platform.ANDROID:
        return FormFactor.TABLET if _ANDROID_TABLETS.search(model) else FormFactor.PHONE
    if platform in _COMPUTERS:
        if _TABLETS.search(model):
            return FormFactor.TABLET
        return FormFactor.LAPTOP if _LAPTOPS.search(model) else FormFactor.DESKTOP
    return _SHAPES.get(platform, FormFactor.UNKNOWN)
