"""Offers as their beneficiary reads them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.entitlement.declare import Benefit, RecordKey
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import ORGANISATIONS, WORKER
from gongtu.registers.offers.choices import LIVE, OfferState
from gongtu.registers.offers.declare import Beneficiary
from gongtu.registers.offers.models import Offer


class OfferUnknown(Refused):
    """There is no such offer, or it is somebody else's."""


def beneficiary_of(by: Capacity) -> Beneficiary:
    """For whom somebody answers: themselves, or the organisation they act for.

    Raises:
        NotEntitled: They act for nobody who could be owed anything.
    """
    if by.role not in {benefit.beneficiary for benefit in benefits()}:
        raise NotEntitled(_("没有给予您现在的身份的待遇，请先切换到本人或者本单位的身份。"))
    if by.role is WORKER and by.person is not None:
        return Beneficiary(person=by.person)
    if by.role in ORGANISATIONS and by.organisation is not None:
        return Beneficiary(organisation=by.organisation)
    raise NotEntitled(_("请先切换到本人或者本单位的身份。"))


def procedure_of(key: str) -> tuple[Benefit, Procedure]:
    """The benefit of that key with the procedure that claims it.

    Raises:
        OfferUnknown: There is no such benefit, or nothing has to be claimed.
    """
    benefit = next((one for one in benefits() if one.key == key and one.claim), None)
    if benefit is None:
        raise OfferUnknown(_("没有这项可以领取的待遇。"))
    return benefit, get_procedure(benefit.claim)


def is_filled_by_record(procedure: Procedure) -> bool:
    """Whether a claim needs nothing but the record it is for, so that one tap is enough."""
    asks = (fact for fact in procedure.form.facts.values() if not fact.optional)
    needs = any(material.required for material in procedure.materials)
    return not needs and all(issubclass(fact.kind, RecordKey) for fact in asks)


def list_offers_to(beneficiary: Beneficiary, *, before: int | None = None) -> QuerySet[Offer]:
    """Every offer ever made to them, newest first, with the answer to the survey.

    With `before`, those that come after that one on the next page.
    """
    offers = Offer.objects.filter(**beneficiary.where)
    if before is not None:
        offers = offers.filter(pk__lt=before)
    return offers.select_related("answer").order_by("-id")


def list_live(beneficiary: Beneficiary) -> QuerySet[Offer]:
    """What is offered to them now."""
    return Offer.objects.filter(**beneficiary.where, state__in=LIVE).order_by("-id")


def list_unanswered(beneficiary: Beneficiary) -> QuerySet[Offer]:
    """Offers not taken, of which nobody has asked yet why."""
    given_up = (OfferState.DECLINED, OfferState.LAPSED)
    offers = Offer.objects.filter(**beneficiary.where, state__in=given_up, answer=None)
    return offers.exclude(told_on=None).order_by("-id")


def get_own(offer: int, beneficiary: Beneficiary) -> Offer:
    """One of their own offers.

    Raises:
        OfferUnknown: There is none of that number, or it is somebody else's.
    """
    found = Offer.objects.filter(pk=offer, **beneficiary.where).first()
    if found is None:
        raise OfferUnknown(_("没有这项待遇告知。"))
    return found
