"""Files that the system writes of a process that crashes: where, and who may leave one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def allow() -> tuple[int, int]:
    """This process, and whatever it starts from here on, may leave one, as far as nothing but their
    own words is against it; so a program that leaves none has refused it itself. How it was before.
    """
    import resource  # which Windows does not have

    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    return before


@contextmanager
def allowed() -> Iterator[None]:
    """Whatever is started meanwhile may leave one."""
    import resource

    before = allow()
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)


def limit_of(pid: int) -> str:
    """How large the file of that process may become, in bytes."""
    limits = Path(f"/proc/{pid}/limits").read_text(encoding="utf-8")
    [line] = [each for each in limits.splitlines() if each.startswith("Max core file size")]
    return line.split()[4]


def written_in(folder: Path) -> set[Path]:
    """Those of processes that crashed in the folder."""
    return {each for each in folder.iterdir() if each.name.startswith("core") and each.is_file()}
