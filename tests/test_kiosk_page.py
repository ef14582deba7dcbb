"""The page for who sets up a kiosk names what the program asks for, and its examples work."""

from __future__ import annotations

import re
import shlex
from configparser import ConfigParser
from dataclasses import fields
from pathlib import Path
from xml.etree import ElementTree

import pytest

from companyportal.__main__ import fault_of, parser
from companyportal.kiosk_journal import NAME
from companyportal.settings import Settings, endpoints_for, load
from companyportal.visit import OutOfService
from tools.run import ROOT
from tools.system_packages import PYTHON, WINDOW

PAGE = (ROOT / "docs" / "kiosk.md").read_text(encoding="utf-8")


def example(language: str, beginning: str) -> str:
    """The block of that language that begins so, without the indentation of a list."""
    blocks = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", PAGE, re.M | re.S)
    texts = [
        "\n".join(line.removeprefix(space) for line in text.splitlines()) for space, text in blocks
    ]
    (found,) = [text for text in texts if text.startswith(beginning)]
    return found


@pytest.mark.parametrize(
    "key", [field.name for field in fields(Settings) if field.name.startswith("kiosk")]
)
def test_every_key_has_a_row_with_its_default(key: str) -> None:
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{key}` |")]
    default = getattr(Settings(), key)
    written = {"": ('""', " "), (): ("[]",), False: ("false",)}.get(default, (str(default),))
    assert row.split("|")[2].strip(" `") in [each.strip() for each in written]


@pytest.mark.parametrize("reason", OutOfService)
def test_every_reason_has_a_row(reason: OutOfService) -> None:
    assert PAGE.count(f"\n| `{reason}` |") == 1


def test_the_policy_of_the_example_is_a_good_one(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(example("toml", "tenant_id"), encoding="utf-8")
    loaded = load(user_file=tmp_path / "none", policy_file=policy)
    assert loaded.problems == ()
    assert loaded.settings.kiosk
    assert endpoints_for(loaded.settings).authority.startswith("https://login.microsoftonline.com/")


def test_the_window_manager_of_the_example_is_the_one_that_was_tried() -> None:
    tried = (ROOT / "tests" / "kiosk" / "openbox.xml").read_text(encoding="utf-8")
    forms = [ElementTree.canonicalize(each) for each in (tried, example("xml", "<?xml"))]
    assert _squeezed(forms[0]) == _squeezed(forms[1])


def test_the_service_of_the_example_starts_the_station_itself() -> None:
    """systemd hears only the main process, so no script may stand before it."""
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read_string(example("ini", "[Unit]"))
    service = unit["Service"]
    program, *words = shlex.split(service["ExecStart"])
    assert Path(program).name == "companyportal"
    options = parser().parse_args(words)
    assert (options.kiosk, fault_of(options)) == (True, "")
    limits = (int(service["TasksMax"]), service["MemorySwapMax"], service["OOMPolicy"])
    assert limits == (1024, "0", "continue")
    kept = (service["Type"], service["Restart"], service["KillMode"])
    assert kept == ("notify", "always", "control-group")
    assert Path("/var/lib", service["StateDirectory"]) == options.data


def test_the_system_gets_all_that_the_window_needs() -> None:
    named = set(PAGE.split())
    assert [need.package for need in (*PYTHON, *WINDOW) if need.package not in named] == []


def test_every_way_to_another_place_on_the_page_leads_there() -> None:
    titles = re.findall(r"^#+ (.*)$", PAGE, re.M)
    places = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]*)\)", PAGE)) <= places


def test_the_journal_is_called_by_its_name() -> None:
    assert f"`{NAME}`" in PAGE


def _squeezed(text: str) -> str:
    return re.sub(r">\s+<", "><", re.sub(r"<!--.*?-->", "", text))
