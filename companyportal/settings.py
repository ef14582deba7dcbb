"""What can be set, by whom, and the one place for each default.

Defaults < the person's file < the machine's policy < the command line. Keys that decide where the
program signs in and sends to are the organisation's alone as soon as there is a policy file, and
a policy that cannot be understood whole closes everything destructive: no layer can weaken another.
The five minutes of ``gate.py`` are no setting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from companyportal import setting_rules, toml_file
from companyportal.clouds import CLOUDS
from companyportal.endpoints import Endpoints, graph_scopes
from companyportal.errors import SettingsError

COMMAND_LINE = Path("command line")
"""Stands for a file in errors about options."""

_FILE = Path("settings.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default."""

    language: str = "system"
    theme: str = "system"
    sort_devices: str = "name"
    group_devices: str = "attention"
    """How a long list is arranged."""
    connection: str = "graph"
    """``graph``, or ``gateway`` for the organisation's own service with Graph's paths."""
    cloud: str = "global"
    tenant_id: str = ""
    client_id: str = ""
    gateway_url: str = ""
    """Up to the version and with it: ``https://portal.example.com/v1.0``."""
    gateway_scope: str = ""
    rename: str = "deviceName"
    """What renaming changes: ``deviceName`` (a beta address), ``managementName``, or ``off``."""
    recovery_keys: bool = True
    """May the keys of encrypted disks be shown?"""
    use_beta: bool = True
    """May Graph's beta addresses be used, for what v1.0 does not have?"""
    mac_factory_reset: bool = False
    """May people set their Macs back to factory settings? Company Portal does not let them."""
    keep_in_tray: bool = True
    """What closing the window means; a person who never chose is asked."""
    bubbles: bool = True
    """News of what was done."""
    bubbles_problems: bool = True
    """News of what failed or is not known."""
    start_with_system: bool = False
    """Only from a policy: what a person chooses, the system itself remembers."""
    organisation_name: str = ""
    """What follows is for where the service does not tell it."""
    privacy_url: str = ""
    support_name: str = ""
    support_phone: str = ""
    support_email: str = ""
    support_site_name: str = ""
    support_site_url: str = ""
    support_hours: str = ""
    kiosk: bool = False
    """Is this machine a kiosk? What follows holds only there; see ``docs/kiosk.md``."""
    kiosk_browser: str = ""
    """The program in which visitors sign in, with its whole path."""
    kiosk_browser_arguments: tuple[str, ...] = ()
    kiosk_hosts: tuple[str, ...] = ()
    """What that browser may show beside the sign-in of the cloud."""
    kiosk_idle_s: int = 90
    """Seconds without input before a visit ends, the time of the warning included."""
    kiosk_visit_s: int = 900
    kiosk_station: str = ""
    """How the organisation calls this place in its own journal."""
    kiosk_logo: str = ""
    """A picture on this machine for its screen, with the whole path."""


CHOICES = frozenset(
    {
        "language",
        "theme",
        "sort_devices",
        "group_devices",
        "keep_in_tray",
        "bubbles",
        "bubbles_problems",
        "start_with_system",
    }
)
"""What is a person's own taste; the rest says where to connect to and whom to ask."""
SECURITY_KEYS = frozenset(
    {
        "connection",
        "cloud",
        "tenant_id",
        "client_id",
        "gateway_url",
        "gateway_scope",
        "rename",
        "recovery_keys",
        "use_beta",
        "mac_factory_reset",
        "kiosk",
        "kiosk_browser",
        "kiosk_browser_arguments",
        "kiosk_hosts",
        "kiosk_idle_s",
        "kiosk_visit_s",
        "kiosk_station",
        "kiosk_logo",
    }
)
"""Where tokens go, what the program may ask the service for, and what a kiosk lets strangers do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The settings in force, and what was wrong on the way."""

    settings: Settings
    problems: tuple[SettingsError, ...] = ()
    locked: frozenset[str] = frozenset()
    """Keys that the machine's policy sets."""
    chosen: frozenset[str] = frozenset()
    """Keys that some layer sets, be it to their default."""
    has_policy: bool = False
    policy_is_broken: bool = False
    """Then nothing destructive may be done: nobody knows what the organisation wants."""
    file: Path = _FILE
    """Where the connection has to be set: the policy where there is one, else the person's."""
    logo: bytes = b""
    """What ``kiosk_logo`` names, read and checked; only a kiosk reads it."""


def load(
    *,
    user_file: Path | None,
    policy_file: Path | None,
    overrides: Mapping[str, str] | None = None,
) -> Loaded:
    """Put the layers together; never raises. A bad key keeps the value of the layer below.

    ``user_file`` is None where no person has a say: at a kiosk.
    """
    policy, policy_problems = _policy(policy_file)
    has_policy = policy is not None
    user, user_problems = _user(user_file)
    line, line_problems = _line_layer(overrides or {})
    if has_policy:
        user = _without_security(user)
        line_problems += [
            SettingsError(f"“{key}” is set by the organisation", path=COMMAND_LINE, key=key)
            for key in SECURITY_KEYS & line.keys()
        ]
        line = _without_security(line)
    set_keys = {**user, **(policy or {}), **line}
    return Loaded(
        settings=replace(Settings(), **set_keys),
        chosen=frozenset(set_keys),
        problems=(*policy_problems, *user_problems, *line_problems),
        locked=frozenset(policy or ()) | (SECURITY_KEYS if has_policy else frozenset()),
        has_policy=has_policy,
        policy_is_broken=bool(policy_problems),
        file=policy_file if has_policy and policy_file else user_file or _FILE,
    )


def save(user_file: Path, changes: Mapping[str, object]) -> None:
    """Keep the person's choices; everything else in their file stays.

    Raises: SettingsError for a key or value that is none; SettingsNotSaved.
    """
    values: dict[str, bool | str] = {}
    for key, value in changes.items():
        if fault := _fault(key, value):
            raise SettingsError(fault, path=user_file, key=key)
        assert isinstance(value, bool | str)
        values[key] = setting_rules.normal(key, value)
    toml_file.change(user_file, values)


def endpoints_for(settings: Settings, *, file: Path = _FILE) -> Endpoints:
    """Where the program connects to.

    Raises: SettingsError, naming the key that is missing and ``file``, where it belongs.
    """
    wanted = ["tenant_id", "client_id"]
    if settings.connection == "gateway":
        wanted += ["gateway_url", "gateway_scope"]
    for key in wanted:
        if not getattr(settings, key):
            raise SettingsError(f"“{key}” is missing", path=file, key=key)
    cloud = CLOUDS[settings.cloud]
    if settings.connection == "gateway":
        return Endpoints.for_gateway(
            cloud=cloud,
            tenant_id=settings.tenant_id,
            client_id=settings.client_id,
            service=settings.gateway_url,
            scope=settings.gateway_scope,
        )
    return Endpoints.for_graph(
        cloud=cloud,
        tenant_id=settings.tenant_id,
        client_id=settings.client_id,
        scopes=graph_scopes(recovery_keys=settings.recovery_keys, rename=settings.rename),
    )


_Layer = tuple[dict[str, Any], list[SettingsError]]


def _policy(path: Path | None) -> tuple[dict[str, Any] | None, list[SettingsError]]:
    """None where the machine has no policy; one that is there but cannot be read is one."""
    if path is None or not _is_there(path):
        return None, []
    try:
        return _file_layer(path)
    except FileNotFoundError:
        return {}, [SettingsError("points to nothing", path=path)]


def _is_there(path: Path) -> bool:
    """Doubt counts as yes."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _user(path: Path | None) -> _Layer:
    if path is None:
        return {}, []
    try:
        return _file_layer(path)
    except FileNotFoundError:
        return {}, []


def _file_layer(path: Path) -> _Layer:
    try:
        file = toml_file.read(path)
    except SettingsError as error:
        return {}, [error]
    return _checked(file.values, path, file.line_of)


def _line_layer(overrides: Mapping[str, str]) -> _Layer:
    switches = {"true": True, "false": False}
    values: dict[str, Any] = {
        key: switches.get(text, text) if _TYPES.get(key) is bool else text
        for key, text in overrides.items()
    }
    return _checked(values, COMMAND_LINE, lambda _: None)


def _checked(values: Mapping[str, Any], path: Path, line_of: Callable[[str], int | None]) -> _Layer:
    good: dict[str, Any] = {}
    problems: list[SettingsError] = []
    for key, value in values.items():
        if fault := _fault(key, value):
            problems.append(SettingsError(fault, path=path, line=line_of(key), key=key))
        else:
            good[key] = setting_rules.normal(key, value)
    return good, problems


def _without_security(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in SECURITY_KEYS}


_TYPES: dict[str, type] = {field.name: type(field.default) for field in fields(Settings)}


def _fault(key: str, value: object) -> str:
    """What is wrong with a key and its value; empty where nothing is."""
    if key not in _TYPES:
        return f"“{key}” is no setting; there are {setting_rules.listed(sorted(_TYPES))}"
    return setting_rules.fault(key, value, _TYPES[key])
