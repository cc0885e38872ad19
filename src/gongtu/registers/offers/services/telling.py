"""Telling people what they are owed: one notice for each person and run, from the present state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from gongtu.base.bilingual import Word
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.texts import worded
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.parties.queries import accounts_of, accounts_of_officers, mail_of
from gongtu.parties.roles import ENTERPRISE, SCHOOL, WORKER
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.registers.offers.choices import OfferState, Taken
from gongtu.registers.offers.declare import Beneficiary
from gongtu.registers.offers.models import Offer, Run

BATCH = 500
SUBJECT = _("您有应得的待遇")
OPEN = _("可以领取：%(titles)s。登录“%(home)s”，确认一下即可，不用另外填表。")
HOMES = {WORKER: _("我的主页"), ENTERPRISE: _("企业主页"), SCHOOL: _("院校主页")}
STANDING = _("已按您的长期同意替您提出申请：%(titles)s。")
STOP = _("不想收到这类告知的，可以在同一页面谢绝。")


def tell_offers(run: Run, *, on: date) -> int:
    """Tell everybody of what stands open for them, and what was claimed for them; how many.

    Whoever has no account is told once they have one.
    """
    fresh = Offer.objects.filter(state=OfferState.OPEN)
    claimed = Offer.objects.filter(taken_by=Taken.STANDING, told_on=None)
    whose: dict[Beneficiary, list[int]] = defaultdict(list)
    for some in (fresh, claimed):
        for pk, person, body in some.order_by("id").values_list("id", "person", "organisation"):
            whose[Beneficiary(person, body)].append(pk)
    everybody, told = list(whose), 0
    for start in range(0, len(everybody), BATCH):
        some_of_them = {one: whose[one] for one in everybody[start : start + BATCH]}
        told += _tell(run, some_of_them, on=on)
    return told


@transaction.atomic
def _tell(run: Run, whose: dict[Beneficiary, list[int]], *, on: date) -> int:
    """One batch; each offer is read again in here, so that nothing answered is told."""
    offers = Offer.objects.select_for_update().filter(
        pk__in=[pk for keys in whose.values() for pk in keys], told_on=None
    )
    now: dict[Beneficiary, list[Offer]] = defaultdict(list)
    for offer in offers.order_by("id"):
        if offer.state == OfferState.OPEN or offer.taken_by == Taken.STANDING:
            now[Beneficiary(offer.person_id, offer.organisation_id)].append(offer)
    accounts = _accounts(now, on=on)
    mail = mail_of({account for some in accounts.values() for account in some})
    for beneficiary, some in now.items():
        for account in accounts.get(beneficiary, ()):
            _send(run, beneficiary, account, some, mail.get(account, ""))
    told = [offer for one, some in now.items() if accounts.get(one) for offer in some]
    for offer in told:
        offer.told_on = on
        offer.state = OfferState.TOLD if offer.state == OfferState.OPEN else offer.state
    Offer.objects.bulk_update(told, ["told_on", "state"])
    return len({(offer.person_id, offer.organisation_id) for offer in told})


def _accounts(whose: Iterable[Beneficiary], *, on: date) -> dict[Beneficiary, list[int]]:
    persons = accounts_of({one.person for one in whose if one.person})
    officers = accounts_of_officers({one.organisation for one in whose if one.organisation}, on=on)
    own = {Beneficiary(person=person): [account] for person, account in persons.items()}
    theirs = {Beneficiary(organisation=body): some for body, some in officers.items()}
    return own | theirs


def _send(run: Run, whose: Beneficiary, account: int, offers: list[Offer], address: str) -> None:
    text = _text(offers)
    key = f"offers:{run.pk}:{account}"
    about = f"person:{whose.person}" if whose.person else f"organisation:{whose.organisation}"
    send(Channel.APP, account, SUBJECT, text, key=key, about=about)
    if address:
        send(Channel.MAIL, address, SUBJECT, text, key=f"mail:{key}", about=about)


def _text(offers: list[Offer]) -> list[str]:
    fresh = [offer for offer in offers if offer.state == OfferState.OPEN]
    claimed = [offer for offer in offers if offer.state == OfferState.TAKEN]
    home = HOMES[get_benefit(offers[0].benefit).beneficiary]
    parts = [OPEN % {"titles": _titles(fresh), "home": home}] if fresh else []
    parts += [STANDING % {"titles": _titles(claimed)}] if claimed else []
    return [*parts, STOP]


def _titles(offers: list[Offer]) -> list[Word]:
    benefits = dict.fromkeys(get_benefit(offer.benefit) for offer in offers)
    return [worded(one.title, one.policy.path.parent) for one in benefits]
