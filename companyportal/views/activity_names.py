"""What each action is called in the activity of a device: those of this program, and those that
only administrators can ask for.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice (methods)
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.domain import Action
from companyportal.views.action_names import ActionNames
from companyportal.views.text import display


class ActivityNames(QObject):
    """Nouns, so that "requested" and "done" can follow them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = ActionNames(self)

    def name(self, action: Action, graph_name: str) -> str:
        """``graph_name`` stands where the program knows no words for it."""
        key = graph_name.lower()
        told = self._own.name(action) or self._common(key) or self._of_one_system(key)
        if told:
            return told
        is_nameless = key in ("", Action.OTHER.value)
        return self.tr("Another action") if is_nameless else display(graph_name)

    def _common(self, key: str) -> str:
        return {
            "shutdown": self.tr("Shut down"),
            "delete": self.tr("Delete from management"),
            "requestremoteassistance": self.tr("Help from IT support"),
            "initiateondemandproactiveremediation": self.tr("Repair by IT support"),
            "createdevicelogcollectionrequest": self.tr("Collect logs"),
            "collectdiagnostics": self.tr("Collect logs"),
            "sendcustomnotificationtocompanyportal": self.tr("Message to the device"),
            "activatedeviceesim": self.tr("Activate eSIM"),
            "removedeviceesim": self.tr("Remove eSIM"),
            "initiatedeviceattestation": self.tr("Check of device health"),
            "initiatemobiledevicemanagementkeyrecovery": self.tr("Renew management key"),
            "pauseconfigurationrefresh": self.tr("Pause of settings refresh"),
            "changeassignments": self.tr("Change of assigned apps"),
            "disable": self.tr("Suspend"),
            "reenable": self.tr("End of suspension"),
            "deprovision": self.tr("Removed from management"),
        }.get(key, "")

    def _of_one_system(self, key: str) -> str:
        """Actions for Apple's devices, and for Windows."""
        lost_mode, scan = self.tr("Lost mode"), self.tr("Virus scan")
        return {
            "recoverpasscode": self.tr("Recover passcode"),
            "enablelostmode": lost_mode,
            "disablelostmode": self.tr("End of lost mode"),
            "playlostmodesound": self.tr("Sound of lost mode"),
            "bypassactivationlock": self.tr("Activation Lock lifted"),
            "deleteuserfromsharedappledevice": self.tr("User removed"),
            "logoutsharedappledeviceactiveuser": self.tr("User signed out"),
            "revokeapplevpplicenses": self.tr("App licences withdrawn"),
            "rotatefilevaultkey": self.tr("New FileVault key"),
            "rotaterecoverylockpasscode": self.tr("New recovery lock passcode"),
            "rotatebitlockerkeys": self.tr("New BitLocker key"),
            "rotatelocaladminpassword": self.tr("New administrator password"),
            "windowsdefenderscan": scan,
            "quickscan": scan,
            "fullscan": scan,
            "windowsdefenderupdatesignatures": self.tr("Update of virus protection"),
            "cleanwindowsdevice": self.tr("Fresh start of Windows"),
            "automaticredeployment": self.tr("Fresh start of Windows"),
            "updatewindowsdeviceaccount": self.tr("Update of the device account"),
            "triggerconfigurationmanageraction": self.tr("Configuration Manager"),
        }.get(key, "")
