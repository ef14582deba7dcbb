"""The models of the program itself and of this computer, as the window gets them."""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.models.asked_link import AskedLink
from companyportal.models.own_data import OwnData
from companyportal.models.start_with_system import StartWithSystem
from companyportal.models.support_facts import SupportFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisProgram:
    """Each made once, by ``this_program.build_this_program``."""

    support: SupportFacts
    own_data: OwnData
    start_with_system: StartWithSystem
    link: AskedLink
