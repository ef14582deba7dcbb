"""Tells a Linux desktop, in the bundle that Briefcase has created, which links the program opens.

Briefcase has no setting for it: its file for the desktop is completed after ``create``.

Source: https://specifications.freedesktop.org/desktop-entry-spec/latest/mime-types.html
"""

from __future__ import annotations

import re
from pathlib import Path

from companyportal.deep_link import SCHEME

_MIME_TYPE = f"MimeType=x-scheme-handler/{SCHEME};"
_EXEC = re.compile(r"^Exec=(?!.* -- %u$)(.*?)(?: %[uUfF])?$", re.MULTILINE)


def name_links(bundle: Path) -> int:
    """Complete every desktop entry below ``bundle``; how many there are. Again: no change.

    What comes after ``--`` is never an option, whoever wrote the link.
    """
    files = sorted(bundle.glob("**/*.desktop"))
    for file in files:
        text = _EXEC.sub(r"Exec=\1 -- %u", file.read_text(encoding="utf-8"))
        if _MIME_TYPE not in text:
            text = f"{text.rstrip()}\n{_MIME_TYPE}\n"
        file.write_text(text, encoding="utf-8")
    return len(files)
