"""The kiosk's browser where a story is about something else: signs in without a screen.

``FOLDER`` holds what the visitor does (``visitor``: a username, or nothing for somebody who only
looks at the page); what comes then is the command line of the real browser. It ends as that does:
it is killed.
"""

from __future__ import annotations

import sys
import time
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

_PASSWORD = "demo"


class _Form(HTMLParser):
    """The first form of a page, as it would be sent."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action = ""
        self.fields: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See HTMLParser."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and not self.action:
            self.action = given["action"]
        elif tag == "input":
            self.fields[given["name"]] = given.get("value", "")


def main(folder: Path, words: list[str]) -> None:
    """See the module."""
    url = next(word for word in words if word.startswith("--app=")).removeprefix("--app=")
    open_url = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
    with open_url(url) as answer:
        url = answer.url  # the browser's first page leads to the sign-in
        form = _Form(answer.read().decode())
    visitor = (folder / "visitor").read_text()
    if visitor:
        typed = {"loginfmt": visitor, "passwd": _PASSWORD, "submit": "1"}
        with open_url(*_sent(url, form, typed)) as answer:
            back = _Form(answer.read().decode())
        if back.action:  # the page sends itself on
            open_url(*_sent(url, back, {})).close()
    while True:
        time.sleep(60)


def _sent(url: str, form: _Form, typed: dict[str, str]) -> tuple[str, bytes]:
    fields = {**form.fields, **typed}
    return urllib.parse.urljoin(url, form.action), urllib.parse.urlencode(fields).encode()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
