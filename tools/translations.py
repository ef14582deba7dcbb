"""Keeps ``resources/i18n/*.ts`` in step with the sources, and compiles them to ``.qm``.

Run with an interpreter that has PySide6: ``python -m tools.translations renew|check|compile``.
French is complete; English holds only what has plural forms, because its texts are the sources.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {"fr": (), "en": ("-pluralonly",)}
"""Each language with lupdate's options for it."""

SOURCES = (ROOT / "companyportal" / "app.py", ROOT / "companyportal" / "views")
"""Where texts for people may stand; nothing below the views words anything."""


def ts(language: str) -> Path:
    """The file that translators edit."""
    return FOLDER / f"companyportal_{language}.ts"


def renew(language: str, target: Path) -> None:
    """Bring ``target`` in step with the sources; what nobody uses any more goes."""
    files = [path for source in SOURCES for path in sorted(source.rglob("*.py"))]
    files += [path for path in SOURCES if path.is_file()]
    command = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    command += ["-target-language", language, *LANGUAGES[language]]
    _qt_tool("lupdate", [*command, *map(str, sorted(files)), "-ts", str(target)])


def problems() -> list[str]:
    """What keeps the translations from being complete, a line each."""
    found = []
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / ts(language).name
            if ts(language).exists():
                shutil.copy(ts(language), fresh)
            renew(language, fresh)
            if not ts(language).exists() or ts(language).read_bytes() != fresh.read_bytes():
                found.append(f"{ts(language).name} is out of date: run dev.py translations")
            missing = unfinished(fresh.read_text(encoding="utf-8"))
        found += [f"{ts(language).name}: {text}" for text in missing]
    return found


def unfinished(text: str) -> list[str]:
    """The messages of a .ts file that lack a translation, or a plural form of one."""
    found = []
    for message in ElementTree.fromstring(text).iter("message"):
        translation = message.find("translation")
        source = message.findtext("source", "")
        if translation is None or translation.get("type") == "unfinished":
            found.append(f"no translation of “{source}”")
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")]
        if not all(forms or [translation.text or ""]):
            found.append(f"an empty translation of “{source}”")
    return found


def compile_all(target: Path | None = None) -> list[Path]:
    """Compile every .ts that is newer than its .qm; all the .qm files in ``target``, which is the
    folder of the .ts where none is given.
    """
    target, made = target or FOLDER, []
    for source in sorted(FOLDER.glob("*.ts")):
        result = target / f"{source.stem}.qm"
        if not result.exists() or result.stat().st_mtime < source.stat().st_mtime:
            # Under a name of its own first: another process may be reading, or doing the same.
            with tempfile.TemporaryDirectory(dir=target) as folder:
                fresh = Path(folder) / result.name
                _qt_tool("lrelease", ["-silent", str(source), "-qm", str(fresh)])
                fresh.replace(result)
        made.append(result)
    return made


def _qt_tool(name: str, arguments: list[str]) -> None:
    """Run one of the programs that PySide6 brings along."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise RuntimeError(f"{name} comes with PySide6, which this Python does not have")
    program = shutil.which(name, path=str(Path(spec.origin).parent))
    if program is None:
        raise RuntimeError(f"this PySide6 has no {name}")
    subprocess.run([program, *arguments], check=True)


def main(verb: str) -> int:
    """See the module."""
    if verb == "check":
        found = problems()
        print("\n".join(found) or "translations are complete")
        return 1 if found else 0
    if verb == "renew":
        for language in LANGUAGES:
            renew(language, ts(language))
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
