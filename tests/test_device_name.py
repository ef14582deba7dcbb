"""Names that a device can be given, and the ones that Intune would refuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyportal.device_name import LONGEST, NameFault, fault_of
from companyportal.domain import Platform
from companyportal.rename_way import RenameWay

DEVICE, MANAGEMENT = RenameWay.DEVICE_NAME, RenameWay.MANAGEMENT_NAME


@pytest.mark.parametrize(
    ("name", "platform", "way", "fault"),
    [
        ("PC-0042", Platform.WINDOWS, DEVICE, None),
        (" PC-0042 ", Platform.WINDOWS, DEVICE, None),
        ("Zoés-iPad", Platform.IPADOS, DEVICE, None),
        ("0042", Platform.WINDOWS, DEVICE, NameFault.DIGITS_ONLY),
        ("0042", Platform.IOS, DEVICE, NameFault.DIGITS_ONLY),
        ("00-42", Platform.IOS, DEVICE, None),
        ("0042", Platform.ANDROID, DEVICE, None),
        ("Marie’s iPhone", Platform.IOS, DEVICE, NameFault.CHARACTERS),
        ("PC_1", Platform.WINDOWS, DEVICE, NameFault.CHARACTERS),
        ("PC.local", Platform.WINDOWS, DEVICE, NameFault.CHARACTERS),
        ("", Platform.WINDOWS, DEVICE, NameFault.EMPTY),
        (" \t", Platform.WINDOWS, MANAGEMENT, NameFault.EMPTY),
        ("a" * LONGEST, Platform.WINDOWS, DEVICE, None),
        ("a" * (LONGEST + 1), Platform.WINDOWS, DEVICE, NameFault.TOO_LONG),
        ("a" * (LONGEST + 1), Platform.WINDOWS, MANAGEMENT, NameFault.TOO_LONG),
        ("Marie’s iPhone, the red one", Platform.IOS, MANAGEMENT, None),
        ("two\nlines", Platform.IOS, MANAGEMENT, NameFault.CHARACTERS),
        ("turned \u202e round", Platform.IOS, MANAGEMENT, NameFault.CHARACTERS),
    ],
)
def test_a_name_is_taken_or_has_one_fault(
    name: str, platform: Platform, way: RenameWay, fault: NameFault | None
) -> None:
    assert fault_of(name, platform, way) is fault


@given(
    name=st.text(max_size=80), platform=st.sampled_from(Platform), way=st.sampled_from(RenameWay)
)
def test_what_is_taken_is_one_short_visible_line(
    name: str, platform: Platform, way: RenameWay
) -> None:
    if fault_of(name, platform, way) is None:
        assert name.strip().isprintable()
        assert 0 < len(name.strip()) <= LONGEST
