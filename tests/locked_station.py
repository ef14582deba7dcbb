"""The files of a kiosk as an administrator leaves them, and what the program says to its user."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from companyportal.errors import KioskRefused
from companyportal.kiosk_environment import scrub
from companyportal.kiosk_role import check_role
from companyportal.settings import load
from tests.somebody_else import VISITOR, somebody_else

GUID = "5b1d2a7e-6c0f-4d1b-9a35-0c7e1f4b8d62"


class Station:
    """A computer's files, all root's and closed, and a user without any rights."""

    def __init__(self, folder: Path) -> None:
        self.policy = folder / "etc" / "companyportal" / "policy.toml"
        self.browser = folder / "opt" / "browser" / "chromium"
        self.person = folder / "settings.toml"
        for file in (self.policy, self.browser):
            file.parent.mkdir(parents=True)
        shutil.copy("/bin/true", self.browser)
        self.write()

    def write(self, **changes: object) -> None:
        """The policy, with these keys changed; None leaves one out."""
        values = {
            "tenant_id": GUID,
            "client_id": GUID,
            "kiosk": True,
            "kiosk_browser": str(self.browser),
            **changes,
        }
        lines = [f"{key} = {json.dumps(v)}\n" for key, v in values.items() if v is not None]
        self.policy.write_text("".join(lines), encoding="utf-8")

    def answer(
        self, user: int = VISITOR, variables: Mapping[str, str] | None = None
    ) -> tuple[str, str]:
        """What the program says to that user: the refusal and its words, or ``may``."""
        names = scrub(dict(variables or {}))
        loaded = load(user_file=self.person, policy_file=self.policy)
        try:
            with somebody_else(user):
                check_role(loaded, self.policy, variables=names)
        except KioskRefused as error:
            return error.reason, str(error)
        return "may", ""
