"""How the pages for people are sent: their language, and headers that allow next to nothing."""

from __future__ import annotations

from aiohttp import web

from companyportal.demo.page_words import WORDS, language_of


def language(request: web.Request) -> str:
    """The language chosen on the page, else the browser's."""
    chosen = request.query.get("ui_locales", "").lower()[:2]
    return chosen if chosen in WORDS else language_of(request.headers.get("Accept-Language", ""))


def html(page: str, *, status: int = 200, nonce: str = "") -> web.Response:
    """The answer with that page; only a script with ``nonce`` runs on it."""
    script = f"'nonce-{nonce}'" if nonce else "'none'"
    policy = (
        f"default-src 'none'; style-src 'self'; img-src data:; script-src {script}; "
        "form-action 'self' http://localhost:*; base-uri 'none'; frame-ancestors 'none'"
    )
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(text=page, content_type="text/html", status=status, headers=headers)
