"""What an assessor arranges for a session before it: how many examine, how much is marked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.registers.sittings.models import Sitting
from gongtu.registers.sittings.services.dropping import drop_named
from gongtu.registers.skills.choices import SessionState
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.skills.services import SessionNotOpen

WHOLE = Decimal(100)


class NumberUnknown(Refused):
    """Nobody has settled the number, and the assessor named none of its own."""


class AlreadyArranged(Refused):
    """A session is arranged once."""


class NotArranged(Refused):
    """Nothing was arranged for the session yet."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many examiners a session has, and the share marked again; None: not told."""

    examiners: int | None
    sample_percent: Decimal | None


@transaction.atomic
def arrange(case_number: str, *, own: Wanted, rule: Wanted, on: date) -> Sitting:
    """Arrange a planned session as its assessor says, and never below what the rule asks.

    Its examiners are drawn from now on: who was named before examines no more.

    Raises:
        NumberUnknown: Neither the rule nor the assessor names a number; with each reason.
        AlreadyArranged, SessionNotOpen: It is arranged, or its marks are being entered.
    """
    session = AssessmentSession.objects.select_for_update().get(case_number=case_number)
    if session.state != SessionState.PLANNED:
        raise SessionNotOpen(_("已经录入成绩或者结束的评价，不能再作考务安排。"))
    if Sitting.objects.filter(session=session).exists():
        raise AlreadyArranged(_("本场已经作了考务安排。"))
    examiners, percent = _settled(own, rule)
    drop_named(session, on=on)
    return Sitting.objects.create(
        session=session, examiners=examiners, sample_percent=percent, arranged_on=on
    )


def get_arranged(case_number: str) -> Sitting:
    """The sitting, held until the transaction ends.

    Raises:
        NotArranged: There is none.
    """
    sittings = Sitting.objects.select_for_update(of=("self",)).select_related("session__filing")
    if (found := sittings.filter(session__case_number=case_number).first()) is None:
        raise NotArranged(_("本场还没有作考务安排。"))
    return found


def _settled(own: Wanted, rule: Wanted) -> tuple[int, Decimal]:
    examiners = rule.examiners if own.examiners is None else own.examiners
    percent = rule.sample_percent if own.sample_percent is None else own.sample_percent
    reasons = []
    if examiners is None:
        reasons.append(
            _("每场考评人员的人数待核，由人力资源社会保障部门决定；决定以前请写明本场的人数。")
        )
    elif examiners < max(rule.examiners or 1, 1):
        least = max(rule.examiners or 1, 1)
        reasons.append(_("考评人员不能少于%(least)s人。") % {"least": least})
    if percent is None:
        reasons.append(
            _("复评的抽样比例待核，由人力资源社会保障部门决定；决定以前请写明本场的比例。")
        )
    elif not (rule.sample_percent or 0) <= percent <= WHOLE:
        told = {"least": (rule.sample_percent or Decimal(0)).normalize()}
        reasons.append(_("复评的抽样比例应在%(least)s%%至100%%之间。") % told)
    if examiners is None or percent is None or reasons:
        raise NumberUnknown(*reasons)
    return examiners, percent
