"""How the list of devices is arranged from start to start, and which of them is this computer.

Arrows like those of ``portal.join``: the list does not know the settings, nor the computer.
"""

from __future__ import annotations

from companyportal.desktop.this_computer import this_computer
from companyportal.models.device_groups import GroupBy
from companyportal.models.device_order import SortBy
from companyportal.models.models import Models
from companyportal.models.this_computer import ThisComputer
from companyportal.tasks import Tasks


def join_list(models: Models, tasks: Tasks) -> None:
    """Every arrow to and from the arrangement of the list."""
    devices, preferences = models.devices, models.preferences
    chosen = preferences.settings
    devices.arrange(sort=SortBy(chosen.sort_devices), group=GroupBy(chosen.group_devices))

    def keep() -> None:
        """Order and sections only: what is searched for and filtered ends with the session."""
        preferences.set("sort_devices", devices.arrangement.sort.value)
        preferences.set("group_devices", devices.arrangement.group.value)

    devices.arranged.connect(keep)
    computer = ThisComputer(read=this_computer, tasks=tasks, parent=devices)
    devices.refreshed.connect(computer.look)
    computer.found.connect(devices.note_this_computer)
