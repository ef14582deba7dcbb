"""Microsoft's own SDK, as an independent client, understands the pretend Graph."""

from __future__ import annotations

import contextlib
import ssl
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock


class _Credential:
    """Azure's interface around a token that is there already."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def get_token(self, *scopes: str, **options: Any) -> Any:
        """What the SDK asks for."""
        from azure.core.credentials import AccessToken

        return AccessToken(self._token, 2**31)

    async def close(self) -> None:
        """Nothing to close."""


def sdk_client(program: Program, http: Any) -> Any:
    """A GraphServiceClient for the demo's address and certificate."""
    from kiota_authentication_azure.azure_identity_authentication_provider import (
        AzureIdentityAuthenticationProvider,
    )
    from msgraph.graph_request_adapter import GraphRequestAdapter, options
    from msgraph.graph_service_client import GraphServiceClient
    from msgraph_core import GraphClientFactory  # type: ignore[import-untyped]

    host = program.endpoints.service.split("/")[2]
    credential: Any = _Credential(program.token)
    provider = AzureIdentityAuthenticationProvider(
        credential, allowed_hosts=["localhost", host], scopes=list(program.endpoints.scopes)
    )
    adapter = GraphRequestAdapter(
        provider, GraphClientFactory.create_with_default_middleware(client=http, options=options)
    )
    adapter.base_url = program.endpoints.service
    return GraphServiceClient(request_adapter=adapter)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_the_sdk_lists_across_pages_resets_and_reads_the_typed_result(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    import httpx
    from kiota_abstractions.base_request_configuration import RequestConfiguration
    from msgraph.generated.device_management.managed_devices.item.managed_device_item_request_builder import (  # noqa: E501
        ManagedDeviceItemRequestBuilder,
    )

    await program.sign_in(browser)
    context = ssl.create_default_context(cafile=demo.endpoints.ca_file)
    # The SDK puts a transport of its own around this one and never closes it.
    async with contextlib.aclosing(httpx.AsyncHTTPTransport(verify=context)) as transport:
        graph = sdk_client(program, httpx.AsyncClient(transport=transport))
        names = await _all_names(graph)
        assert names[0] == "Marie’s Galaxy"
        assert len(names) == 5
        device_id = demo.tenant.devices_of(demo.people[0])[0].device_id
        item = graph.device_management.managed_devices.by_managed_device_id(device_id)
        assert await item.reset_passcode.post() is None
        await demo_clock.advance(3)
        query = ManagedDeviceItemRequestBuilder.ManagedDeviceItemRequestBuilderGetQueryParameters
        options = RequestConfiguration(query_parameters=query(select=["deviceActionResults"]))
        _check(demo, (await item.get(request_configuration=options)).device_action_results)


async def _all_names(graph: Any) -> list[str]:
    """The device names of three pages of two."""
    from kiota_abstractions.base_request_configuration import RequestConfiguration
    from msgraph.generated.users.item.managed_devices.managed_devices_request_builder import (
        ManagedDevicesRequestBuilder,
    )

    query = ManagedDevicesRequestBuilder.ManagedDevicesRequestBuilderGetQueryParameters
    options = RequestConfiguration(query_parameters=query(top=2, select=["id", "deviceName"]))
    builder = graph.me.managed_devices
    page = await builder.get(request_configuration=options)
    names = [device.device_name for device in page.value]
    while page.odata_next_link:
        page = await builder.with_url(page.odata_next_link).get()
        names += [device.device_name for device in page.value]
    return names


def _check(demo: DemoServer, results: list[Any]) -> None:
    from msgraph.generated.models.action_state import ActionState
    from msgraph.generated.models.reset_passcode_action_result import ResetPasscodeActionResult

    assert isinstance(results[-1], ResetPasscodeActionResult)
    assert results[-1].action_state is ActionState.Done
    assert results[-1].passcode in demo.tenant.secrets
    assert not isinstance(results[0], ResetPasscodeActionResult)
