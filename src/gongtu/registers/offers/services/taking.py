"""Taking an offer: the case opens already filled, once, however often it is tapped."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.queries import count_cases_of, find_claim, record_in
from gongtu.engines.entitlement.declare import RecordKey
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.queries import people_consenting
from gongtu.parties.roles import WORKER
from gongtu.records.journal.services import write_many
from gongtu.registers.offers.choices import LIVE, OfferState, Taken
from gongtu.registers.offers.models import Offer
from gongtu.registers.offers.queries.offers import (
    beneficiary_of,
    is_filled_by_record,
    procedure_of,
)
from gongtu.registers.offers.services.finding import line

STANDING_PURPOSE = "benefits-unasked"
BATCH = 500


class ClaimMustBeFilledIn(Refused):
    """The claim asks more than the records know, so one tap is not enough."""


class KeyUsed(Refused):
    """The key has carried out something else before."""


def take(
    benefit_key: str,
    subject: str,
    *,
    by: Capacity,
    on: date,
    once: str | None = None,
    how: Taken = Taken.TAP,
) -> str:
    """Claim what is owed for one subject; the number of its case, that of the first tap again.

    Raises:
        OfferUnknown: No such benefit, or nothing has to be claimed.
        ClaimMustBeFilledIn: Its form asks more.
        WrongHands: `by` may not claim it.
    """
    _benefit, procedure = procedure_of(benefit_key)
    casework.require_opener(procedure, by=by, on=on)
    with transaction.atomic():
        offer = _locked(benefit_key, subject, by)
        number = find_claim(procedure.key, subject, **beneficiary_of(by).where)
        if number is None:
            number = _opened(procedure, subject, by=by, on=on, once=once)
        if offer is not None:
            _note_taken(offer, number, how, by=by, on=on)
        return number


def _locked(benefit: str, subject: str, by: Capacity) -> Offer | None:
    """The live offer, held: a tap and the nightly run do not open two cases."""
    offers = Offer.objects.select_for_update().filter(**beneficiary_of(by).where, state__in=LIVE)
    return offers.filter(benefit=benefit, subject=subject).first()


def take_all_standing(*, on: date) -> int:
    """Open the cases of everybody who agreed once and for all; how many.

    Each is its own transaction: one that cannot be opened stays an offer.
    """
    taken = 0
    offers = Offer.objects.filter(state=OfferState.OPEN, person__isnull=False)
    waiting = list(offers.order_by("id").values_list("person", "benefit", "subject"))
    for start in range(0, len(waiting), BATCH):
        some = waiting[start : start + BATCH]
        agreed = people_consenting({row[0] for row in some}, STANDING_PURPOSE, on=on)
        persons = Person.objects.in_bulk(agreed)
        for person, benefit, subject in some:
            if person in persons:
                taken += _take_standing(persons[person], benefit, subject, on=on)
    return taken


def _take_standing(person: Person, benefit: str, subject: str, *, on: date) -> bool:
    own = Capacity(WORKER, None, person.pk, None, person.division_id, person.name, delegated=True)
    try:
        take(benefit, subject, by=own, on=on, how=Taken.STANDING)
    except Refused:
        return False
    return True


def _opened(procedure: Procedure, subject: str, *, by: Capacity, on: date, once: str | None) -> str:
    if not is_filled_by_record(procedure):
        raise ClaimMustBeFilledIn(_("这项申请还需要填写内容，请打开申请表办理。"))
    facts = procedure.form.facts.items()
    answers = {name: subject for name, fact in facts if issubclass(fact.kind, RecordKey)}
    # Of two windows pressing at once both stand before as many cases, so that they use one key.
    key = once or f"{procedure.key}:{subject}:{count_cases_of(by)}"
    case = casework.open_case(procedure.key, answers=answers, by=by, on=on, once=key)
    another = case.procedure != procedure.key
    if another or record_in(procedure, case.answers) not in ("", subject):
        raise KeyUsed(_("这个去重键已经用于%(number)s。") % {"number": case.number})
    return case.number


def _note_taken(offer: Offer, number: str, how: Taken, *, by: Capacity, on: date) -> None:
    offer.state, offer.taken_by, offer.case_number = OfferState.TAKEN, how, number
    offer.ended_on = on
    offer.save(update_fields=["state", "taken_by", "case_number", "ended_on"])
    write_many([line(offer, "offer-taken", on=on, by=by)])
