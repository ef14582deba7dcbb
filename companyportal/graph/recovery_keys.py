"""The keys of a device's encrypted disks: BitLocker's from Entra, FileVault's from Intune's beta.

Source: https://learn.microsoft.com/graph/api/bitlocker-list-recoverykeys (a list never holds keys,
wants a User-Agent and takes no $top); https://learn.microsoft.com/graph/api/bitlockerrecoverykey-get
(each reading is written into the organisation's audit log)
"""

from __future__ import annotations

import re
from contextlib import aclosing
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from companyportal.domain import Device, Platform, Secret
from companyportal.errors import NotFound, ServiceFailed
from companyportal.graph.answers import Reply
from companyportal.graph.client import GraphClient
from companyportal.graph.mapping import moment
from companyportal.graph.request import MayLeave, always
from companyportal.recovery_key import RecoveryKey, Volume

# graph.wire_keys is imported inside functions: it brings msgspec, too dear for the start path.
if TYPE_CHECKING:
    from companyportal.graph.wire_keys import WireRecoveryKey

MOST_KEYS = 20
"""The newest of a device's keys; each is one request and one line in an audit log."""
LARGEST_KEY = 16 * 1024
"""Bytes of an answer with one key."""
_PATH = "/informationProtection/bitlocker/recoveryKeys"
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NOBODY = "00000000-0000-0000-0000-000000000000"
_KEY = re.compile(r"[!-~]{1,128}")
"""BitLocker's are digits in groups, FileVault's letters too; a key of a new kind is one as well."""
_VOLUMES = {
    **{volume.value.lower(): volume for volume in Volume},
    **{str(number): volume for number, volume in enumerate(Volume, start=1)},
}
"""By name, and by the number that older answers have."""


class RecoveryKeyService:
    """Reads keys that open a disk when nothing else does."""

    def __init__(self, client: GraphClient) -> None:
        self._client = client

    async def read(self, device: Device, may_leave: MayLeave = always) -> tuple[RecoveryKey, ...]:
        """The keys of this device, newest first; empty where the organisation keeps none.

        ``may_leave`` is asked just before every request that brings a key.

        Raises: as GraphClient.get.
        """
        if device.platform is Platform.MACOS:
            return await self._file_vault(device, may_leave)
        if device.platform is not Platform.WINDOWS or not _is_known(device.entra_id):
            return ()
        keys = [await self._bitlocker(each, may_leave) for each in await self._listed(device)]
        return tuple(key for key in keys if key is not None)

    async def _listed(self, device: Device) -> list[WireRecoveryKey]:
        """The keys that there are, without the keys themselves."""
        from companyportal.graph import decoding
        from companyportal.graph.wire_keys import WireRecoveryKey

        found: dict[str, WireRecoveryKey] = {}
        query = {"$filter": f"deviceId eq '{device.entra_id}'"}
        async with aclosing(self._client.pages(_PATH, query)) as pages:
            async for page in pages:
                for key in decoding.entries(WireRecoveryKey, page.body)[0]:
                    if key.device_id.strip().lower() == device.entra_id:
                        found[key.id.strip().lower()] = key
        return sorted(found.values(), key=_age, reverse=True)[:MOST_KEYS]

    async def _bitlocker(self, listed: WireRecoveryKey, may_leave: MayLeave) -> RecoveryKey | None:
        """One key; none where it has just been replaced."""
        from companyportal.graph import decoding
        from companyportal.graph.wire_keys import WireKey

        key_id = listed.id.strip()
        try:
            reply = await self._client.get(
                f"{_PATH}/{quote(key_id, safe='')}",
                {"$select": "key"},
                at_most=LARGEST_KEY,
                may_leave=may_leave,
            )
        except NotFound:
            return None
        read = decoding.document(WireKey, reply.body)
        if read.id is not None and read.id.strip().lower() != key_id.lower():
            raise ServiceFailed(code="otherKey", request_id=reply.request_id)
        return RecoveryKey(
            key_id=key_id,
            key=_checked(read.key, reply),
            volume=_VOLUMES.get(str(listed.volume_type).lower(), Volume.UNKNOWN),
            created_at=moment(listed.created_date_time),
        )

    async def _file_vault(self, device: Device, may_leave: MayLeave) -> tuple[RecoveryKey, ...]:
        """Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-getfilevaultkey"""
        from companyportal.graph import decoding
        from companyportal.graph.wire_keys import WireFileVaultKey

        device_id = quote(device.device_id, safe="")
        try:
            reply = await self._client.get(
                f"/deviceManagement/managedDevices/{device_id}/getFileVaultKey()",
                beta=True,
                at_most=LARGEST_KEY,
                may_leave=may_leave,
            )
        except NotFound:
            return ()
        key = decoding.document(WireFileVaultKey, reply.body).value
        if not key:
            return ()
        return (RecoveryKey(key_id="", key=_checked(key, reply), volume=Volume.SYSTEM),)


def _is_known(entra_id: str) -> bool:
    """True for an id that Entra can have given; nothing else may stand in a filter."""
    return _GUID.fullmatch(entra_id) is not None and entra_id != _NOBODY


def _age(key: WireRecoveryKey) -> datetime:
    return moment(key.created_date_time) or datetime.min.replace(tzinfo=UTC)


def _checked(key: Secret, reply: Reply) -> Secret:
    """Raises: ServiceFailed for what nobody could type."""
    text = key.reveal().strip()
    if _KEY.fullmatch(text) is None:
        raise ServiceFailed(code="malformed", request_id=reply.request_id)
    return Secret(text)
