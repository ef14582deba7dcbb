"""What the service refuses a person is remembered without a name, until the session ends."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from companyportal.store import Store
from tests.store_samples import ASKED_AT, MARIE, PAUL


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "portal.sqlite"


def test_a_refusal_is_remembered_for_that_person_alone(path: Path) -> None:
    store = Store.open(path)
    store.note_refused(MARIE, "devices", ASKED_AT)
    store.note_refused(MARIE, "devices", ASKED_AT + timedelta(days=1))
    store.close()
    store = Store.open(path)
    assert store.refused_at(MARIE, "devices") == ASKED_AT + timedelta(days=1)
    assert store.refused_at(MARIE, "brand") is None
    assert store.refused_at(PAUL, "devices") is None
    store.forget_refused(PAUL, "devices")
    assert store.refused_at(MARIE, "devices") is not None
    store.forget_refused(MARIE, "devices")
    assert store.refused_at(MARIE, "devices") is None
    store.close()


def test_the_end_of_the_session_takes_it_along(path: Path) -> None:
    store = Store.open(path)
    store.note_refused(MARIE, "devices", ASKED_AT)
    store.erase_personal()
    assert store.refused_at(MARIE, "devices") is None
    store.close()
    assert MARIE.user_id.encode() not in path.read_bytes()


def test_a_time_that_is_none_is_no_memory(path: Path) -> None:
    store = Store.open(path)
    store.note_refused(MARIE, "devices", ASKED_AT)
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE refusals SET at = 'yesterday'")
        database.commit()
    assert store.refused_at(MARIE, "devices") is None
    store.close()
