"""A page that tells its site which keys and buttons come to it."""

from __future__ import annotations

PAGE = """<!doctype html><title>sign in</title>
<style>a { position: fixed; left: 0; top: 200px; width: 100%; height: 100px }</style>
<body><input autofocus><a href="/other" target="_blank">other</a><script>
const tell = word => fetch("/heard/" + word, {mode: "no-cors"});
const held = e => ["ctrl", "shift", "alt"].filter(each => e[each + "Key"]).join("-");
onkeydown = e => ["Control", "Shift", "Alt"].includes(e.key) || tell(`key-${held(e)}-${e.code}`);
onmousedown = e => tell(`button-${held(e)}-${e.button}`);
oncontextmenu = () => tell("menu");
</script>"""
LINK = 250
"""Where the link is, in pixels of the page."""


def heard(asked: list[str]) -> list[str]:
    """What came, of all that the site was asked."""
    return [path.removeprefix("/heard/") for path in asked if path.startswith("/heard/")]
