"""JSON of any kind, read leniently: what an entry cannot do without, and what it can."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal.domain import Secret
from companyportal.errors import ServiceFailed
from companyportal.graph.decoding import document, entries
from tests.proofs import fault, threat

pytestmark = [fault("R05"), threat("T37")]


class Part(msgspec.Struct):
    size: int | None = None


class Named(msgspec.Struct):
    name: str
    size: int | None = None


class Whole(msgspec.Struct, rename="camel"):
    id: str
    first_part: Part | None = None
    parts: list[Part] | None = None
    names: list[Named] | None = None
    ratio: float | None = None
    pin: Secret | None = None


GOOD: dict[str, Any] = {
    "id": "1",
    "firstPart": {"size": 2},
    "parts": [{"size": 3}],
    "names": [{"name": "a"}],
    "ratio": 1,
}


def page(*items: object) -> bytes:
    return json.dumps({"value": items}).encode()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, {}),
        ({"unheardOf": [{}]}, {}),
        ({"ratio": "1"}, {"ratio": None}),
        ({"ratio": float("nan")}, {}),
        ({"firstPart": 7}, {"first_part": None}),
        ({"firstPart": {"size": "big"}}, {"first_part": Part()}),
        ({"parts": [{"size": 3}, 7, {"size": "x"}]}, {"parts": [Part(3), Part(), Part()]}),
        ({"parts": {"size": 5}}, {"parts": [Part(5)]}),
        ({"parts": None}, {"parts": None}),
        (
            {"names": [{"name": "a", "size": []}, {"name": 7}, {"size": 1}, None]},
            {"names": [Named("a")]},
        ),
        ({"pin": 7}, {"pin": None}),
    ],
)
def test_an_odd_field_costs_itself(changed: dict[str, Any], expected: dict[str, Any]) -> None:
    good, _ = entries(Whole, page(GOOD))
    found, left_out = entries(Whole, page({**GOOD, **changed}))
    assert left_out == 0
    fields = {**msgspec.structs.asdict(good[0]), **expected}
    read = msgspec.structs.asdict(found[0])
    if changed.get("ratio") != changed.get("ratio"):  # NaN is a number, and never the same one
        fields.pop("ratio")
        read.pop("ratio")
    assert read == fields


@pytest.mark.parametrize("odd", [None, 7, "x", [], {}, {"id": None}, {"id": 7}, {"id": " \t"}])
def test_what_an_entry_cannot_do_without(odd: object) -> None:
    found, left_out = entries(Whole, page(GOOD, odd, GOOD))
    assert (len(found), left_out) == (2, 1)
    with pytest.raises(ServiceFailed):
        document(Whole, json.dumps(odd).encode())


def test_a_blank_id_counts_for_nothing_among_good_entries() -> None:
    found, left_out = entries(Whole, page({"id": "1"}, {"id": " "}))
    assert ([each.id for each in found], left_out) == (["1"], 1)


def test_a_secret_is_one_from_the_first_moment() -> None:
    for body in ({"id": "1", "pin": "482915"}, {"id": "1", "pin": "482915", "ratio": "x"}):
        read = document(Whole, json.dumps(body).encode())
        assert read.pin is not None
        assert read.pin.reveal() == "482915"
        assert "482915" not in repr(read)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


@settings(derandomize=True, deadline=None, max_examples=300, database=None)
@given(st.dictionaries(st.sampled_from([*sorted(GOOD), "pin"]), values, max_size=6))
def test_whatever_comes_ends_in_an_entry_or_in_none(odd: dict[str, Any]) -> None:
    found, left_out = entries(Whole, page(odd, GOOD))
    assert found[-1].id == "1"
    assert len(found) + left_out == 2
    for each in found:
        assert each.id.strip()
        assert each.first_part is None or isinstance(each.first_part, Part)
        assert all(isinstance(part, Part) for part in each.parts or ())
        assert all(isinstance(one, Named) for one in each.names or ())
