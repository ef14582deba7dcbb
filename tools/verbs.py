"""The verbs of ``dev.py``: which set-up each needs, and what it then does."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from tools import checks, locks
from tools import mutation as mutations
from tools.environment import prepare
from tools.run import ROOT, Failed, become, run, say
from tools.system_packages import PYTHON, TESTS, WINDOW, provide


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; the exit code."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Set up and run Company Portal, its tests and its packaging."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, verb in _VERBS.items():
        verbs.add_parser(name, help=(verb.__doc__ or "").splitlines()[0], add_help=False)
    if not arguments or arguments[0] not in _VERBS:
        parser.parse_args(arguments)  # says what is wrong, or helps, and ends
    try:
        return _VERBS[arguments[0]](list(arguments[1:]))
    except Failed as error:
        say(f"\n{error}")
        return 1
    except KeyboardInterrupt:
        return 130


def demo(arguments: list[str]) -> int:
    """Start the program with its built-in demo organisation.

    What follows the verb goes to the program: ``demo --kiosk`` is the kiosk, in a window.
    """
    python = _ready("run")
    program = [python, "-m", "companyportal", "--demo", *arguments]
    return become(program, env={"PYTHONPATH": str(ROOT)})


def test(arguments: list[str]) -> int:
    """Everything CI runs: lint, types, import contracts, translations, all tests, coverage.

    What follows the verb goes to pytest, which then runs only that.
    """
    python = _ready("dev", tests=True)
    checks.RESULTS.unlink(missing_ok=True)
    failed = [] if arguments else checks.static(python)
    failed += checks.all_tests(python, arguments)
    code = _end(failed)
    if checks.RESULTS.exists():
        say(checks.summary())
    return code


def check(arguments: list[str]) -> int:
    """The fast part of test, for between two edits."""
    _no_more(arguments)
    python = _ready("dev")
    return _end(checks.static(python) + checks.quick_tests(python))


def screenshots(arguments: list[str]) -> int:
    """DIR: render every page and state of the program on the demo organisation to PNG."""
    if len(arguments) != 1:
        raise Failed("screenshots needs one folder: dev.py screenshots DIR")
    python = _ready("dev", tests=True)
    target = Path(arguments[0]).resolve()
    run("screenshots", [python, "-m", "tests.screenshots", target], limit_s=1800)
    return 0


def bench(arguments: list[str]) -> int:
    """Measure start, memory and speed."""
    python = _ready("dev", tests=True)
    run("benchmarks", [python, "-m", "benchmarks", *arguments], limit_s=3600)
    return 0


def package(arguments: list[str]) -> int:
    """ARGS: run Briefcase with briefcase.toml, for example: package create linux system."""
    python = _ready("dev")
    return become([python, "-m", "tools.package", *arguments], env={"PYTHONPATH": str(ROOT)})


def translations(arguments: list[str]) -> int:
    """Bring resources/i18n/*.ts in step with the sources."""
    _no_more(arguments)
    run("translations", [_ready("dev"), "-m", "tools.translations", "renew"])
    return 0


def mutation(arguments: list[str]) -> int:
    """Change the code that must never be wrong, and see whether the tests notice."""
    _no_more(arguments)
    return _end(mutations.measure(_ready("dev", tests=True)))


def promises(arguments: list[str]) -> int:
    """Write docs/promises.md anew from the markers on tests."""
    _no_more(arguments)
    run("promises", [_ready("dev"), "-m", "tools.proofs", "renew"])
    return 0


def lock(arguments: list[str]) -> int:
    """Renew the lock files; with --upgrade also to newer versions."""
    locks.renew(arguments)
    return 0


_VERBS: dict[str, Callable[[list[str]], int]] = {
    verb.__name__: verb
    for verb in (
        demo,
        test,
        check,
        screenshots,
        bench,
        package,
        translations,
        promises,
        mutation,
        lock,
    )
}


def _ready(kind: str, *, tests: bool = False) -> Path:
    """Set up what is missing; the interpreter to use."""
    provide(PYTHON + WINDOW + (TESTS if tests else ()))
    python = prepare(kind)
    run("compiled translations", [python, "-m", "tools.translations", "compile"])
    (ROOT / "build").mkdir(exist_ok=True)
    return python


def _no_more(arguments: list[str]) -> None:
    if arguments:
        raise Failed(f"unknown argument: {arguments[0]}")


def _end(failed: list[str]) -> int:
    say("\n" + ("\n".join(failed) or "all good"))
    return 1 if failed else 0
