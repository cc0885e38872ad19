"""What a worker was offered and answered, as the page shows it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.registry import find_benefit
from gongtu.parties import queries as parties
from gongtu.registers.offers import queries
from gongtu.registers.offers.choices import OfferState, Taken
from gongtu.registers.offers.declare import Beneficiary
from gongtu.registers.offers.services.taking import STANDING_PURPOSE
from gongtu.web.http import Request
from gongtu.web.wording import money, title_of

SHOWN = 50
MOODS = {
    OfferState.OPEN: "owed",
    OfferState.TOLD: "owed",
    OfferState.TAKEN: "good",
    OfferState.DECLINED: "",
    OfferState.LAPSED: "",
}


def offers_page(person: UUID, on: date) -> dict[str, Any]:
    """Offers, the newest first; what was declined; whether claims are made without asking."""
    whose = Beneficiary(person=person)
    return {
        "offers": [line_of(offer) for offer in queries.list_offers_to(whose)[:SHOWN]],
        "declines": [
            {
                "title": name_of_benefit(no.benefit),
                "since": no.since,
                "revoke": reverse("worker:revoke_decline", args=[no.pk]),
            }
            for no in queries.list_declines(whose)
        ],
        "standing": parties.has_consented(person, STANDING_PURPOSE, on),
    }


def own_offer(offer: int, request: Request) -> Any:
    """One of the reader's own offers.

    Raises:
        OfferUnknown: Somebody else's, or none.
    """
    return queries.get_own(offer, queries.beneficiary_of(request.capacity))


def line_of(offer: Any) -> dict[str, Any]:
    """One offer with what became of it and what may still be done."""
    state = OfferState(offer.state)
    asked = state in (OfferState.DECLINED, OfferState.LAPSED) and not hasattr(offer, "answer")
    return {
        "title": name_of_benefit(offer.benefit),
        "subject": offer.title,
        "amount": money(Yuan.of_fen(offer.amount)) if offer.amount is not None else "",
        "state": _taken(offer) if state is OfferState.TAKEN else state.label,
        "mood": MOODS[state],
        "made_on": offer.made_on,
        "ended_on": offer.ended_on,
        "case": reverse("cases:show_case", args=[offer.case_number]) if offer.case_number else "",
        "why": reverse("worker:tell_why", args=[offer.pk]) if asked else "",
        "address": reverse("worker:show_entitlement", args=[offer.benefit, offer.subject]),
    }


def name_of_benefit(key: str) -> str:
    """What a benefit is called; its key where it is no longer declared; empty stands for all."""
    if not key:
        return _("所有待遇")
    benefit = find_benefit(key)
    return title_of(benefit) if benefit else key


def _taken(offer: Any) -> str:
    return f"{OfferState.TAKEN.label} · {Taken(offer.taken_by).label}"
