"""Toxics that change whole answers, seen by a plain program on a list in pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest

from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.faults.http_toxics import CutAnswer, HtmlAnswer, HttpToxic, StatusStorm, TruncateBody
from tests.faults.page_toxics import DuplicatePage, EmptyPages, Loop, LoopNextLink, SetField
from tests.faults.proxy import FaultProxy
from tests.http_browser import HttpBrowser

LIST = "/me/managedDevices"
NEXT = "@odata.nextLink"


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Through the proxies."""
    return faulty_demo


@pytest.fixture
async def program(demo: DemoServer, browser: HttpBrowser) -> AsyncIterator[Program]:
    """Signed in, through the proxies."""
    async with Program(demo.endpoints) as program:
        await program.sign_in(browser)
        yield program


def ids(page: Any) -> list[str]:
    """The ids of a page's devices."""
    return [device["id"] for device in page["value"]]


async def test_both_ways_lead_through_their_proxies(
    program: Program, fault_proxy: FaultProxy, identity_proxy: FaultProxy
) -> None:
    page = await program.get(LIST, top="2")
    assert page[NEXT].startswith(program.endpoints.service)
    assert (await program.get(page[NEXT]))["value"]
    assert {request.method for request in fault_proxy.requests} == {"GET"}
    assert [request.method for request in identity_proxy.requests][-1] == "POST"


async def test_a_status_storm_strikes_so_often_and_where_it_is_meant(
    program: Program, fault_proxy: FaultProxy
) -> None:
    storm = fault_proxy.add(StatusStorm(503, LIST, times=2, Retry_After="7"))
    statuses = []
    for path in ("/me", LIST, LIST, LIST):
        answer, _ = await program.call("GET", path)
        statuses.append((answer.status, answer.headers.get("Retry-After")))
    assert statuses == [(200, None), (503, "7"), (503, "7"), (200, None)]
    assert storm.struck == 2


async def test_a_page_of_html_in_place_of_json(program: Program, fault_proxy: FaultProxy) -> None:
    toxic = fault_proxy.add(HtmlAnswer("/me"))
    url = f"{program.endpoints.service}/me"
    async with program.http.get(url) as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
        assert "<h1>" in await answer.text()
    assert toxic.struck == 1


async def test_a_truncated_body_is_broken_off_or_pretends_to_be_whole(
    program: Program, fault_proxy: FaultProxy
) -> None:
    url = f"{program.endpoints.service}/me"
    broken = fault_proxy.add(TruncateBody(10))
    with pytest.raises(aiohttp.ClientPayloadError):
        async with program.http.get(url) as answer:
            await answer.read()
    fault_proxy.remove(broken)
    honest = fault_proxy.add(TruncateBody(10, honest=True))
    async with program.http.get(url) as answer:
        assert len(await answer.read()) == 10
    assert (broken.struck, honest.struck) == (1, 1)


async def test_an_answer_is_cut_anywhere(program: Program, fault_proxy: FaultProxy) -> None:
    toxic = fault_proxy.add(CutAnswer(30))
    with pytest.raises(aiohttp.ClientError):
        await program.call("GET", "/me")
    assert toxic.struck
    fault_proxy.remove(toxic)
    await program.get("/me")


async def test_pages_that_say_things_twice(program: Program, fault_proxy: FaultProxy) -> None:
    whole = ids(await program.get(LIST))
    fault_proxy.add(DuplicatePage(LIST))
    first = await program.get(LIST, top="2")
    second = await program.get(first[NEXT])
    assert (ids(first), ids(second)[:4]) == (whole[:2], whole[:4])


async def test_empty_pages_come_first_and_lead_on(
    program: Program, fault_proxy: FaultProxy
) -> None:
    fault_proxy.add(EmptyPages(LIST, times=1))
    empty = await program.get(LIST, top="2")
    assert empty["value"] == []
    assert ids(await program.get(empty[NEXT]))


@pytest.mark.parametrize(("loop", "different"), [(Loop.SELF, 1), (Loop.PAIR, 3), (Loop.GROWING, 6)])
async def test_links_without_end(
    program: Program, fault_proxy: FaultProxy, loop: Loop, different: int
) -> None:
    toxic = fault_proxy.add(LoopNextLink(loop, LIST))
    link = f"{program.endpoints.service}{LIST}?$top=2"
    for _ in range(6):
        link = (await program.get(link))[NEXT]
    assert toxic.struck == 6
    assert len({request.target for request in fault_proxy.requests}) == different


@pytest.mark.parametrize(
    ("toxic", "value"),
    [
        (lambda: SetField("complianceState", "novel", "/"), "novel"),
        (lambda: SetField("complianceState", 7, "/"), 7),
    ],
)
async def test_a_field_of_every_entry_and_of_one_document(
    program: Program, fault_proxy: FaultProxy, toxic: Callable[[], HttpToxic], value: object
) -> None:
    fault_proxy.add(toxic())
    page = await program.get(LIST)
    assert {device["complianceState"] for device in page["value"]} == {value}
    one = await program.get(f"/deviceManagement/managedDevices/{page['value'][0]['id']}")
    assert one["complianceState"] == value
