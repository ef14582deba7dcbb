"""What the pages of the main job say, in each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    """Word for word as a person reads them, for Marie’s Galaxy."""

    language: str
    sign_in: str
    reset: str
    before: str
    effect: str
    sign_out: str
    again: str
    question: str
    undone: str
    waiting: str
    ready: str
    hidden: str
    show: str
    back_to_devices: str
    bell: str
    entry: str
    bubble: str
    body: str
    close_tab: str


ENGLISH = Words(
    language="en",
    sign_in="Sign in",
    reset="Reset passcode",
    before="Before you start",
    effect="A temporary passcode is made",
    sign_out="Sign out",
    again="Sign in again in your browser",
    question="Reset the passcode of Marie’s Galaxy?",
    undone="This cannot be undone",
    waiting="Waiting for Marie’s Galaxy",
    ready="Your temporary passcode is ready",
    hidden="Temporary passcode, hidden",
    show="Show passcode",
    back_to_devices="Back to devices",
    bell="Notifications, 1 unread",
    entry="Marie’s Galaxy: passcode reset",
    bubble="Demo: Passcode reset",
    body="Open Company Portal to see the result.",
    close_tab="You can close this tab.",
)

FRENCH = Words(
    language="fr",
    sign_in="Se connecter",
    reset="Réinitialiser le code d’accès",
    before="Avant de commencer",
    effect="Un code d’accès temporaire est créé",
    sign_out="Déconnexion",
    again="Reconnectez-vous dans votre navigateur",
    question="Réinitialiser le code d’accès de «\xa0Marie’s Galaxy\xa0»\u202f?",
    undone="C’est irréversible",
    waiting="En attente de «\xa0Marie’s Galaxy\xa0»",
    ready="Votre code d’accès temporaire est prêt",
    hidden="Code d’accès temporaire, masqué",
    show="Afficher le code d’accès",
    back_to_devices="Retour aux appareils",
    bell="Notifications, 1 non lue",
    entry="Marie’s Galaxy\xa0: code d’accès réinitialisé",
    bubble="Démo : Code d’accès réinitialisé",  # a bubble holds plain spaces only
    body="Ouvrez le Portail d’entreprise pour voir le résultat.",
    close_tab="Vous pouvez fermer cet onglet.",
)
