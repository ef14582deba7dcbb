"""A kept list that is not what was written is not shown, and the log says why without a name."""

from __future__ import annotations

import json
import logging
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from companyportal.domain import Action, Device
from companyportal.errors import OperationPending, StoreNotWritable
from companyportal.store import Store
from companyportal.store_device_list import devices_of, pieces_of
from companyportal.store_opening import delete_set_aside, open_store_file
from companyportal.store_rows import BadRow
from tests.proofs import fault
from tests.store_samples import ASKED_AT, MARIE, PAUL, device, operation

pytestmark = fault("R22")
PACKED = b"".join(pieces_of([device(1), device(2)]))


def packed(line: object) -> bytes:
    """A list that another program has written."""
    return zlib.compress(json.dumps(line).encode() + b"\n")


def column(name: str, values: list[object]) -> bytes:
    """The list, with another column in place of one of its own."""
    columns = json.loads(zlib.decompress(PACKED))
    columns[name] = values
    return packed(columns)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (PACKED[:-5], "length of the device list"),
        (packed({"name": ["Galaxy"]}), "fields of the device list"),
        (packed([]), "fields of the device list"),
        (packed(7), "values of the device list"),
        (b"no zlib at all", "values of the device list"),
        (column("platform", ["windows", "amiga"]), "values of the device list"),
        (column("name", ["one"]), "values of the device list"),
        (column("enrolled_at", ["soon", "later"]), "values of the device list"),
    ],
)
def test_a_list_of_another_hand_says_what_is_wrong_with_it(content: bytes, words: str) -> None:
    with pytest.raises(BadRow) as refused:
        devices_of(content, zlib.crc32(content))
    assert str(refused.value) == words


def test_a_list_of_an_earlier_or_a_later_version_is_read_as_far_as_it_goes() -> None:
    columns = json.loads(zlib.decompress(PACKED))
    for name in ("entra_id", "open_actions", "enrolled_at", "ownership"):
        del columns[name]
    content = packed({**columns, "has_open_reset": [True, False], "later": [1, 2]})
    whole = [device(1), device(2)]
    unknown = Device(device_id="", name="")
    assert devices_of(content, zlib.crc32(content)) == tuple(
        replace(
            each,
            entra_id=unknown.entra_id,
            open_actions=actions,
            enrolled_at=unknown.enrolled_at,
            ownership=unknown.ownership,
        )
        for each, actions in zip(
            whole, (frozenset({Action.RESET_PASSCODE}), frozenset()), strict=True
        )
    )


def test_a_list_with_another_checksum_is_not_even_unpacked() -> None:
    with pytest.raises(BadRow, match=r"^checksum of the device list$"):
        devices_of(PACKED, zlib.crc32(PACKED) + 1)


def test_the_kept_text_is_compact_and_readable_by_others() -> None:
    text = zlib.decompress(PACKED).decode()
    assert ": " not in text.replace("device name", "")
    assert "Marie’s Galaxy 1 📱" in text


def test_the_log_says_that_the_list_cannot_be_used(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    path = tmp_path / "portal.db"
    with closing(Store.open(path)) as store:
        store.save_devices(MARIE, [device(1)], ASKED_AT)
        store.save_devices(PAUL, [device(2)], ASKED_AT.replace(hour=9))
        latest = store.latest_devices()
        assert latest is not None
        assert latest[0] == MARIE
        with closing(sqlite3.connect(path)) as database:
            database.execute("UPDATE device_lists SET checksum = 7")
            database.commit()
        assert store.devices(MARIE) is None
    assert caplog.messages == ["the kept device list cannot be used: BadRow"]


def test_each_kind_of_transaction_is_as_safe_as_it_says(tmp_path: Path) -> None:
    """Source: https://www.sqlite.org/pragma.html#pragma_synchronous (1 is NORMAL, 2 is FULL)"""
    file = open_store_file(tmp_path / "portal.db")
    for work, level in ((file.writing_copy, 1), (file.writing, 2), (file.writing_copy, 1)):
        with work() as database:
            assert database.execute("PRAGMA synchronous").fetchone() == (level,)
    file.connection.close()


def test_what_was_set_aside_and_stays_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "portal.db"
    path.write_bytes(b"no database at all")
    with closing(Store.open(path)) as store:
        store.intend(operation())
        with pytest.raises(OperationPending) as pending:
            store.intend(operation("op-2"))
        assert pending.value.path == path
    delete_set_aside(path)
    assert not path.with_name("portal.db.bad").exists()
    path.with_name("portal.db.bad").mkdir()
    with pytest.raises(StoreNotWritable, match=r"^Is a directory$") as told:
        delete_set_aside(path)
    assert told.value.path == path
