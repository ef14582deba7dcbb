"""What Windows is told about our links: a fixed line, in which a link cannot become an option."""

from __future__ import annotations

import pytest

from companyportal.desktop.link_registration import forget_links, register_links

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


class Registry:
    """Keys, and the rule that one with keys below it stays."""

    def __init__(self, *keys: str) -> None:
        self.keys = {*keys}

    def remove(self, key: str) -> None:
        """As Windows does."""
        if key not in self.keys:
            raise FileNotFoundError(2, "not found")
        if any(other.startswith(f"{key}\\") for other in self.keys):
            raise PermissionError(5, "denied")
        self.keys.remove(key)


def test_nothing_of_it_is_left_when_it_is_taken_back() -> None:
    keys = [OURS, *(rf"{OURS}\shell{more}" for more in ("", r"\open", r"\open\command"))]
    registry = Registry("Other", *keys)
    for _ in range(2):
        assert forget_links(registry.remove, command=[EXE], is_windows=True)
        assert registry.keys == {"Other"}
    other = Registry(OURS, rf"{OURS}\somebody")
    assert not forget_links(other.remove, command=[EXE], is_windows=True)


@pytest.mark.parametrize(
    ("command", "is_windows"), [(["python.exe", "-m", "companyportal"], True), ([EXE], False)]
)
def test_who_has_told_the_system_nothing_takes_nothing_back(
    command: list[str], is_windows: bool
) -> None:
    registry = Registry(OURS)
    assert forget_links(registry.remove, command=command, is_windows=is_windows)
    assert registry.keys == {OURS}
