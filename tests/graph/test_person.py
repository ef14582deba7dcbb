"""The person as the directory knows them."""

from __future__ import annotations

import pytest

from companyportal.demo.portrait import portrait
from companyportal.demo.server import DemoServer
from companyportal.errors import ServiceFailed, SignInRequired
from companyportal.graph.client import GraphClient
from companyportal.graph.person import PersonService
from companyportal.profile import Profile
from companyportal.raster import LARGEST_BYTES
from tests.graph.conftest import Connect, Serve
from tests.graph.raw_server import http, refused
from tests.graph.test_organisation import png
from tests.proofs import threat


async def test_name_language_and_photo(demo: DemoServer, client: GraphClient) -> None:
    service = PersonService(client)
    assert await service.read() == Profile(
        user_id=demo.people[0].user_id,
        display_name="Marie Dubois",
        given_name="Marie",
        surname="Dubois",
        language="fr-FR",
    )
    assert await service.photo() == portrait("#8E5AA8")
    demo.tenant.faults.add("no-photo")
    assert await service.photo() == b""


async def test_a_profile_tells_no_name_where_it_may_be_logged(client: GraphClient) -> None:
    assert "Marie" not in repr(await PersonService(client).read())


async def test_a_person_with_little(serve: Serve, connect: Connect) -> None:
    server = await serve(http({"id": "A-B", "displayName": None, "surname": 7}))
    assert await PersonService(connect(server)).read() == Profile(user_id="a-b")
    assert server.paths() == [
        "GET /v1.0/me?$select=id,displayName,givenName,surname,preferredLanguage"
    ]
    server.play(http({"displayName": "Nobody"}))
    with pytest.raises(ServiceFailed):
        await PersonService(connect(server)).read()


@threat("T38")
@pytest.mark.parametrize(
    "answer",
    [
        http(b"<svg xmlns='http://www.w3.org/2000/svg'/>", kind="image/svg+xml"),
        http(png(5000, 5000), kind="image/png"),
        http(png(size=LARGEST_BYTES + 1), kind="image/png"),
        http(b"", kind="image/jpeg"),
        refused("403 Forbidden"),
        refused("404 Not Found"),
        refused("400 Bad Request"),
    ],
)
async def test_a_photo_that_is_none(serve: Serve, connect: Connect, answer: bytes) -> None:
    server = await serve(answer)
    assert await PersonService(connect(server)).photo() == b""
    assert len(server.paths()) == 1


async def test_trouble_with_the_photo_is_told(serve: Serve, connect: Connect) -> None:
    for answer, error in (("500 Internal Server Error", ServiceFailed), ("401 U", SignInRequired)):
        server = await serve(refused(answer))
        with pytest.raises(error):
            await PersonService(connect(server)).photo()
