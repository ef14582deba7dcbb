"""Which addresses get the token: the service's own, and not one more."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal.errors import ForeignAddress, NotPermitted
from companyportal.graph.addresses import LONGEST, ServiceAddress
from tests.proofs import promise, threat

pytestmark = [promise(6), threat("T17")]

GRAPH = ServiceAddress("https://graph.microsoft.com/v1.0")
BASE = "https://graph.microsoft.com/v1.0"

OWN = {
    f"{BASE}/me": f"{BASE}/me",
    f"{BASE}/me?$skiptoken=A%2fB+C%3d%3d": f"{BASE}/me?$skiptoken=A%2fB+C%3d%3d",
    f"{BASE}/users('1')/x?$filter=a eq 'b'": f"{BASE}/users('1')/x?$filter=a%20eq%20'b'",
    f"{BASE}/me?name=é": f"{BASE}/me?name=%C3%A9",
    "HTTPS://GRAPH.MICROSOFT.COM/v1.0/me": f"{BASE}/me",
    "https://graph.microsoft.com:443/v1.0/me": f"{BASE}/me",
    f"{BASE}/me#https://evil.test": f"{BASE}/me",
    f"{BASE}//evil.test": f"{BASE}//evil.test",
    f"{BASE}/me?next=https://evil.test/..": f"{BASE}/me?next=https://evil.test/..",
    "https://graph.microsoft.com/beta/me?a=%2f": "https://graph.microsoft.com/beta/me?a=%2f",
}

FOREIGN = [
    "",
    "/v1.0/me",
    "me",
    "//graph.microsoft.com/v1.0/me",
    "//evil.test/v1.0/me",
    "http://graph.microsoft.com/v1.0/me",
    "http://graph.microsoft.com:443/v1.0/me",
    "ftp://graph.microsoft.com/v1.0/me",
    "file:///v1.0/me",
    "javascript:alert(1)",
    "https://graph.microsoft.com.evil.test/v1.0/me",
    "https://evil.test/graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com@evil.test/v1.0/me",
    "https://user@graph.microsoft.com/v1.0/me",
    "https://user:word@graph.microsoft.com/v1.0/me",
    "https://@graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com./v1.0/me",
    "https://graph.microsoft.com:444/v1.0/me",
    "https://graph.microsoft.com:0/v1.0/me",
    "https://graph.microsoft.com:port/v1.0/me",
    "https://graph.microsoft.com:99999/v1.0/me",
    "https://graph.micr\u043esoft.com/v1.0/me",
    "https://\uff47raph.microsoft.com/v1.0/me",
    "https://xn--graph-8cd.microsoft.com/v1.0/me",
    "https://graph.microsoft.com\u2100.evil.test/v1.0/me",
    "https://[::1]/v1.0/me",
    "https://[::1/v1.0/me",
    "https://graph.microsoft.com",
    "https://graph.microsoft.com/v1.0",
    "https://graph.microsoft.com/v2.0/me",
    "https://graph.microsoft.com/Beta/me",
    "https://graph.microsoft.com/beta",
    "https://graph.microsoft.com/betaevil/me",
    "https://graph.microsoft.com/x/beta/me",
    "https://graph.microsoft.com/beta/../me",
    "https://graph.microsoft.com/beta/%2e%2e/v2.0/me",
    "https://graph.microsoft.com/V1.0/me",
    "https://graph.microsoft.com/v1.0evil/me",
    "https://graph.microsoft.com/v1.0/../beta/me",
    "https://graph.microsoft.com/v1.0/a/../../beta/me",
    "https://graph.microsoft.com/v1.0/%2e%2e/beta/me",
    "https://graph.microsoft.com/v1.0/%2E./beta/me",
    "https://graph.microsoft.com/v1.0/..%2fbeta/me",
    "https://graph.microsoft.com/v1.0/%252e%252e/beta/me",
    "https://graph.microsoft.com/v1.0/./me",
    "https://graph.microsoft.com/v1.0/..\\beta",
    "https://graph.microsoft.com\\@evil.test/v1.0/me",
    "https://graph.microsoft.com/v1.0/%5c..%5cbeta",
    " https://graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com/v1.0/me\n",
    "https://graph.microsoft.com/v1.0/m\re",
    "https://graph\t.microsoft.com/v1.0/me",
    "https://graph.microsoft.com/v1.0/m\x00e",
    "https://graph.microsoft.com/v1.0/m\x7fe",
    f"{BASE}/" + "a" * LONGEST,
]


@pytest.mark.parametrize(("address", "rebuilt"), OWN.items())
def test_an_address_of_the_service_is_rebuilt_on_its_origin(address: str, rebuilt: str) -> None:
    assert GRAPH.checked(address) == rebuilt


@pytest.mark.parametrize("address", FOREIGN, ids=lambda address: ascii(address)[:60])
def test_every_other_address_is_foreign(address: str) -> None:
    with pytest.raises(ForeignAddress):
        GRAPH.checked(address)


@pytest.mark.parametrize("path", ["/../beta/me", "/a/%2e%2e/b", "/" + "x" * LONGEST])
def test_a_hostile_id_cannot_leave_the_service(path: str) -> None:
    with pytest.raises(ForeignAddress):
        GRAPH.address(path)


@pytest.mark.parametrize(
    ("service", "beta"),
    [
        ("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/beta/me?$top=1"),
        ("https://host.test:8443/x/v1.0/", "https://host.test:8443/x/beta/me?$top=1"),
        ("https://host.test/v1.0/v2.5", "https://host.test/v1.0/beta/me?$top=1"),
    ],
)
def test_beta_takes_the_place_of_the_version(service: str, beta: str) -> None:
    address = ServiceAddress(service)
    assert address.address("/me", {"$top": "1"}, beta=True) == beta
    assert address.checked(beta) == address.checked(beta, beta=True) == beta
    with pytest.raises(ForeignAddress):
        address.checked(beta, beta=False)
    with pytest.raises(ForeignAddress):
        address.checked(address.address("/me"), beta=True)


@pytest.mark.parametrize("path", ["", "/x", "/v1.0/x", "/v1", "/beta"])
def test_a_service_without_a_version_has_no_beta(path: str) -> None:
    address = ServiceAddress(f"https://host.test{path}")
    with pytest.raises(NotPermitted) as caught:
        address.address("/me", beta=True)
    assert caught.value.code == "noBeta"
    if path != "/beta":
        with pytest.raises(ForeignAddress):
            ServiceAddress(f"https://host.test{path}/y").checked("https://host.test/beta/me")


@pytest.mark.parametrize("path", ["/../v1.0/me", "/../../me", "/a/%2e%2e/b"])
def test_a_hostile_id_cannot_leave_beta_either(path: str) -> None:
    with pytest.raises(ForeignAddress):
        GRAPH.address(path, beta=True)


def test_a_query_is_written_as_graph_reads_it() -> None:
    assert GRAPH.address("/me", {"$select": "id,model", "$filter": "a eq 'b&c'"}) == (
        f"{BASE}/me?$select=id,model&$filter=a%20eq%20'b%26c'"
    )
    assert GRAPH.host == "graph.microsoft.com"


def test_an_insecure_service_has_no_addresses_at_all() -> None:
    with pytest.raises(ForeignAddress):
        ServiceAddress("http://localhost:8080/v1.0").address("/me")


def test_a_port_belongs_to_the_origin() -> None:
    service = ServiceAddress("https://localhost:8443/v1.0/")
    assert service.address("/me") == "https://localhost:8443/v1.0/me"
    for port in ("", ":443", ":8444"):
        with pytest.raises(ForeignAddress):
            service.checked(f"https://localhost{port}/v1.0/me")


URLS = st.one_of(
    st.text(max_size=60),
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(["https://", "http://", "//", "https:/", "HTTPS://"]),
        st.sampled_from(["graph.microsoft.com", "evil.test", "a@graph.microsoft.com", ""]),
        st.sampled_from(["", ":443", ":", ".", "@evil.test", "\\", "#", "?"]),
        st.text(alphabet="/v1.0.%2ef\\@:?#é \t", max_size=30).flatmap(
            lambda tail: st.sampled_from(["/v1.0/" + tail, "/beta/" + tail])
        ),
    ),
)


@settings(derandomize=True, deadline=None)
@given(URLS)
def test_whatever_passes_stays_on_the_origin(address: str) -> None:
    try:
        rebuilt = GRAPH.checked(address)
    except ForeignAddress:
        return
    assert rebuilt.startswith((BASE + "/", "https://graph.microsoft.com/beta/"))
    assert rebuilt.isascii()
    assert rebuilt.isprintable()
    assert " " not in rebuilt
    assert urlsplit(rebuilt).netloc == "graph.microsoft.com"
    assert GRAPH.checked(rebuilt) == rebuilt
