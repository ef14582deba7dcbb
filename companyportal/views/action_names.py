"""What each action is called where something is told of it; for buttons see ``action_words.py``."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.domain import Action


class ActionNames(QObject):
    """Nouns for what was asked."""

    def name(self, action: Action) -> str:
        """A noun, so that "requested" and "done" can follow it; empty for an unknown action."""
        return {
            Action.RESET_PASSCODE: self.tr("Reset passcode", "noun"),
            Action.REMOTE_LOCK: self.tr("Remote lock", "noun"),
            Action.SYNC: self.tr("Check status", "noun"),
            Action.RENAME: self.tr("Rename", "noun"),
            Action.RETIRE: self.tr("Remove", "noun"),
            Action.WIPE: self.tr("Factory reset", "noun"),
            Action.RESTART: self.tr("Restart", "noun"),
            Action.LOCATE: self.tr("Locate", "noun"),
            Action.RECOVERY_KEY: self.tr("Recovery key", "noun"),
        }.get(action, "")
