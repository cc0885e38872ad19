"""Whether everybody in a file might be assessed as they were: on that day, by those examiners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter
from uuid import UUID

from gongtu.base.speech import gettext as _
from gongtu.parties.roster.row import Problem
from gongtu.registers.skills.declare import Asked, Barred, Bench, the_bench, the_gate
from gongtu.registers.skills.models import AssessmentSession, Candidate
from gongtu.registers.skills.services.results.checking import Result, Sitting
from gongtu.registers.skills.services.results.reading import BY_KEY

TOGETHER = 500  # people asked of at once
GIVEN_UP = ("cancelled", "stopped", "withdrawn")


def sittings_in(results: Sequence[Result]) -> Iterator[tuple[Sitting, list[Result]]]:
    """The results sitting by sitting."""
    in_order = sorted(results, key=lambda one: (*one.sitting, one.row))
    for sitting, ours in groupby(in_order, key=attrgetter("sitting")):
        yield sitting, list(ours)


def find_planned(sitting: Sitting, organisation: int) -> str:
    """The case of the assessor's session of exactly this that is not given up; or empty."""
    sessions = AssessmentSession.objects.filter(
        filing__assessor__organisation=organisation, filing__occupation=sitting.occupation,
        grade=sitting.grade, planned_on=sitting.on, place=sitting.place,
        direction=sitting.direction,
    )  # fmt: skip
    kept = sessions.exclude(state__in=GIVEN_UP)
    return kept.values_list("case_number", flat=True).first() or ""


def find_barred(results: Sequence[Result], organisation: int) -> Iterator[Problem]:
    """Those who might not be assessed; whoever was let in when they enrolled is not asked again."""
    for sitting, ours in sittings_in(results):
        seated = _seated(sitting, organisation)
        new = ((one.person, one) for one in ours if one.person and one.person not in seated)
        while some := dict(islice(new, TOGETHER)):
            declared = {who for who, one in some.items() if one.declared}
            asked = Asked(some, declared, sitting.occupation, sitting.grade, sitting.on)
            yield from (_problem(some[who], why) for who, why in the_gate()(asked).items())


def find_unexamined(results: Sequence[Result], organisation: int) -> Iterator[Problem]:
    """Sessions without enough examiners who may examine in them, each at its first row."""
    for sitting, ours in sittings_in(results):
        numbers = named_in(ours)
        people = [one.person for one in ours if one.person]
        of = sitting.occupation, sitting.grade, sitting.on
        bench = Bench(numbers, people, *of, session=find_planned(sitting, organisation))
        row = next((one.row for one in ours if one.examiners), ours[0].row)
        remedy = _(
            "在“%(column)s”一列写明考评本场的在册人员，几人的用顿号隔开；作了考务安排的，在场次中办理"
        )
        for why in the_bench()(bench):
            told = remedy % {"column": BY_KEY["examiners"]}
            yield Problem(row, BY_KEY["examiners"], "、".join(numbers), why, told)


def named_in(results: Sequence[Result]) -> list[str]:
    """The examiners that the rows of a sitting tell, each once."""
    return list(dict.fromkeys(number for one in results for number in one.examiners))


def _seated(sitting: Sitting, organisation: int) -> frozenset[UUID]:
    number = find_planned(sitting, organisation)
    seated = Candidate.objects.filter(session__case_number=number) if number else ()
    return frozenset(one.person_id for one in seated)


def _problem(result: Result, why: Barred) -> Problem:
    """What the ladder says, under the column by which it is put right."""
    if why.is_certain:
        remedy = _("核对职业、等级和评价日期，登记有误的先更正")
        grade = result.sitting.grade.words
        return Problem(result.row, BY_KEY["grade"], grade, why.says, remedy)
    column = BY_KEY["declared"]
    remedy = _("在“%(column)s”一列写明核对了什么、依据什么") % {"column": column}
    return Problem(result.row, column, "", why.says, remedy)
