"""A secret in the forms in which files, programs and protocols write texts, and the search for it.

The demo organisation begins each secret that nobody has to read with a mark; ID tokens hold one.
So a few needles find all of them, also those of a demo in another process, and also where only the
first characters were written down. Passcodes, keys and places look like what they are and are
searched for as they are, keys also without the hyphens between their groups.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from companyportal.views.secret_names import SecretNames

MARK = "CNRY-"
"""What ``Tenant.mint`` writes in front."""
_ESCAPES = ("%{:02x}", "%{:02X}", "\\x{:02x}", "\\u{:04x}", "\\u{:04X}", "&#{};", "&#x{:x};")
_PACKED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")
"""How a member of gzip or of zlib begins."""
_GROUPED = re.compile(r"[0-9A-Z]{4,6}(-[0-9A-Z]{4,6})+")
"""How recovery keys are written."""
_LARGEST = 64 * 1024 * 1024
_LONGEST_SPELLED = 64
"""Characters; a recovery key has 55."""


@lru_cache(maxsize=1024)
def forms(secret: str) -> frozenset[bytes]:
    """The secret as it may be written: plain, base64 at each offset, hex, UTF-16, escaped."""
    raw = secret.encode()
    found = {raw, raw.hex().encode(), raw.hex().upper().encode(), raw.hex(" ").encode()}
    found |= {secret.encode("utf-16-le"), secret.encode("utf-16-be")}
    for escape in _ESCAPES:
        found.add("".join(escape.format(byte) for byte in raw).encode())
    return frozenset(found | _base64_forms(raw))


def _base64_forms(raw: bytes) -> set[bytes]:
    """What stands before shifts the groups of three; characters at the edges depend on it."""
    found = set()
    for offset, start in enumerate((0, 2, 3)):
        # With three bytes more the last characters that depend on ``raw`` alone can be told apart.
        whole = 8 * (offset + len(raw)) // 6
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            found.add(encode(bytes(offset) + raw + bytes(3))[start:whole])
    return found


def unpacked(content: bytes) -> Iterator[bytes]:
    """What the members of gzip and zlib hold, wherever in ``content`` they begin."""
    for start in _PACKED.finditer(content):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
        try:
            yield member.decompress(content[start.start() :], _LARGEST)
        except zlib.error:
            continue


class Needles:
    """What is searched for: the mark, and those secrets that do not hold it; without the mark, each
    secret as a whole.
    """

    def __init__(self, secrets: Iterable[str], *, has_mark: bool = True) -> None:
        self._forms = {MARK: sorted(forms(MARK))} if has_mark else {}
        for secret in secrets:
            if not (has_mark and secret.startswith(MARK)):
                self._forms[secret] = sorted(_forms_of_one(secret))

    def found_in(self, content: bytes) -> Iterator[str]:
        """Each secret, or the mark, that ``content`` holds in any form."""
        contents = [content, *unpacked(content)]
        for secret, needles in self._forms.items():
            if any(_holds(each, needle) for each in contents for needle in needles):
                yield secret


def _forms_of_one(secret: str) -> set[bytes]:
    texts = {secret, secret.replace("-", "")} if _GROUPED.fullmatch(secret) else {secret}
    found = {form for text in texts for form in forms(text)}
    if len(secret) <= _LONGEST_SPELLED and not secret.startswith(MARK):
        found |= {SecretNames().spelled(text).encode() for text in texts}
    return found


def _holds(content: bytes, needle: bytes) -> bool:
    """A number inside a longer one is another number: ids and times are full of them."""
    if not needle.isdigit():
        return needle in content
    return re.search(rb"(?<![0-9a-fA-F.])%b(?![0-9a-fA-F])" % needle, content) is not None
