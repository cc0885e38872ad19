"""Statements of treatment of the demo's graduates of technical schools, one of them taken back."""

from __future__ import annotations

from datetime import date

from gongtu.ops.demo.town import Town
from gongtu.parties.roles import HRSS
from gongtu.registers.education.choices import Qualified
from gongtu.registers.education.models import Degree
from gongtu.registers.education.queries import TECHNICAL
from gongtu.registers.treatments.choices import Purpose
from gongtu.registers.treatments.services import issue_statement, withdraw_statement

ISSUED_ON, WITHDRAWN_ON = date(2026, 9, 7), date(2026, 9, 21)
PURPOSES = (Purpose.RECRUITMENT, Purpose.TITLE, Purpose.CIVIL_SERVICE, Purpose.EMPLOYMENT)


def issue(town: Town) -> None:
    """小李 of the cast and a few others show it to whoever recruits."""
    graduates = Degree.objects.filter(
        full_time=True,
        school_kind__in=TECHNICAL,
        graduated_on__lt=ISSUED_ON,
        qualified__in=(Qualified.SENIOR, Qualified.PRE_TECHNICIAN),
        person__division__isnull=False,
    ).select_related("person")
    chosen = list(graduates.order_by("id")[: len(PURPOSES)])
    mine = graduates.filter(number="X-L1").first()
    made = [
        issue_statement(one.number, purpose, by=town.worker(one.person), on=ISSUED_ON)
        for one, purpose in zip([mine or chosen[0], *chosen], PURPOSES, strict=False)
    ]
    office = town.city_office(HRSS)
    withdraw_statement(
        made[-1].number, reason="学校更正了毕业登记（演示）。", by=office, on=WITHDRAWN_ON
    )
