"""Saying no, taking the no back, and saying why."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write, write_many
from gongtu.registers.offers.choices import LIVE, OfferState, Why
from gongtu.registers.offers.models import Decline, Offer, SurveyAnswer
from gongtu.registers.offers.queries.declines import EVERYTHING
from gongtu.registers.offers.queries.offers import OfferUnknown, beneficiary_of, get_own
from gongtu.registers.offers.services.finding import line


class NotAsked(Refused):
    """The question is for whoever did not take an offer, and is answered once."""


@transaction.atomic
def decline(benefit: str, *, by: Capacity, on: date) -> Decline:
    """Not to be offered a benefit (or, `EVERYTHING`, any) any more; again is the same.

    Raises:
        OfferUnknown: There is no such benefit.
        NotEntitled: It is not for such as `by` acts for.
    """
    whose = beneficiary_of(by)
    if benefit != EVERYTHING:
        _require_beneficiary(benefit, by)
    try:
        with transaction.atomic():
            made = Decline.objects.create(**_ids(by), benefit=benefit, since=on)
    except IntegrityError:
        return Decline.objects.get(**whose.where, benefit=benefit, revoked_on=None)
    live = Offer.objects.select_for_update().filter(**whose.where, state__in=LIVE)
    offers = list(live if benefit == EVERYTHING else live.filter(benefit=benefit))
    for offer in offers:
        offer.state, offer.ended_on = OfferState.DECLINED, on
    Offer.objects.bulk_update(offers, ["state", "ended_on"])
    what = {**whose.where, "benefit": benefit}
    write(whose.chain, "declined-offers", on=on, by=by, what=what)
    write_many(line(offer, "offer-declined", on=on, by=by) for offer in offers)
    return made


@transaction.atomic
def revoke_decline(decline_id: int, *, by: Capacity, on: date) -> Decline:
    """To be offered it again, from the next run on.

    Raises:
        OfferUnknown: No such decline of theirs stands.
    """
    whose = beneficiary_of(by)
    standing = Decline.objects.select_for_update().filter(**whose.where, revoked_on=None)
    found = standing.filter(pk=decline_id).first()
    if found is None:
        raise OfferUnknown(_("没有这项谢绝。"))
    found.revoked_on = on
    found.save(update_fields=["revoked_on"])
    what = {**whose.where, "benefit": found.benefit}
    write(whose.chain, "revoked-decline", on=on, by=by, what=what)
    return found


@transaction.atomic
def tell_why(offer_id: int, *, why: str, wish: str, by: Capacity, on: date) -> SurveyAnswer:
    """Why an offer was not taken, and what would have helped.

    Raises:
        OfferUnknown: Not their offer.
        NotAsked: It was taken or still stands, or is answered already.
    """
    offer = get_own(offer_id, beneficiary_of(by))
    if offer.state not in (OfferState.DECLINED, OfferState.LAPSED):
        raise NotAsked(_("这项待遇没有谢绝或者失效，不需要填写。"))
    if why not in Why.values:
        raise Refused(_("请选择一个原因。"))
    try:
        with transaction.atomic():
            answer = SurveyAnswer.objects.create(
                offer=offer, why=why, wish=wish.strip()[:2000], answered_on=on
            )
    except IntegrityError:
        raise NotAsked(_("您已经填写过了，谢谢。")) from None
    write_many([line(offer, "offer-survey", on=on, by=by)])
    return answer


def _require_beneficiary(key: str, by: Capacity) -> None:
    benefit = next((one for one in benefits() if one.key == key), None)
    if benefit is None:
        raise OfferUnknown(_("没有这项待遇。"))
    if by.role != benefit.beneficiary:
        raise NotEntitled(_("这项待遇不是给予您现在的身份的，请先切换身份。"))


def _ids(by: Capacity) -> dict[str, object]:
    whose = beneficiary_of(by)
    return {"person_id": whose.person, "organisation_id": whose.organisation}
