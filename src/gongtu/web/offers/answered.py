"""What somebody was offered and answered, as the page shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.registry import find_benefit
from gongtu.parties import queries as parties
from gongtu.registers.offers import queries
from gongtu.registers.offers.choices import OfferState, Taken
from gongtu.registers.offers.services.taking import STANDING_PURPOSE
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.http import Request
from gongtu.web.shell import home_entry
from gongtu.web.wording import money, title_of, titled

MOODS = {
    OfferState.OPEN: "owed",
    OfferState.TOLD: "owed",
    OfferState.TAKEN: "good",
    OfferState.DECLINED: "",
    OfferState.LAPSED: "",
}
GIVEN_UP = (OfferState.DECLINED, OfferState.LAPSED)


def offers_page(request: Request) -> dict[str, Any]:
    """Offers, the newest first, a page at a time; what was declined; a person's standing consent.

    Raises:
        NotEntitled: The reader acts for nobody who could be owed anything.
    """
    by = request.capacity
    whose = queries.beneficiary_of(by)
    found = queries.list_offers_to(whose, before=number_asked(request))
    rows, pages = page_of(found, request, number_of)
    return {
        "home": home_entry(by.role),
        "owed": "" if whose.person else reverse("offers:list_entitlements"),
        "offers": [line_of(offer) for offer in rows],
        **pages,
        "declines": [
            {
                "title": name_of_benefit(no.benefit),
                "since": no.since,
                "revoke": reverse("offers:revoke_decline", args=[no.pk]),
            }
            for no in queries.list_declines(whose)
        ],
        "is_person": whose.person is not None,
        "standing": whose.person is not None
        and parties.has_consented(whose.person, STANDING_PURPOSE, request.on),
    }


def own_offer(offer: int, request: Request) -> Any:
    """One of the reader's own offers.

    Raises:
        OfferUnknown: Somebody else's, or none.
    """
    return queries.get_own(offer, queries.beneficiary_of(request.capacity))


def line_of(offer: Any) -> dict[str, Any]:
    """One offer with what became of it, what was said to it, and what may still be done."""
    state, said = OfferState(offer.state), getattr(offer, "answer", None)
    asked = state in GIVEN_UP and said is None
    return {
        "title": name_of_benefit(offer.benefit),
        "subject": titled(offer.title),
        "amount": money(Yuan.of_fen(offer.amount)) if offer.amount is not None else "",
        "state": _taken(offer) if state is OfferState.TAKEN else state.label,
        "mood": MOODS[state],
        "made_on": offer.made_on,
        "ended_on": offer.ended_on,
        "why": reverse("offers:tell_why", args=[offer.pk]) if asked else "",
        "said": said.get_why_display() if said else "",
        "address": _address(offer),
    }


def name_of_benefit(key: str) -> str:
    """What a benefit is called; its key where it is no longer declared; empty stands for all."""
    if not key:
        return _("所有待遇")
    benefit = find_benefit(key)
    return title_of(benefit) if benefit else key


def _address(offer: Any) -> str:
    """Its case once taken; else the reasons, on a worker's page or among those of a body."""
    if offer.case_number:
        return reverse("cases:show_case", args=[offer.case_number])
    if offer.person_id:
        return reverse("worker:show_entitlement", args=[offer.benefit, offer.subject])
    return f"{reverse('offers:list_entitlements')}#{offer.benefit}-{offer.subject}"


def _taken(offer: Any) -> str:
    return f"{OfferState.TAKEN.label} · {Taken(offer.taken_by).label}"
