"""Measures go in steps; the hardest after a hearing, by another officer, and they take effect."""

from datetime import date

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.casework.refusals import ConditionsUnmet, WrongHands
from gongtu.parties.access import NotEntitled
from gongtu.registers.quality import services as quality
from gongtu.registers.quality.models import Measure
from gongtu.registers.quality.queries import list_measures, measures_in_force
from gongtu.registers.quality.services import DayTooEarly, NotHeard
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.known import filing_facts
from gongtu.registers.skills.queries import find_filing, list_assessing
from tests.cast import DAY, FITTER, Cast
from tests.factories import sessions
from tests.factories.quality import LATER, heard, move, suspended, weighed


def filed(cast: Cast, on: date = DAY) -> bool:
    return find_filing(cast.bodies["works"].pk, FITTER, Grade.SENIOR, on=on) is not None


def test_nothing_hard_is_decided_unheard_whoever_asks(cast: Cast) -> None:
    case = weighed(cast)
    with pytest.raises(NotHeard):
        quality.suspend(case.number, reason="属实。", by=cast.sun, on=DAY)
    told = {"step": "suspension", "grounds": "评分不实。"}
    with pytest.raises(DayTooEarly):
        move(case, "propose", cast.liu, **told, hear_by=DAY)

    move(case, "propose", cast.liu, **told, hear_by=date(2026, 9, 10))

    with pytest.raises(NotHeard, match="还没有听取"):
        quality.suspend(case.number, reason="属实。", by=cast.sun, on=date(2026, 9, 10))
    with pytest.raises(ConditionsUnmet, match="陈述、申辩期限已经届满"):
        move(case, "close_hearing", cast.sun, date(2026, 9, 10))
    move(case, "close_hearing", cast.sun, date(2026, 9, 11))
    with pytest.raises(WrongHands):
        move(case, "suspend", cast.liu, date(2026, 9, 11), decided_for="属实。")
    with pytest.raises(NotEntitled, match="提出的人不能决定"):
        quality.suspend(case.number, reason="属实。", by=cast.liu, on=date(2026, 9, 11))
    assert filed(cast, date(2026, 9, 12))


def test_a_suspension_refuses_sessions_until_it_is_lifted(cast: Cast) -> None:
    case, body = suspended(cast), cast.bodies["works"].pk

    assert not filed(cast)
    assert not list_assessing(FITTER, on=DAY)
    with pytest.raises(ConditionsUnmet, match="有效备案范围内"):
        sessions.planned(cast, date(2026, 9, 21))
    with pytest.raises(Refused, match="有效备案"):
        skills.plan_session(
            "20260009999", organisation=body, occupation=FITTER,
            grade=Grade.SENIOR, place="一号车间", on=DAY,
        )  # fmt: skip
    assert not filing_facts(body, FITTER, Grade.SENIOR, on=date(2026, 9, 20))["Filing.covers"].value

    move(case, "lift", cast.liu, LATER, lifted_for="已核对。")

    assert filed(cast, LATER)
    assert not filed(cast, date(2026, 9, 29))
    assert Measure.objects.get().until == LATER


def test_a_withdrawal_needs_to_have_been_heard_on_and_ends_the_filing(cast: Cast) -> None:
    case = heard(cast, step="withdrawal")

    move(case, "withdraw", cast.sun, decided_for="属实。")

    body = cast.bodies["works"].pk
    assert not filed(cast)
    assert [one.step for one in measures_in_force(body, on=DAY)] == ["withdrawal"]
    scope = skills.Scope(FITTER, Grade.JUNIOR, Grade.SENIOR)
    skills.record_filing(body, scope, site="020001", by=cast.liu, on=LATER)
    assert filed(cast, LATER)
    assert not measures_in_force(body, on=LATER)


def test_only_what_changes_who_may_assess_is_public(cast: Cast) -> None:
    case, body = weighed(cast), cast.bodies["works"].pk
    move(case, "order", cast.liu, demand="补签。", due_on=date(2026, 9, 20))

    assert not measures_in_force(body, on=DAY)
    assert [one.step for one in list_measures(body)] == ["correction"]
    with pytest.raises(ConditionsUnmet, match="改正期限已经届满"):
        move(case, "expire", cast.liu)
    move(case, "report", cast.clerk, report="已补签。")
    move(case, "confirm", cast.liu, seen="已看原件。")
    assert Measure.objects.get().until == DAY


def test_a_body_can_be_withdrawn_while_it_is_suspended_for_something_else(cast: Cast) -> None:
    suspended(cast)
    other = heard(cast, step="withdrawal")

    move(other, "withdraw", cast.sun, decided_for="再次查明。")

    steps = {one.step for one in measures_in_force(cast.bodies["works"].pk, on=DAY)}
    assert steps == {"withdrawal"}
    with pytest.raises(Refused, match="没有可以处理的备案"):
        move(heard(cast), "suspend", cast.sun, decided_for="属实。")
