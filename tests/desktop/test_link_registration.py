"""What Windows is told about our links: a fixed line, in which a link cannot become an option."""

from __future__ import annotations

import pytest

from companyportal.desktop.link_registration import register_links

EXE = "C:\\Program Files\\Company Portal\\Company Portal.exe"
OURS = r"Software\Classes\companyportal"


def test_an_installed_program_opens_our_links() -> None:
    written: dict[tuple[str, str], str] = {}

    def write(key: str, name: str, text: str) -> None:
        written[key, name] = text

    assert register_links(write, command=[EXE], is_windows=True)
    assert written == {
        (OURS, ""): "URL:Company Portal",
        (OURS, "URL Protocol"): "",
        (rf"{OURS}\shell\open\command", ""): f'"{EXE}" -- "%1"',
    }


@pytest.mark.parametrize(
    ("command", "is_windows"), [(["python.exe", "-m", "companyportal"], True), ([EXE], False)]
)
def test_one_that_runs_from_sources_or_elsewhere_writes_nothing(
    command: list[str], is_windows: bool
) -> None:
    def write(key: str, name: str, text: str) -> None:
        raise AssertionError(key)

    assert not register_links(write, command=command, is_windows=is_windows)


def test_a_registry_that_may_not_be_written_is_no_fault() -> None:
    def write(key: str, name: str, text: str) -> None:
        raise PermissionError(5, "denied")

    assert not register_links(write, command=[EXE], is_windows=True)
