"""The words of the sign-in pages in each language; they belong to the pretend identity provider,
not to the program, so Qt's translator has no part in them.
"""

from __future__ import annotations

from collections.abc import Mapping

NBSP = "\u00a0"

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "demo": "Demo",
        "demo_line": "A pretend organisation on this computer.",
        "foot": "Pretend sign-in service",
        "sign_in": "Sign in",
        "sign_in_lead": "Company Portal wants to know who you are.",
        "again": "Sign in again",
        "again_lead": "Company Portal asks for your password, even if you signed in a moment ago.",
        "choose": "Choose an account",
        "choose_lead": "Go on with an account of this browser, or use another one.",
        "signed_in": "Signed in",
        "account": "Work or school account",
        "password": "Password",
        "submit": "Sign in",
        "cancel": "Cancel",
        "people": "Pretend people. The password is “demo” for all.",
        "wrong": "This account or password is not right. Check both and try again.",
        "return": "Back to Company Portal",
        "return_lead": "One moment: your answer goes back to the program.",
        "continue": "Continue",
        "signed_out": "You are signed out",
        "signed_out_lead": "You can close this tab.",
        "problem": "This sign-in cannot go on",
    },
    "fr": {
        "demo": "Démo",
        "demo_line": "Une organisation fictive sur cet ordinateur.",
        "foot": "Service de connexion fictif",
        "sign_in": "Se connecter",
        "sign_in_lead": "Le Portail d’entreprise a besoin de savoir qui vous êtes.",
        "again": "Se reconnecter",
        "again_lead": "Le Portail d’entreprise demande votre mot de passe, même si vous venez de "
        "vous connecter.",
        "choose": "Choisir un compte",
        "choose_lead": "Continuez avec un compte de ce navigateur, ou utilisez-en un autre.",
        "signed_in": "Session ouverte",
        "account": "Compte professionnel ou scolaire",
        "password": "Mot de passe",
        "submit": "Se connecter",
        "cancel": "Annuler",
        "people": f"Personnes fictives. Le mot de passe est «{NBSP}demo{NBSP}» pour toutes.",
        "wrong": "Ce compte ou ce mot de passe n’est pas correct. Vérifiez les deux et réessayez.",
        "return": "Retour au Portail d’entreprise",
        "return_lead": f"Un instant{NBSP}: votre réponse repart vers le programme.",
        "continue": "Continuer",
        "signed_out": "Votre session est fermée",
        "signed_out_lead": "Vous pouvez fermer cet onglet.",
        "problem": "Cette connexion ne peut pas continuer",
    },
}

LANGUAGE_NAMES = {"en": "English", "fr": "Français"}


def language_of(accept_language: str) -> str:
    """The first language of Accept-Language that the pages speak, by weight; English otherwise."""
    weighed: list[tuple[float, int, str]] = []
    for place, item in enumerate(accept_language.split(",")):
        name, _, weight = item.partition(";q=")
        try:
            weighed.append((-float(weight or 1), place, name.strip().lower()[:2]))
        except ValueError:
            continue
    spoken = [name for weight, _, name in sorted(weighed) if name in WORDS and weight < 0]
    return spoken[0] if spoken else "en"
