"""What is written into the register of recognition: agreements begun and ended, pay by grade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import ENTERPRISE
from gongtu.records.journal.services import write
from gongtu.registers.recognition.models import Agreement, GradePay, Scope
from gongtu.registers.recognition.rows import Line
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import names_of_occupations


class AgreementNotSound(Refused):
    """What the two would agree on cannot be agreed on; with every reason."""


class AgreementOver(Refused):
    """The agreement has ended, or its end was told already."""


class PayWrong(Refused):
    """What an enterprise tells of its pay cannot be so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who agrees with whom, from when, up to when, and how many days ahead an end is told."""

    proposer: int
    partner: int
    since: date
    until: date
    notice_days: int


def check_terms(terms: Terms, scope: Sequence[Line]) -> None:
    """Pass terms that can be agreed on.

    Raises:
        AgreementNotSound: With every reason.
    """
    named = get_organisation(terms.partner)
    known = names_of_occupations(line.occupation for line in scope)
    reasons = [
        _("没有代码为%(code)s的职业。") % {"code": line.occupation}
        for line in scope
        if line.occupation not in known
    ]
    if named.pk == terms.proposer:
        reasons.append(_("协议对方不能是本单位。"))
    if named.kind != ENTERPRISE:
        reasons.append(_("协议对方应当是企业，“%(name)s”不是企业。") % {"name": named.name})
    if terms.until <= terms.since:
        reasons.append(_("期满日期应当晚于生效日期。"))
    if terms.notice_days < 0:
        reasons.append(_("提前通知的日数不能是负数。"))
    if reasons:
        raise AgreementNotSound(*reasons)


@transaction.atomic
def conclude(
    terms: Terms, scope: Sequence[Line], *, case_number: str, by: Capacity, on: date
) -> Agreement:
    """Put an accepted agreement on record; it never begins before the day it was accepted.

    Raises:
        AgreementNotSound: With every reason.
    """
    check_terms(terms, scope)
    agreement = Agreement.objects.create(
        case_number=case_number,
        proposer_id=terms.proposer,
        partner_id=terms.partner,
        since=max(terms.since, on),
        until=terms.until,
        notice_days=terms.notice_days,
    )
    Scope.objects.bulk_create(
        Scope(agreement=agreement, occupation_id=code, lowest=lowest, highest=highest)
        for code, lowest, highest in scope
    )
    _journal("recognition-agreed", agreement, by=by, on=on)
    return agreement


@transaction.atomic
def end_agreement(case_number: str, organisation: int, *, by: Capacity, on: date) -> Agreement:
    """A party tells the end: no new effects from the day on which the notice has run.

    Raises:
        AgreementOver: It was ended before, or its term is over.
    """
    agreement = Agreement.objects.select_for_update().get(case_number=case_number)
    if agreement.ended_on is not None or on >= agreement.until:
        raise AgreementOver(_("该协议已经终止或者期满。"))
    told = on + timedelta(days=agreement.notice_days)
    agreement.ended_on = min(max(told, agreement.since), agreement.until)
    agreement.ended_by_id = organisation
    agreement.save(update_fields=["ended_on", "ended_by"])
    _journal("recognition-ended", agreement, by=by, on=on)
    return agreement


@transaction.atomic
def record_grade_pay(
    organisation: int,
    monthly: Mapping[Grade, Yuan],
    *,
    since: date,
    instrument: str,
    by: Capacity,
    on: date,
) -> int:
    """Add what the enterprise pays a month for each grade from a day on; returns how many rows.

    Raises:
        PayWrong: Nothing is told, a sum is negative, or no document is named.
    """
    if not monthly or any(amount.fen < 0 for amount in monthly.values()):
        raise PayWrong(_("请至少填写一个等级的月津贴，金额不能是负数。"))
    if not instrument.strip():
        raise PayWrong(_("请写明依据，例如工资集体合同或者薪酬制度。"))
    GradePay.objects.bulk_create(
        GradePay(
            organisation_id=organisation,
            grade=grade,
            monthly=amount.fen,
            since=since,
            instrument=instrument.strip(),
            recorded_on=on,
        )
        for grade, amount in monthly.items()
    )
    what = {"organisation": organisation, "since": since.isoformat(), "grades": len(monthly)}
    write(f"organisation:{organisation}", "grade-pay-recorded", on=on, by=by, what=what)
    return len(monthly)


def _journal(kind: str, agreement: Agreement, *, by: Capacity, on: date) -> None:
    for organisation in (agreement.proposer_id, agreement.partner_id):
        what = {"organisation": organisation, "agreement": agreement.case_number}
        write(f"organisation:{organisation}", kind, on=on, by=by, what=what)
