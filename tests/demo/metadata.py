"""What Graph's own metadata says of the types that the demo organisation sends."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PRIMITIVES: dict[str, type] = {
    "Edm.String": str,
    "Edm.Boolean": bool,
    "Edm.Int32": int,
    "Edm.Int64": int,
    "Edm.Byte": int,
    "Edm.Double": float,
    "Edm.Binary": str,
    "Edm.DateTimeOffset": str,
}
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z")


class Metadata:
    """The types of one version."""

    def __init__(self, name: str) -> None:
        facts = json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
        self.types: dict[str, Any] = facts["types"]
        self.enums: dict[str, list[str]] = facts["enums"]

    def properties_of(self, type_name: str) -> dict[str, str]:
        """All properties of a type, its parents' too."""
        facts = self.types[type_name]
        inherited = self.properties_of(facts["base"]) if facts["base"] else {}
        return {**inherited, **facts["properties"]}

    def faults_of(self, value: Any, type_text: str, where: str = "$") -> Iterator[str]:
        """What is wrong with a value of that type, as sentences."""
        plain = type_text.removesuffix("?")
        if value is None:
            if plain == type_text:
                yield f"{where} must not be null"
        elif plain.startswith("Collection("):
            for number, item in enumerate(value):
                yield from self.faults_of(item, plain[11:-1], f"{where}[{number}]")
        elif plain in self.enums:
            if value not in self.enums[plain]:
                yield f"{where}: {value!r} is no member of {plain}"
        elif plain in _PRIMITIVES:
            if type(value) is not _PRIMITIVES[plain]:
                yield f"{where}: {value!r} is no {plain}"
            elif plain == "Edm.DateTimeOffset" and not _DATE.fullmatch(str(value)):
                yield f"{where}: {value!r} is no time"
        else:
            yield from self._faults_of_object(value, plain, where)

    def _faults_of_object(self, value: dict[str, Any], type_name: str, where: str) -> Iterator[str]:
        type_name = value.get("@odata.type", "").rpartition(".")[2] or type_name
        known = self.properties_of(type_name)
        for name, inner in value.items():
            if name in known:
                yield from self.faults_of(inner, known[name], f"{where}.{name}")
            elif not name.startswith("@odata."):
                yield f"{where}.{name} is no property of {type_name}"


V1 = Metadata("graph_v1_types.json")
BETA = Metadata("graph_beta_types.json")
