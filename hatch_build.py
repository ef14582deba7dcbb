"""Build hook: puts ``resources/``, with the translations compiled, into the wheel."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[BuilderConfig]):
    """Makes ``companyportal/data/`` of the wheel, where ``companyportal.resources`` looks."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name every file; translations as .qm only, compiled into a folder of this build."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from tools.translations import compile_all

        self._compiled = tempfile.TemporaryDirectory()
        included: dict[str, str] = build_data["force_include"]
        for file in sorted((root / "resources").rglob("*")):
            if file.is_file() and file.suffix not in {".ts", ".qm"}:
                place = file.relative_to(root / "resources").as_posix()
                included[str(file)] = f"companyportal/data/{place}"
        for file in compile_all(Path(self._compiled.name)):
            included[str(file)] = f"companyportal/data/i18n/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Drop the compiled translations; they are in the wheel now."""
        self._compiled.cleanup()
