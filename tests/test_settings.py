"""Settings come in layers; a mistake is named with file and line, and no layer weakens another."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal import gate
from companyportal import settings as subject
from companyportal.clouds import CLOUDS
from companyportal.errors import SettingsError
from companyportal.settings import SECURITY_KEYS, Loaded, Settings, endpoints_for, load
from tests.proofs import threat

TENANT = "0a1b2c3d-0000-4000-8000-00000000000f"
CLIENT = "99999999-0000-4000-8000-00000000000f"
CONNECTED = Settings(tenant_id=TENANT, client_id=CLIENT)

Read = Callable[..., Loaded]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Load from texts: the person's file, the policy's, options."""

    def read(user: str | None = None, policy: str | None = None, **options: str) -> Loaded:
        for name, text in (("user.toml", user), ("policy.toml", policy)):
            if text is not None:
                (tmp_path / name).write_text(text, encoding="utf-8")
        return load(
            user_file=tmp_path / "user.toml",
            policy_file=tmp_path / "policy.toml",
            overrides=options,
        )

    return read


def test_without_files_the_defaults_hold(read: Read, tmp_path: Path) -> None:
    loaded = read()
    assert loaded == Loaded(settings=Settings(), file=tmp_path / "user.toml")
    assert load(user_file=tmp_path / "none", policy_file=None).settings == Settings()


def test_each_layer_covers_the_one_below(read: Read) -> None:
    loaded = read('theme = "dark"\nlanguage = "fr"\nbubbles = false', 'language = "en"')
    assert (loaded.settings.theme, loaded.settings.language) == ("dark", "en")
    assert loaded.settings.bubbles is False
    loaded = read(theme="light", bubbles="true", language="system")
    assert (loaded.settings.theme, loaded.settings.language) == ("light", "system")
    assert loaded.settings.bubbles is True
    assert loaded.problems == ()
    assert loaded.locked == SECURITY_KEYS | {"language"}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(read: Read) -> None:
    assert read('\ufefftheme = "dark"\r\nbubbles = false\r\n').settings.theme == "dark"


@pytest.mark.parametrize(
    ("text", "line", "key", "words"),
    [
        ('# mine\n\ntheem = "dark"', 3, "theem", "“theem” is no setting; there are “bubbles”"),
        ('\ntheme = "black"', 2, "theme", "must be one of “system”, “light”, “dark”"),
        ('"theme" = 1', 1, "theme", "“theme” must be a text in quotes"),
        ("\n\n  bubbles = 1", 3, "bubbles", "“bubbles” must be true or false"),
        ("theme = []", 1, "theme", "must be a text in quotes"),
        ('\n[theme]\nx = "dark"', 2, "theme", "must be a text in quotes"),
        ('theme.x = "dark"', 1, "theme", "must be a text in quotes"),
        ('cloud = "germany"', 1, "cloud", "must be one of “global” (Microsoft 365 (worldwide))"),
        ('cloud = ""', 1, "cloud", "“govsg” (Singapore Government)"),
        ('rename = "nickname"', 1, "rename", "one of “deviceName”, “managementName”, “off”"),
        ('recovery_keys = "no"', 1, "recovery_keys", "must be true or false"),
        ("use_beta = 1", 1, "use_beta", "must be true or false"),
        ('mac_factory_reset = "yes"', 1, "mac_factory_reset", "must be true or false"),
        ('connection = "demo"', 1, "connection", "must be one of “graph”, “gateway”"),
        ('tenant_id = "../../etc"', 1, "tenant_id", "“tenant_id” must be a GUID"),
        ('client_id = "common"', 1, "client_id", "“client_id” must be a GUID"),
        ('support_email = "nobody"', 1, "support_email", "must be an e-mail address"),
        ('support_name = "a\\u202Eb"', 1, "support_name", "characters that cannot be seen"),
        ('theme = "dark"\ntheme = "light"', 2, "", "is not TOML: Cannot overwrite a value"),
        ('\ntheme = "dark', 2, "", "is not TOML"),
        ("\n\ntheme = [", 3, "", "is not TOML"),
        ("window_s = 900", 1, "window_s", "is no setting"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(
    read: Read, tmp_path: Path, text: str, line: int, key: str, words: str
) -> None:
    loaded = read(text)
    (problem,) = loaded.problems
    assert (problem.path, problem.line, problem.key) == (tmp_path / "user.toml", line, key)
    assert str(problem).startswith(f"{tmp_path / 'user.toml'}:{line}: ")
    assert words in str(problem)
    assert loaded.settings == Settings()
    assert not loaded.policy_is_broken


def test_one_mistake_does_not_spoil_the_rest(read: Read) -> None:
    loaded = read('theme = "dark"\nlanguage = "de"\nnope = 1')
    assert loaded.settings == Settings(theme="dark")
    assert [problem.line for problem in loaded.problems] == [2, 3]


def test_a_file_that_cannot_be_read_is_named(read: Read, tmp_path: Path) -> None:
    (tmp_path / "user.toml").mkdir()
    assert [p.path for p in read().problems] == [tmp_path / "user.toml"]
    (tmp_path / "user.toml").rmdir()
    (tmp_path / "user.toml").write_bytes(b'support_name = "\xff"')
    assert "is not UTF-8 text" in str(read().problems[0])


@threat("T18")
@pytest.mark.parametrize("key", ["gateway_url", "privacy_url", "support_site_url"])
@pytest.mark.parametrize(
    "url",
    [
        "http://portal.example.com",
        "ftp://portal.example.com",
        "https://",
        "https://user@portal.example.com",
        "https://portal.example.com:99999",
        "https://portal.example.com:0",
        "https://portal.example.com/?x=1",
        "https://portal.example.com/#x",
        "https://portal.example.com\\@evil.test",
        "https://[::1",
        "//portal.example.com",
        "javascript:alert(1)",
    ],
)
def test_only_plain_https_addresses_are_taken(read: Read, key: str, url: str) -> None:
    (problem,) = read(f"{key} = '{url}'").problems
    assert f"“{key}” must be an address that begins with https://" in str(problem)


@pytest.mark.parametrize(
    "scope",
    [
        "use",
        "api://",
        "api:///x",
        "api://portal/ two",
        *(f"{c.graph}/.default" for c in CLOUDS.values()),
        "https://GRAPH.microsoft.com./x",
        "https://graph.microsoft.com:443/x",
        "https://a@b/x",
    ],
)
def test_a_gateway_never_gets_a_token_for_graph(read: Read, scope: str) -> None:
    (problem,) = read(f'gateway_scope = "{scope}"').problems
    assert "the gateway’s own scope" in str(problem)


def test_options_are_checked_like_files(read: Read) -> None:
    loaded = read(theme="black", bubbles="maybe", nope="1", language="fr")
    assert loaded.settings == Settings(language="fr")
    assert [p.key for p in loaded.problems] == ["theme", "bubbles", "nope"]
    assert str(loaded.problems[0]).startswith("command line: ")


@threat("T30")
def test_with_a_policy_the_connection_is_the_organisations(read: Read, tmp_path: Path) -> None:
    loaded = read(
        f'tenant_id = "{CLIENT}"\ncloud = "govsg"\ntheme = "dark"',
        f'tenant_id = "{TENANT.upper()}"',
        client_id=CLIENT,
        theme="light",
    )
    assert loaded.settings == Settings(tenant_id=TENANT, theme="light")
    assert [(p.path, p.key) for p in loaded.problems] == [(subject.COMMAND_LINE, "client_id")]
    assert loaded.locked == SECURITY_KEYS
    assert loaded.has_policy
    assert loaded.file == tmp_path / "policy.toml"


_USER = f'tenant_id = "{TENANT}"\nclient_id = "{CLIENT}"\n'


@threat("T30")
@pytest.mark.parametrize("policy", ["not toml", 'theem = "dark"', 'cloud = "x"', "bubbles = 0"])
def test_a_policy_that_is_not_understood_closes(read: Read, policy: str) -> None:
    loaded = read(_USER, policy)
    assert loaded.policy_is_broken
    assert loaded.problems[0].path.name == "policy.toml"
    with pytest.raises(SettingsError):
        endpoints_for(loaded.settings)


@threat("T30")
def test_a_policy_that_cannot_be_read_closes(tmp_path: Path) -> None:
    user, policy = tmp_path / "user.toml", tmp_path / "policy.toml"
    user.write_text(_USER, encoding="utf-8")
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    policy.mkdir()
    dangling = tmp_path / "dangling.toml"
    dangling.symlink_to(tmp_path / "gone")
    for path in (policy, dangling, loop, tmp_path / ("long" * 100)):
        loaded = load(user_file=user, policy_file=path)
        assert loaded.policy_is_broken, path
        assert loaded.settings.tenant_id == ""
        assert [problem.path for problem in loaded.problems] == [path]
    loaded = load(user_file=user, policy_file=user / "below a file")
    assert (loaded.has_policy, loaded.policy_is_broken) == (False, False)


_VALUES: dict[str, list[str]] = {
    "connection": ["graph", "gateway", "demo"],
    "cloud": ["global", "Bleu (France)", "mars"],
    "tenant_id": [TENANT, CLIENT, "common"],
    "client_id": [TENANT, CLIENT, ""],
    "gateway_url": ["https://a.test", "https://b.test/v1.0/", "http://c.test"],
    "gateway_scope": ["api://a/use", "api://b/use", "https://graph.microsoft.com/.default"],
    "rename": ["managementName", "off", "nickname"],
    "recovery_keys": ["true", "false"],
    "use_beta": ["true", "false", "1"],
    "mac_factory_reset": ["true", "false", "yes"],
    "kiosk": ["true", "false", "1"],
    "kiosk_idle_s": ["30", "301"],
    "kiosk_hosts": ["[]", "['a.example']", "['*']"],
    "theme": ["dark", "light", "pink"],
    "no_such_key": ["1"],
}


def _line(entry: tuple[str, str]) -> str:
    key, value = entry
    is_no_text = value in ("true", "false") or value[:1] == "[" or value.isdigit()
    return f"{key} = {value if is_no_text else repr(value)}\n"


_LAYERS = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from(values) for key, values in _VALUES.items()}
)


@threat("T30")
@settings(derandomize=True, deadline=None)
@given(user=_LAYERS, policy=_LAYERS, line=_LAYERS)
def test_no_layer_can_weaken_the_policy(
    user: dict[str, str], policy: dict[str, str], line: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "user.toml"), Path(folder, "policy.toml")
        for file, layer in zip(files, (user, policy), strict=True):
            file.write_text("".join(map(_line, layer.items())), encoding="utf-8")
        alone = load(user_file=Path(folder, "none"), policy_file=files[1])
        loaded = load(user_file=files[0], policy_file=files[1], overrides=line)
    for key in SECURITY_KEYS:
        assert getattr(loaded.settings, key) == getattr(alone.settings, key)
    assert loaded.policy_is_broken == alone.policy_is_broken
    assert loaded.locked == alone.locked


@threat("T30")
@pytest.mark.parametrize("policy", [None, "", f'tenant_id = "{TENANT}"\ncloud = "govsg"'])
def test_the_environment_sets_nothing(
    read: Read, monkeypatch: pytest.MonkeyPatch, policy: str | None
) -> None:
    before = read(policy=policy)
    for key, value in asdict(replace(CONNECTED, connection="gateway", cloud="bleu-fr")).items():
        for name in (key, key.upper(), f"COMPANYPORTAL_{key.upper()}"):
            monkeypatch.setenv(name, str(value))
    assert read(policy=policy) == before


@threat("T30")
def test_no_setting_lengthens_the_five_minutes(read: Read) -> None:
    assert gate.WINDOW_S == 300
    names = asdict(Settings())
    others = [name for name, value in names.items() if type(value) not in (str, bool)]
    assert [name for name in others if not name.startswith("kiosk_")] == []
    for key in ("window_s", "window", "gate_s", "max_age", "WINDOW_S"):
        assert [problem.key for problem in read(f"{key} = 900").problems] == [key]
