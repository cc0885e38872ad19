"""Enterprises that recognise each other's grades, what they pay, and a worker who moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongtu.base.money import Yuan
from gongtu.ops.demo import careers
from gongtu.ops.demo.plays import WITHDRAW, Play, Turn, cut
from gongtu.ops.demo.town import Town
from gongtu.parties import services as parties
from gongtu.parties.models import Organisation
from gongtu.registers.recognition import services as recognition
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessorFiling, Certificate

PAIRS, PAYING, PLAYED = 14, 24, 12
BEGUN_ON, PAID_SINCE, MOVED_ON = date(2026, 3, 16), date(2026, 1, 1), date(2026, 9, 1)
MONTHLY = {
    Grade.INTERMEDIATE: Yuan(200),
    Grade.SENIOR: Yuan(400),
    Grade.TECHNICIAN: Yuan(800),
    Grade.SENIOR_TECHNICIAN: Yuan(1200),
}


def pay_by_grade(town: Town) -> None:
    """The larger enterprises have told what they pay; the sums are synthetic."""
    for enterprise in town.enterprises[:PAYING]:
        recognition.record_grade_pay(
            enterprise.pk,
            MONTHLY,
            since=PAID_SINCE,
            instrument="薪酬制度（演示）",
            by=town.builder,
            on=PAID_SINCE,
        )


def recognitions(town: Town) -> Iterator[Play]:
    """Pairs of neighbours, the first of which includes the cast's employer."""
    for place in range(PAIRS):
        first, second = town.enterprises[place], town.enterprises[place + 1]
        one, other = town.officer(first.pk), town.officer(second.pk)
        filed = AssessorFiling.objects.filter(assessor__organisation__in=(first, second))
        occupations = dict.fromkeys(each.occupation_id for each in filed.order_by("id"))
        opened = BEGUN_ON + timedelta(days=place * 9)
        answers = {
            "partner": str(second.pk),
            "scope": "\n".join(f"{occupation} 中级工 高级技师" for occupation in occupations),
            "since": opened.isoformat(),
            "until": opened.replace(year=opened.year + 3).isoformat(),
            "notice_days": 30,
        }
        accept = Turn("accept", other, 6)
        told = Turn("end", one, 60, reason="评价标准调整，双方另行商定。")
        back = Turn("end_as_partner", other, 90, reason="业务调整。")
        declined = [Turn("decline", other, 7, reason="本单位岗位要求不同，暂不互认。")]
        withdrawn = [Turn(WITHDRAW, one, 2, reason="范围需要调整。")]
        paths = [[accept], [accept, told], declined, [accept, back], withdrawn]
        yield Play("mutual-recognition", one, opened, answers, cut(paths, place))


def move_some(town: Town) -> None:
    """One certified by the cast's employer works for its neighbour now, and one the other way.

    Each keeps the grade, and the cast's employer plans for more of the newcomer's kind.
    """
    first, second = town.enterprises[:2]
    _move(town, first, second)
    newcomer = _move(town, second, first)
    careers.want(town, newcomer.occupation_id, Grade(newcomer.grade))


def _move(town: Town, source: Organisation, target: Organisation) -> Certificate:
    """Somebody moves with the certificate of the former employer; returns it."""
    spared = [person.pk for person in town.staff[source.pk][:PLAYED]]
    spared += [account.person_id for account in town.cast.values() if account.person_id]
    held = Certificate.objects.filter(
        issuer=source, status="valid", grade=Grade.SENIOR, issued_on__lt=MOVED_ON
    )
    one = held.exclude(person__in=spared).order_by("id")[0]
    job = one.person.memberships.get(organisation=source, kind="employment", until=None)
    parties.end_membership(job, by=town.builder, on=MOVED_ON)
    parties.employ(one.person, target, post=job.post, by=town.builder, on=MOVED_ON)
    return one
