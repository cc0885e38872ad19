"""A body is checked by two without a part in it, on what nobody chose, and hears when told."""

import pytest

from gongtu.base.draws import in_drawn_order, seed_from
from gongtu.base.errors import Refused
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.refusals import ConditionsUnmet, WrongHands
from gongtu.parties import services as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Division
from gongtu.registers.quality import services as quality
from gongtu.registers.quality.choices import CheckKind, Chosen
from gongtu.registers.quality.models import Check, Sample
from gongtu.registers.quality.services import CheckNotSound, OfficerInConflict
from gongtu.registers.sittings import services as sittings
from tests.cast import DAY, FOUNDED, Cast, appoint
from tests.factories import sessions, skills
from tests.factories.quality import move, opened, planned, told
from tests.factories.sittings import filed

VISIT = {"checked_on": DAY, "sessions": 1, "certificates": 1}


def test_what_is_looked_at_is_drawn_from_the_bodys_own_and_can_be_drawn_again(cast: Cast) -> None:
    numbers = {sessions.planned(cast).number for _ in range(3)}
    held = skills.certificate(cast).number
    case = opened(cast)

    move(case, "begin", cast.liu, **VISIT | {"sessions": 2})

    session, certificate = Sample.objects.order_by("id")
    assert set(session.pool) == numbers
    assert session.seed == seed_from("", case.number, "sessions", session.pool)
    assert session.chosen == in_drawn_order(session.pool, seed=session.seed)[:2]
    assert certificate.chosen == [held]


def test_the_body_sees_nothing_of_a_check_before_it_is_told(cast: Cast) -> None:
    case = opened(cast)
    assert case not in cases.list_cases_of(cast.clerk)
    with pytest.raises(WrongHands):
        casework.case_for(case.number, cast.clerk, on=DAY)

    move(case, "begin", cast.liu, **VISIT)
    move(case, "join", cast.sun)
    move(case, "clear", cast.sun)

    assert case in cases.list_cases_of(cast.clerk)
    assert Check.objects.get(case_number=case.number).told_on == DAY


def test_one_officer_is_not_enough_and_cannot_sign_twice(cast: Cast) -> None:
    case = opened(cast)
    move(case, "begin", cast.liu, **VISIT)

    with pytest.raises(ConditionsUnmet, match="由两名检查人员签名"):
        move(case, "clear", cast.liu)
    with pytest.raises(WrongHands, match="未办理前一步骤"):
        move(case, "join", cast.liu)


def test_who_works_for_the_body_or_has_a_relative_there_keeps_out(cast: Cast) -> None:
    case = opened(cast)
    filed(cast, cast.person(cast.li))
    sittings.declare_relative(cast.person(cast.liu), by=cast.li, on=DAY)
    with pytest.raises(OfficerInConflict, match="亲属"):
        move(case, "begin", cast.liu, **VISIT)

    move(case, "begin", cast.sun, **VISIT)
    parties.employ(cast.person(cast.liu), cast.bodies["works"], post="顾问", by=CLOCK, on=FOUNDED)
    with pytest.raises(OfficerInConflict, match="受聘"):
        move(case, "join", cast.liu)


@pytest.mark.parametrize(
    ("body", "chosen", "refusal"),
    [("school", "lead", "没有备案过技能等级评价"), ("works", "drawn", "本年度计划没有这样列入")],
)
def test_only_bodies_that_assess_are_checked_and_only_as_planned(
    cast: Cast, body: str, chosen: str, refusal: str
) -> None:
    with pytest.raises(Refused, match=refusal):
        opened(cast, body=body, chosen=chosen)


def test_a_planned_body_whose_check_is_dropped_still_waits_for_one(cast: Cast) -> None:
    skills.filing(cast)
    planned(cast)
    case = opened(cast, chosen="drawn")
    with pytest.raises(Refused, match="本年度计划没有这样列入"):
        opened(cast, chosen="drawn")

    move(case, "drop", cast.liu, reason="机构当日停业。")

    assert opened(cast, chosen="drawn").stage == "prepared"


def test_evidence_lies_on_the_case_and_a_finding_waits_for_its_answer(cast: Cast) -> None:
    case = opened(cast)
    move(case, "begin", cast.liu, **VISIT)
    found = {"ground": "marks", "severity": "minor", "told": "无", "evidence": "没有.pdf"}
    with pytest.raises(CheckNotSound, match="没有名为“没有"):
        move(case, "note", cast.liu, **found)

    later = told(cast)
    with pytest.raises(Refused, match="没有第9项"):
        move(later, "answer", cast.clerk, finding=9, stance="accepted")
    with pytest.raises(ConditionsUnmet, match="每项问题都已答复"):
        move(later, "hand_in", cast.clerk)
    with pytest.raises(ConditionsUnmet, match="答复期限已经届满"):
        move(later, "go_on", cast.liu)


def test_an_office_of_another_place_checks_nobody_here(cast: Cast) -> None:
    away = appoint("北区刘科长", 21, cast.liu.role, _north(cast))
    with pytest.raises(NotEntitled):
        quality.open_check(
            "20260000999", cast.bodies["works"].pk, CheckKind.SITE, chosen=Chosen.LEAD, by=away,
            on=DAY,
        )  # fmt: skip


def _north(cast: Cast) -> Division:
    return Division.objects.create(
        code="370203", name="市北区", level="district", parent=cast.district.parent
    )
