"""The person who is signed in, as the directory describes them. Nothing of it is kept on disk."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Graph's ``user``, as far as it is shown.

    Source: https://learn.microsoft.com/graph/api/resources/user
    """

    user_id: str = ""
    """Object id, lower case."""
    display_name: str = field(default="", repr=False)
    given_name: str = field(default="", repr=False)
    surname: str = field(default="", repr=False)
    language: str = ""
    """The account's preferred language as a tag like ``fr-FR``; empty where none is set."""
