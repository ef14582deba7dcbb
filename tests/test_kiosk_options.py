"""The words of the kiosk on the command line, and that a kiosk starts nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from companyportal import places
from companyportal.__main__ import fault_of, main, parser
from companyportal.kiosk import loaded_for
from tests.proofs import threat
from tools.run import ROOT

GUID = "5b1d2a7e-6c0f-4d1b-9a35-0c7e1f4b8d62"
_WITH_POLICY = """
import sys
from pathlib import Path
from companyportal import __main__, places
places.policy_file = lambda: Path(sys.argv[1])
sys.exit(__main__.main(sys.argv[2:]))
"""


@pytest.mark.parametrize(
    "words",
    [
        "--kiosk",
        "--kiosk --language fr --data DIR",
        "--kiosk --demo --debug",
        "--kiosk --demo --full-screen --settings try.toml",
        "--kiosk --connect demo.json",
        "--kiosk-session --data DIR",
        "--kiosk-session --data DIR --kiosk-journal FILE",
        "--kiosk-session --data DIR --connect FILE --settings try.toml",
        "--kiosk-browser-policy",
        "--kiosk-browser-policy --settings policy.toml",
    ],
)
def test_what_goes_together(words: str) -> None:
    assert fault_of(parser().parse_args(words.split())) == ""


@threat("T33")
@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("--kiosk --hidden --demo", "--kiosk does not go with --hidden\n"),
        ("--kiosk --device 1 --demo", "--kiosk does not go with --device\n"),
        ("--kiosk companyportal://devices", "--kiosk does not go with a link"),
        ("--kiosk --kiosk-journal x --demo", "--kiosk does not go with --kiosk-journal\n"),
        ("--kiosk --demo --theme dark", "--kiosk does not go with --theme\n"),
        ("--kiosk --settings x", "with --settings, but where it is tried out with --demo"),
        ("--kiosk --cloud bleu-fr", "--kiosk does not go with --cloud"),
        ("--kiosk --debug --full-screen", "--kiosk does not go with --debug, --full-screen"),
        ("--full-screen", "--full-screen: only with --kiosk"),
        ("--demo --kiosk-journal x", "--kiosk-journal: only with --kiosk"),
        ("--kiosk-session", "--kiosk-session is started by --kiosk only"),
        ("--kiosk-session --data x --demo", "--kiosk-session does not go with --demo"),
        ("--kiosk-session --data x --settings y", "--kiosk-session does not go with --settings"),
        ("--kiosk --kiosk-session", "not allowed with argument --kiosk"),
        ("--kiosk-browser-policy --demo", "--kiosk-browser-policy does not go with --demo"),
        ("--kiosk --demo --connect x", "not allowed with argument --demo"),
    ],
)
def test_nonsense_is_named(capsys: pytest.CaptureFixture[str], words: str, fault: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == 2
    assert fault in capsys.readouterr().err


def test_the_help_is_for_people() -> None:
    said = parser().format_help()
    assert "--kiosk " in said
    assert "--kiosk-session" not in said
    assert "--kiosk-journal" not in said


@threat("T33")
@pytest.mark.parametrize("words", ["", "--demo", "--hidden", "companyportal://devices"])
def test_on_a_kiosk_the_desks_window_does_not_open(tmp_path: Path, words: str) -> None:
    done = _run(_kiosk(tmp_path), *words.split(), tmp_path=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "this computer is a kiosk: start companyportal --kiosk" in done.stderr


@threat("T33")
@pytest.mark.skipif(os.getuid() != 0, reason="only on a machine where tests run as root")
def test_a_kiosk_does_not_open_for_root(tmp_path: Path) -> None:
    done = _run(_kiosk(tmp_path), "--kiosk", tmp_path=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "does not run as an administrator" in done.stderr


@threat("T33")
def test_where_no_policy_says_so_there_is_no_kiosk(tmp_path: Path) -> None:
    done = _run(tmp_path / "none.toml", "--kiosk", tmp_path=tmp_path)
    assert done.returncode == 2
    assert "there is no policy" in done.stderr


def test_the_policy_of_its_browser_is_printed_without_a_screen(tmp_path: Path) -> None:
    ours = (f'tenant_id = "{GUID}"', f'client_id = "{GUID}"')
    done = _run(_kiosk(tmp_path, *ours), "--kiosk-browser-policy", tmp_path=tmp_path, screen="")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["PrintingEnabled"] is False


def _kiosk(tmp_path: Path, *lines: str) -> Path:
    policy = tmp_path / "policy.toml"
    policy.write_text("\n".join(("kiosk = true", *lines)), encoding="utf-8")
    return policy


def _run(
    policy: Path, *words: str, tmp_path: Path, screen: str = "offscreen"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _WITH_POLICY, policy, *words],
        env={
            "QT_QPA_PLATFORM": screen,
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )


@threat("T33")
def test_a_kiosk_hears_its_policy_and_nothing_that_its_user_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Strangers would be told whom to call."""
    policy = tmp_path / "policy.toml"
    policy.write_text(f'tenant_id = "{GUID}"\nclient_id = "{GUID}"\nkiosk = true\n')
    (tmp_path / "settings.toml").write_text('support_phone = "+44 900 666"\nlanguage = "fr"\n')
    monkeypatch.setattr(places, "policy_file", lambda: policy)
    words = ["--kiosk", "--data", str(tmp_path)]
    loaded = loaded_for(parser().parse_args(words), tmp_path)
    assert (loaded.settings.support_phone, loaded.settings.language) == ("", "system")
    assert loaded.problems == ()
    trial = loaded_for(parser().parse_args([*words, "--connect", "demo.json"]), tmp_path)
    assert trial.settings.support_phone == "+44 900 666"
