"""Plain MSAL signs people in against the demo organisation."""

from __future__ import annotations

from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock


async def test_plain_msal_signs_in_lists_devices_and_resets_a_passcode(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    result = await program.sign_in(browser)
    assert result["id_token_claims"]["preferred_username"] == "marie.dubois@valcombe.example"
    listed = await program.get("/me/managedDevices", select="id,deviceName")
    assert [device["deviceName"] for device in listed["value"]][:2] == [
        "Marie’s Galaxy",
        "Marie’s iPhone",
    ]
    path = f"/deviceManagement/managedDevices/{listed['value'][0]['id']}"
    answer, body = await program.call("POST", f"{path}/resetPasscode")
    assert (answer.status, body) == (204, None)
    await demo_clock.advance(3)
    details = await program.get(path, select="deviceActionResults")
    last = details["deviceActionResults"][-1]
    assert (last["actionName"], last["actionState"]) == ("resetPasscode", "done")
    assert last["passcode"] in demo.tenant.secrets
