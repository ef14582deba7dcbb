"""What a policy may say of a kiosk; a mistake is named with its line and its place in a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.settings import Loaded, Settings, load
from tests.proofs import threat


def read(folder: Path, text: str) -> Loaded:
    """Load it as the machine's policy."""
    policy = folder / "policy.toml"
    policy.write_text(text, encoding="utf-8")
    return load(user_file=folder / "none", policy_file=policy)


@pytest.mark.parametrize(
    ("text", "line", "key", "words"),
    [
        ('kiosk = "yes"', 1, "kiosk", "must be true or false"),
        ('kiosk_browser = "chromium"', 1, "kiosk_browser", "must be the whole path of a program"),
        ('kiosk_browser = "/a/../b"', 1, "kiosk_browser", "must be the whole path of a program"),
        ('kiosk_logo = "logo.png"', 1, "kiosk_logo", "must be the whole path of a picture"),
        ("kiosk_idle_s = 29", 1, "kiosk_idle_s", "must be a whole number from 30 to 300"),
        ("kiosk_idle_s = 301", 1, "kiosk_idle_s", "must be a whole number from 30 to 300"),
        ("kiosk_idle_s = 90.0", 1, "kiosk_idle_s", "must be a whole number from 30 to 300"),
        ("kiosk_visit_s = true", 1, "kiosk_visit_s", "must be a whole number from 120 to 1800"),
        ('kiosk_hosts = "a.example"', 1, "kiosk_hosts", "must be a list of texts in quotes"),
        ('kiosk_hosts = ["a.example", 1]', 1, "kiosk_hosts", "must be a list of texts in quotes"),
        ('kiosk_hosts = ["a.example", ""]', 1, "kiosk_hosts", "must be a list of texts in quotes"),
        (f"kiosk_hosts = {['a.example'] * 51}", 1, "kiosk_hosts", "holds more than 50 texts"),
        ('kiosk_hosts = ["a\\u202Eb"]', 1, "kiosk_hosts", "cannot be seen (text 1)"),
        (f'kiosk_station = "{"x" * 41}"', 1, "kiosk_station", "a text of 40 characters at most"),
        (
            'kiosk_browser_arguments = ["--disable-3d-apis", "--no-sandbox"]',
            1,
            "kiosk_browser_arguments",
            "holds an option that takes the browser’s own protection away (text 2)",
        ),
    ],
)
def test_a_mistake_is_named_and_closes_the_kiosk(
    tmp_path: Path, text: str, line: int, key: str, words: str
) -> None:
    loaded = read(tmp_path, text)
    (problem,) = loaded.problems
    assert (problem.line, problem.key) == (line, key)
    assert words in str(problem)
    assert loaded.settings == Settings()
    assert loaded.policy_is_broken


@threat("T33")
@pytest.mark.parametrize(
    "host",
    [
        "*",
        "*.com",
        "com",
        "a.*.example",
        "*a.example",
        "https://a.example",
        "a.example/path",
        "a.example:8443",
        "a.example.",
        "user@a.example",
        "127.0.0.1",
        "[::1]",
        "localhost",
        "a b.example",
        "-a.example",
        f"{'a.' * 130}example",
    ],
)
def test_a_kiosk_shows_no_pages_but_those_of_named_hosts(tmp_path: Path, host: str) -> None:
    (problem,) = read(tmp_path, f"kiosk_hosts = ['adfs.a.example', '{host}']").problems
    assert "“kiosk_hosts” must be names of hosts, with or without *. before them (text 2)" in str(
        problem
    )


def test_what_a_kiosk_needs_is_read(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        """
            kiosk = true
            kiosk_browser = "/usr/bin/chromium"
            kiosk_browser_arguments = ["--disable-3d-apis"]
            kiosk_hosts = ["ADFS.a.example", "*.b-c.example", "xn--e1afmkfd.xn--p1ai"]
            kiosk_idle_s = 30
            kiosk_visit_s = 1800
            kiosk_station = "Desk 3"
            kiosk_logo = "/etc/companyportal/logo.png"
        """,
    )
    assert loaded.problems == ()
    assert loaded.settings == Settings(
        kiosk=True,
        kiosk_browser="/usr/bin/chromium",
        kiosk_browser_arguments=("--disable-3d-apis",),
        kiosk_hosts=("adfs.a.example", "*.b-c.example", "xn--e1afmkfd.xn--p1ai"),
        kiosk_idle_s=30,
        kiosk_visit_s=1800,
        kiosk_station="Desk 3",
        kiosk_logo="/etc/companyportal/logo.png",
    )
