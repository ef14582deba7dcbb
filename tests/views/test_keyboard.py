"""From the list to the request with the keyboard alone, and never past a sleeping button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.views.device_page import DevicePage
from companyportal.views.devices_page import DevicesPage
from companyportal.views.protected_page import ProtectedPage
from tests.program import until
from tests.proofs import promise
from tests.views.conftest import Hands
from tests.views.geometry import settle


def press(key: Qt.Key) -> None:
    """On whatever has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def tab_to(widget: QWidget) -> None:
    """Press Tab until the focus is there."""
    for _ in range(60):
        if QApplication.focusWidget() is widget:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"{widget} cannot be reached")


def protected_page(p: Portal) -> ProtectedPage:
    """The page of the reset alone."""
    return ProtectedPage(
        p.protected,
        p.follow_up,
        p.account,
        p.organisation,
        p.details,
        p.devices,
        p.clipboard,
        p.clock,
    )


async def test_from_the_list_to_the_request(
    application: QApplication, portal: Portal, demo: DemoServer, hands: Hands
) -> None:
    p = portal
    pages = QStackedWidget()
    devices, device = DevicesPage(p.devices, p.clock, p.organisation), device_page(p)
    reset = protected_page(p)
    for page in (devices, device, reset):
        pages.addWidget(page)
    devices.device_chosen.connect(p.details.open)
    devices.device_chosen.connect(lambda _: pages.setCurrentWidget(device))
    device.asked.connect(p.protected.begin)
    device.asked.connect(lambda *_: pages.setCurrentWidget(reset))
    pages.resize(900, 900)
    pages.show()
    pages.activateWindow()
    await until(lambda: QApplication.activeWindow() is pages)

    devices.focus_first()
    tab_to(devices.missing.why)
    tab_to(devices.view)
    devices.view.setCurrentIndex(p.devices.index(0))
    press(Qt.Key.Key_Return)
    device.focus_first()
    assert QApplication.focusWidget() is device.action_row.button(Action.RESET_PASSCODE)
    press(Qt.Key.Key_Space)
    reset.focus_first()
    assert QApplication.focusWidget() is reset.before.sign_out
    press(Qt.Key.Key_Return)
    await until(lambda: p.protected.progress.step is Step.CONFIRM)
    await settle()

    assert QApplication.focusWidget() is reset.confirm.cancel
    assert demo.tenant.posts == []
    reset.confirm.alarm.timeout.emit()
    tab_to(reset.confirm.go)
    press(Qt.Key.Key_Return)
    await until(lambda: p.protected.progress.step is Step.FOLLOWING)
    assert len(demo.tenant.posts) == 1
    pages.close()


def device_page(p: Portal) -> DevicePage:
    """The page of whichever device is open."""
    return DevicePage(p.details, p.compliance, p.direct, p.follow_up, p.clock)


@promise(8)
async def test_every_stop_of_a_page_has_a_name_and_leads_on(
    application: QApplication, portal: Portal
) -> None:
    page = device_page(portal)
    portal.details.open(portal.devices.devices[0])
    await until(lambda: portal.details.checked_at)
    page.resize(900, 800)
    page.show()
    page.activateWindow()
    await until(lambda: QApplication.activeWindow() is page)
    page.focus_first()
    first, seen = QApplication.focusWidget(), []
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    named = [getattr(w, "text", str)() or w.accessibleName() for w in seen]
    assert {"Reset passcode", "Check status", "Show", "Copy: Serial no."} <= set(named)
    assert "" not in named
    page.close()
