"""Asks, as a user of that number, whether this computer may be a kiosk: USER POLICY SETTINGS.

Prints the refusal and its words, or ``may``. Its own process, because root cannot become somebody
else and come back; and only here, because the interpreter may lie where nobody else may look.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from companyportal import kiosk_environment, settings
from companyportal.errors import KioskRefused
from companyportal.kiosk_role import check_role


def main(user: int, policy: Path, person: Path) -> None:
    """The answer, as one line of JSON."""
    settings.load(user_file=person, policy_file=policy)  # imports a codec
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    loaded = settings.load(user_file=person, policy_file=policy)
    try:
        check_role(loaded, policy, variables=kiosk_environment.scrub(os.environ))
        said = ["may", ""]
    except KioskRefused as error:
        said = [error.reason, str(error)]
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
