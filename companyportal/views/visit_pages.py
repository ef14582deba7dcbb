"""The pages of a visit at the kiosk: those that every window has, and nothing that leads out."""

from __future__ import annotations

from companyportal.views.pages import Pages


class VisitPages(Pages):
    """Nothing is copied, nothing is opened outside."""
