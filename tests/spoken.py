"""What is said aloud of the time at a kiosk, by language."""

from __future__ import annotations

QUESTION = {
    "en": ("Are you still there? 30 seconds left", "10 seconds left"),
    "fr": ("Êtes-vous encore là\u202f? Encore 30 secondes", "Encore 10 secondes"),
}
TWO_MINUTES = {
    "en": "The session ends in two minutes at the latest. What you have started then is cancelled. "
    "You can come back at once.",
    "fr": "La session se termine dans deux minutes au plus tard. Ce qui est commencé sera alors "
    "annulé. Vous pouvez revenir aussitôt.",
}
END = {"en": "Signing out…", "fr": "Fin de la session…"}
"""The page of the end."""
