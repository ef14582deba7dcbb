"""A screen reader's view of the program: ``dump`` prints every accessible object as JSON, ``press
NAME`` presses the button of that name.

Run by the system's own Python, which has pyatspi; it knows nothing of the program.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]


def program() -> Any:
    """The program's root, as soon as it is on the accessibility bus."""
    for _ in range(500):
        for each in pyatspi.Registry.getDesktop(0):
            if each is not None and each.name == "Company Portal":
                return each
        time.sleep(0.02)
    raise SystemExit("the program is not on the accessibility bus")


def objects(node: Any) -> Iterator[Any]:
    """The object and all below it that can be seen."""
    yield node
    for child in node:
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            yield from objects(child)


def text_of(node: Any) -> str:
    """What a reader would read inside the object."""
    try:
        text = node.queryText()
    except NotImplementedError:
        return ""
    return str(text.getText(0, -1))


def main(verb: str, name: str = "") -> None:
    """See the module."""
    nodes = [node for root in program() for node in objects(root)]
    if verb == "press":
        action = next(node for node in nodes if node.name == name).queryAction()
        names = [action.getName(number) for number in range(action.nActions)]
        action.doAction(names.index("Press"))
    else:
        for node in nodes:
            print(json.dumps([node.getRoleName(), node.name, node.description, text_of(node)]))


if __name__ == "__main__":
    main(*sys.argv[1:])
