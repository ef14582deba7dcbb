"""What each step costs with so many devices, in one process and without a network.

``python -m benchmarks.cost_of_size STARTED DEVICES RUNS`` tells the median milliseconds of each
step for that many devices.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median
from typing import Any

from PySide6.QtWidgets import QApplication

from benchmarks.processes import tell
from companyportal.clock import SystemClock
from companyportal.demo import organisation
from companyportal.demo.tenant import Tenant
from companyportal.domain import Device, Person
from companyportal.graph import wire
from companyportal.graph.devices import PAGE_SIZE
from companyportal.graph.mapping import device_of
from companyportal.models.device_list import DeviceList
from companyportal.models.device_source import DeviceSource
from companyportal.store import Store
from companyportal.tasks import Tasks
from companyportal.views.device_view import DeviceView
from companyportal.views.theme import Theme

NOBODY = Person("0" * 8, "0" * 8)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
_SAMPLE = 1_000
"""So many devices are described; more are copies of these with an id of their own."""


def pages(count: int) -> list[bytes]:
    """Answers of Graph with so many devices."""
    tenant = Tenant(organisation.load(None), SystemClock(), devices=min(count, _SAMPLE))
    known = [device.to_graph(0) for device in tenant.devices_of(tenant.people[0])]
    items = [known[n % len(known)] | {"id": f"device-{n}"} for n in range(count)]
    starts = range(0, count, PAGE_SIZE)
    return [json.dumps({"value": items[n : n + PAGE_SIZE]}).encode() for n in starts]


def read(bodies: list[bytes]) -> list[Device]:
    """As ``DeviceService.list`` reads its pages."""
    return [device_of(each) for body in bodies for each in wire.devices(body)[0]]


def took_ms(step: Callable[[], Any]) -> float:
    """Of the processor: nothing here waits, and other programs have no part in it. Without a
    collection of garbage in its midst, as the program runs.
    """
    gc.collect()
    gc.disable()
    started = time.process_time()
    step()
    milliseconds = 1000 * (time.process_time() - started)
    gc.enable()
    return milliseconds


def steps(app: QApplication, count: int) -> dict[str, Callable[[], Any]]:
    """Each step of a list's way, ready to be taken again and again."""
    bodies = pages(count)
    devices = [replace(each, name=f"{each.name} {n}") for n, each in enumerate(read(bodies))]
    store = Store.open(None)
    store.save_devices(NOBODY, devices, NOW)
    nobody: Any = None  # nothing is asked of it
    clock = SystemClock()
    source = DeviceSource(managed=nobody, directory=nobody, store=store, clock=clock)
    model = DeviceList(service=source, store=store, tasks=Tasks(), clock=clock)
    view = DeviceView(model)
    view.resize(1000, 700)
    view.show()

    def show() -> None:
        model.restore()
        app.processEvents()

    def search() -> None:
        model.search("pixel 8 7" if model.needle == "pixel" else "pixel")
        app.processEvents()

    return {
        "read the pages": lambda: read(bodies),
        "keep": lambda: store.save_devices(NOBODY, devices, NOW),
        "restore and show": show,
        "a keystroke in the search": search,
    }


async def main(count: int, runs: int) -> None:
    """Everything once before, then by turns."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    taken = steps(app, count)
    found: dict[str, list[float]] = {name: [] for name in taken}
    for run in range(runs + 1):
        for name, step in taken.items():
            milliseconds = took_ms(step)
            if run:
                found[name].append(milliseconds)
    tell(devices=count, ms={name: median(results) for name, results in found.items()})


if __name__ == "__main__":
    application = QApplication([])
    Theme.install(application).set_mode("light")
    asyncio.run(main(int(sys.argv[2]), int(sys.argv[3])))
