"""Devices that the tests of the rules begin with."""

from __future__ import annotations

from dataclasses import replace

from companyportal.domain import Action, Device, EnrollmentKind, Ownership, Platform

ACTIONS = [action for action in Action if action is not Action.OTHER]
PC = Device(
    device_id="1",
    name="PC-1",
    platform=Platform.WINDOWS,
    enrollment=EnrollmentKind.WINDOWS_ENTRA_JOINED,
    ownership=Ownership.PERSONAL,
    management_state="managed",
    os_version="10.0.22631",
    entra_id="7f0e3a52-0b1c-4a6e-9d58-2f4d3c1b5a60",
)
OWN_PC = replace(PC, enrollment=EnrollmentKind.STANDARD)
IPHONE = replace(
    PC, platform=Platform.IOS, enrollment=EnrollmentKind.STANDARD, os_version="17.5", entra_id=""
)
