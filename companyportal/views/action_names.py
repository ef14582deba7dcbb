"""What each action is called: on its button, and where something is told of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.domain import Action


class ActionNames(QObject):
    """Verbs for buttons, nouns for what was asked."""

    def verb(self, action: Action) -> str:
        """What a button says."""
        return {
            Action.RESET_PASSCODE: self.tr("Reset passcode"),
            Action.REMOTE_LOCK: self.tr("Remote lock"),
            Action.SYNC: self.tr("Check status"),
            Action.RENAME: self.tr("Rename"),
            Action.RETIRE: self.tr("Remove"),
            Action.WIPE: self.tr("Factory reset"),
            Action.RESTART: self.tr("Restart"),
            Action.LOCATE: self.tr("Locate"),
            Action.RECOVERY_KEY: self.tr("Show recovery key"),
        }.get(action, "")

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
