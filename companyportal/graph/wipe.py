"""What is sent with a factory reset: of the choices those that the device can follow.

Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-wipe
"""

from __future__ import annotations

from companyportal.domain import Platform
from companyportal.wipe_choices import WipeChoices

_MOBILE = frozenset({Platform.ANDROID, Platform.IOS, Platform.IPADOS})


def wipe_body(choices: WipeChoices, platform: Platform) -> dict[str, bool | str]:
    """The members of Graph's wipe, in the clear: the PIN is in it."""
    if platform is Platform.WINDOWS:
        return {
            "keepEnrollmentData": choices.keep_enrollment,
            "keepUserData": choices.keep_user_data,
        }
    if platform is Platform.MACOS and choices.pin is not None:
        return {"macOsUnlockCode": choices.pin.reveal()}
    if platform in _MOBILE:
        return {"persistEsimDataPlan": choices.keep_esim}
    return {}
