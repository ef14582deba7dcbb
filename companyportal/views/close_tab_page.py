"""The page the browser shows when it has handed the sign-in back: one disc, one title, one line.

A kiosk closes its browser itself, and its visitor has no tabs.
"""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication, QLocale

from companyportal import resources
from companyportal.views.venue import is_public


def close_tab_page(succeeded: bool) -> str:
    """Complete HTML without script or foreign addresses, in the program's present language."""
    translate = QCoreApplication.translate
    if succeeded:
        title = translate("CloseTabPage", "Signed in")
        note = translate("CloseTabPage", "Go on in Company Portal. Nothing has been reset yet.")
        colours = ("#E4F3EA", "#146C43", "#1D3529", "#74D6A0")
        icon = "check-circle"
    else:
        title = translate("CloseTabPage", "Sign-in was not completed")
        note = translate("CloseTabPage", "Company Portal tells you how to go on. Nothing changed.")
        colours = ("#FDF0DA", "#8A4F00", "#3A2E1B", "#F2BC64")
        icon = "warning"
    if is_public():
        line = translate("CloseTabPage", "This page closes by itself.")
    else:
        line = translate("CloseTabPage", "You can close this tab.")
    disc_light, mark_light, disc_dark, mark_dark = colours
    svg = resources.text(f"icons/{icon}.svg").replace('width="24" height="24"', "", 1)
    return resources.text("web/close-tab.html").format(
        lang=QLocale().bcp47Name(),
        title=html.escape(title),
        line=html.escape(line),
        note=html.escape(note),
        icon=svg,
        disc_light=disc_light,
        mark_light=mark_light,
        disc_dark=disc_dark,
        mark_dark=mark_dark,
    )
