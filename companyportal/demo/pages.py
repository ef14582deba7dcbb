"""The HTML pages of the pretend identity provider: no script, but for one line that sends a form
on, and every text escaped.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from html import escape
from string import Template
from urllib.parse import urlencode

from companyportal import resources
from companyportal.demo.organisation import DemoPerson, Organisation
from companyportal.demo.page_words import LANGUAGE_NAMES, WORDS

_ICONS = {
    "success": '<path d="M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z"/>'
    '<path d="m8.5 12.2 2.4 2.4 4.6-5"/>',
    "danger": '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/>'
    '<path d="M12 7.5v5.5M12 16.2v.1"/>',
}


class Pages:
    """Fills in the templates of ``resources/demo/``."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        names = ("layout", "sign-in", "return", "message")
        self._templates = {name: Template(resources.text(f"demo/{name}.html")) for name in names}
        self.style = resources.text("demo/style.css")

    def sign_in(
        self,
        language: str,
        *,
        kind: str,
        action: str,
        path: str,
        query: Mapping[str, str],
        username: str = "",
        signed_in: Iterable[DemoPerson] = (),
        is_wrong: bool = False,
    ) -> str:
        """The form; ``kind`` is ``sign_in``, ``again`` or ``choose``, ``action`` where it goes."""
        words = WORDS[language]
        body = self._fill(
            "sign-in",
            logo=self._logo(),
            organisation=escape(self._organisation.name),
            title=words[kind],
            lead=words[f"{kind}_lead"],
            problem=f'<p class="problem" role="alert">{words["wrong"]}</p>' if is_wrong else "",
            action=escape(action),
            accounts="".join(_account(person, words["signed_in"]) for person in signed_in),
            account_label=words["account"],
            username=escape(username),
            password_label=words["password"],
            submit=words["submit"],
            cancel=words["cancel"],
            people_line=words["people"],
            people="\n".join(_person(person) for person in self._organisation.people),
            focus_name="" if username else "autofocus",
            focus_password="autofocus" if username else "",
        )
        other = "fr" if language == "en" else "en"
        link = f"{path}?{urlencode({**query, 'ui_locales': other})}"
        anchor = f'<a hreflang="{other}" href="{escape(link)}">{LANGUAGE_NAMES[other]}</a>'
        return self._page(language, words[kind], body, "wrong" if is_wrong else "", anchor)

    def form_post(
        self, language: str, *, action: str, fields: Mapping[str, str], nonce: str
    ) -> str:
        """A page that sends the answer to the program by itself, or by its button without script.

        Source: https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html
        """
        words = WORDS[language]
        inputs = (
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
            for name, value in fields.items()
        )
        body = self._fill(
            "return",
            title=words["return"],
            lead=words["return_lead"],
            action=escape(action),
            fields="\n".join(inputs),
            submit=words["continue"],
            nonce=nonce,
        )
        return self._page(language, words["return"], body)

    def signed_out(self, language: str) -> str:
        """The end of a session."""
        words = WORDS[language]
        return self._message(language, "success", words["signed_out"], words["signed_out_lead"])

    def problem(self, language: str, text: str) -> str:
        """A request that cannot be answered to the program."""
        return self._message(language, "danger", WORDS[language]["problem"], text)

    def _message(self, language: str, disc: str, title: str, lead: str) -> str:
        icon = (
            '<svg width="32" height="32" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
            'stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">'
            f"{_ICONS[disc]}</svg>"
        )
        body = self._fill("message", disc=disc, icon=icon, title=title, lead=escape(lead))
        return self._page(language, title, body, "center")

    def _page(
        self, language: str, title: str, body: str, card_class: str = "", anchor: str = ""
    ) -> str:
        words = WORDS[language]
        return self._fill(
            "layout",
            lang=language,
            title=title,
            organisation=escape(self._organisation.name),
            demo=words["demo"],
            demo_line=words["demo_line"],
            card_class=card_class,
            body=body,
            foot=words["foot"],
            language_link=anchor,
        )

    def _fill(self, template: str, **values: str) -> str:
        return self._templates[template].substitute(values)

    def _logo(self) -> str:
        logo = base64.b64encode(self._organisation.support.logo).decode("ascii")
        return f'<img alt="" src="data:image/png;base64,{logo}">' if logo else ""


def _person(person: DemoPerson) -> str:
    """A button that fills in the name of a pretend person."""
    initials = "".join(part[:1] for part in person.display_name.split())[:2]
    return (
        f'<button class="person" name="fill" value="{escape(person.username)}" formnovalidate>'
        f'<b aria-hidden="true">{escape(initials)}</b>{escape(person.display_name)}</button>'
    )


def _account(person: DemoPerson, note: str) -> str:
    """A button that goes on as somebody who is signed in in this browser; it belongs to a form of
    its own, because Enter in a field presses the first button of the field's form.
    """
    return (
        '<button class="person session" form="choose" name="account" '
        f'value="{escape(person.username)}">{escape(person.display_name)} · {note}</button>'
    )
