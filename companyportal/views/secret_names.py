"""The names of characters that are read aloud or told apart: zero, capital O, small L."""

from __future__ import annotations

from PySide6.QtCore import QObject


class SecretNames(QObject):
    """Names one character at a time, in the language of the program."""

    def look_alike(self, character: str) -> str:
        """A short name where the character is easily taken for another, else empty; it has to
        fit below a cell, in one or two lines.
        """
        return {
            "0": self.tr("zero"),
            "O": self.tr("capital O"),
            "o": self.tr("small o"),
            "1": self.tr("one"),
            "I": self.tr("capital i"),
            "l": self.tr("small L"),
            "|": self.tr("bar"),
            "5": self.tr("five"),
            "S": self.tr("capital S"),
            "s": self.tr("small s"),
            "2": self.tr("two"),
            "Z": self.tr("capital Z"),
            "z": self.tr("small z"),
            "8": self.tr("eight"),
            "B": self.tr("capital B"),
        }.get(character, "")

    def spoken(self, character: str) -> str:
        """How to say it so that nobody has to see it."""
        if character.isupper():
            return self.tr("capital {letter}").format(letter=character)
        if not character.isalpha():
            named = self.look_alike(character) or self._digit(character) or self._sign(character)
            return named or character
        if self.look_alike(character):
            return self.tr("small {letter}").format(letter=character)
        return character

    def spelled(self, text: str) -> str:
        """All of it: "k, seven, capital Q, zero"."""
        return ", ".join(self.spoken(character) for character in text)

    def _digit(self, character: str) -> str:
        return {
            "3": self.tr("three"),
            "4": self.tr("four"),
            "6": self.tr("six"),
            "7": self.tr("seven"),
            "9": self.tr("nine"),
        }.get(character, "")

    def _sign(self, character: str) -> str:
        return {
            " ": self.tr("space"),
            "-": self.tr("hyphen"),
            "_": self.tr("underscore"),
            ".": self.tr("full stop"),
            ",": self.tr("comma"),
            ":": self.tr("colon"),
            ";": self.tr("semicolon"),
            "!": self.tr("exclamation mark"),
            "?": self.tr("question mark"),
            "#": self.tr("hash"),
            "$": self.tr("dollar sign"),
            "%": self.tr("per cent"),
            "&": self.tr("ampersand"),
            "*": self.tr("asterisk"),
            "+": self.tr("plus"),
            "=": self.tr("equals"),
            "/": self.tr("slash"),
            "@": self.tr("at sign"),
        }.get(character, "")
