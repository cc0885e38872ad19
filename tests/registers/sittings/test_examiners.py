"""Examiners are filed, drawn by a seed anybody can follow, and never examine their own people."""

from datetime import timedelta

import pytest

from gongtu.base.draws import in_drawn_order, seed_from
from gongtu.base.errors import Refused
from gongtu.engines.casework.refusals import ConditionsUnmet
from gongtu.parties import services as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Person
from gongtu.parties.queries import accounts_of
from gongtu.records.outbox.models import Message
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.models import Assignment, Draw, Examiner
from gongtu.registers.sittings.queries.examining import conflicts_in, examiners_missing
from gongtu.registers.sittings.services import ExaminerNotSound, TooFewExaminers
from gongtu.registers.skills.queries import get_session
from gongtu.registers.skills.services import SessionNotOpen
from tests.cast import DAY, FOUNDED, Cast, oneself, somebody
from tests.factories.sittings import SCOPE, arranged, examined, examiners, filed, move


def drawn() -> set[str]:
    standing = Assignment.objects.filter(stood_down_on=None).select_related("examiner")
    return {one.examiner.number for one in standing}


def test_anybody_draws_the_same_again_from_what_is_published(cast: Cast) -> None:
    pool = [one.number for one in examiners(cast, 6)]
    case = arranged(cast, wanted=3)

    move(case, "draw", cast.clerk)

    told = Draw.objects.get()
    assert told.pool == sorted(pool)
    assert told.seed == seed_from("", case.number, "examiners", 1, told.pool)
    assert told.chosen == in_drawn_order(told.pool, seed=told.seed)[:3]
    assert drawn() == set(told.chosen)


def test_candidates_their_relatives_and_their_colleagues_are_not_drawn(cast: Cast) -> None:
    own = filed(cast, cast.person(cast.wang))
    (colleague,) = examiners(cast, 1, body=cast.bodies["works"])
    kin = filed(cast, somebody("王叔", 320, cast.district))
    free = filed(cast, somebody("外单位考评", 321, cast.district))
    sittings.declare_relative(cast.person(cast.li), by=oneself(kin.person), on=DAY)
    case = arranged(cast, wanted=1)

    move(case, "draw", cast.clerk)
    with pytest.raises(Refused, match="已经抽足"):
        move(case, "draw", cast.clerk)

    assert drawn() == {free.number}
    assert not {own.number, colleague.number, kin.number} & set(Draw.objects.get().pool)


def test_too_few_who_may_examine_is_refused_with_why_and_nobody_is_drawn(cast: Cast) -> None:
    examiners(cast, 1, body=cast.bodies["works"])
    filed(cast, somebody("外单位考评", 321, cast.district))
    case = arranged(cast, wanted=2)

    with pytest.raises(TooFewExaminers) as refused:
        move(case, "draw", cast.clerk)
    with pytest.raises(ConditionsUnmet) as unmet:
        move(case, "mark", cast.clerk, marks="王师傅 88 91")

    assert "可以抽取的只有1名" in refused.value.reasons[0]
    assert "1名因“与考生同在一个单位”应当回避" in refused.value.reasons[1]
    assert [one.condition.key for one in unmet.value.findings] == ["enough-examiners"]
    assert not Draw.objects.exists()


def test_who_becomes_a_colleague_after_the_draw_no_longer_counts_and_is_replaced(
    cast: Cast,
) -> None:
    first, second = examiners(cast, 2)
    case = arranged(cast, wanted=1)
    move(case, "draw", cast.clerk)
    chosen = Assignment.objects.get().examiner
    parties.employ(chosen.person, cast.bodies["works"], post="技师", by=CLOCK, on=FOUNDED)

    session = get_session(case.number)
    assert [one.label for one in conflicts_in(session)[chosen.person_id]] == ["与考生同在一个单位"]
    assert examiners_missing(session) == 1
    with pytest.raises(ConditionsUnmet):
        move(case, "mark", cast.clerk, marks="王师傅 88 91")
    move(case, "replace", cast.clerk, examiner=chosen.number.lower(), why="与考生同事")
    move(case, "draw", cast.clerk)

    assert drawn() == {first.number, second.number} - {chosen.number}
    assert Draw.objects.filter(kind="examiners").count() == 2


def test_who_leaves_the_roll_before_the_day_no_longer_counts_and_is_replaced(cast: Cast) -> None:
    examiners(cast, 2)
    case = arranged(cast, wanted=1, held_on=DAY + timedelta(days=9))
    move(case, "draw", cast.clerk)
    chosen = Assignment.objects.get().examiner
    sittings.end_examiner(chosen.pk, reason="违规评分", by=cast.liu, on=DAY + timedelta(days=1))

    session = get_session(case.number)
    assert [one.label for one in conflicts_in(session)[chosen.person_id]] == ["评价当日已不在册"]
    assert examiners_missing(session) == 1
    move(case, "draw", cast.clerk, DAY + timedelta(days=2))

    assert examiners_missing(session) == 0
    assert len(drawn()) == 2


def test_who_dies_before_the_day_no_longer_counts(cast: Cast) -> None:
    (one,) = examiners(cast, 1)
    case = arranged(cast, wanted=1)
    move(case, "draw", cast.clerk)
    Person.objects.filter(pk=one.person_id).update(died_on=DAY)

    session = get_session(case.number)

    assert examiners_missing(session) == 1


def test_nobody_is_drawn_after_the_day_or_for_a_session_with_marks(cast: Cast) -> None:
    examiners(cast, 1)
    case = arranged(cast)
    with pytest.raises(Refused, match="评价以前抽取"):
        move(case, "draw", cast.clerk, on=DAY.replace(day=2))
    move(case, "cancel", cast.clerk)

    marked = examined(cast)
    move(marked, "mark", cast.clerk, marks="王师傅 88 91")
    with pytest.raises(SessionNotOpen):
        sittings.arrange(
            marked.number, own=sittings.Wanted(1, None), rule=sittings.Wanted(None, None), on=DAY
        )


def test_only_human_resources_files_and_nobody_themselves(cast: Cast) -> None:
    person = somebody("考评", 320, cast.district)

    with pytest.raises(NotEntitled):
        filed(cast, person, by=cast.clerk)
    with pytest.raises(ExaminerNotSound, match="不能为自己备案"):
        filed(cast, cast.person(cast.liu))
    with pytest.raises(ExaminerNotSound) as refused:
        sittings.file_examiner(person, [], instrument=" ", by=cast.liu, on=DAY)
    assert len(refused.value.reasons) == 2
    assert filed(cast, person).covers(SCOPE.occupation, SCOPE.highest)
    with pytest.raises(ExaminerNotSound, match="已经备案"):
        filed(cast, person)


def test_an_ended_examiner_is_drawn_no_more_and_declares_nothing(cast: Cast) -> None:
    (one,) = examiners(cast, 1)
    case = arranged(cast)

    with pytest.raises(ExaminerNotSound, match="理由"):
        sittings.end_examiner(one.pk, reason="", by=cast.liu, on=DAY)
    sittings.end_examiner(one.pk, reason="退休", by=cast.liu, on=DAY)

    with pytest.raises(TooFewExaminers):
        move(case, "draw", cast.clerk)
    with pytest.raises(NotEntitled):
        sittings.declare_relative(cast.person(cast.li), by=oneself(one.person), on=DAY)
    with pytest.raises(ExaminerNotSound):
        sittings.end_examiner(one.pk, reason="退休", by=cast.liu, on=DAY)
    assert Examiner.objects.get().ended_for == "退休"


def told(examiner: Examiner) -> list[str]:
    account = accounts_of([examiner.person_id])[examiner.person_id]
    messages = Message.objects.filter(to=str(account)).order_by("id")
    return list(messages.values_list("subject", flat=True))


def test_an_examiner_hears_of_being_drawn_replaced_and_of_a_session_called_off(cast: Cast) -> None:
    first, second = examiners(cast, 2)
    for one in (first, second):
        oneself(one.person)
    case = arranged(cast, wanted=1)
    move(case, "draw", cast.clerk)
    chosen = Assignment.objects.get().examiner
    other = second if chosen == first else first
    assert "您被抽为考评人员" in told(chosen)[0]
    assert told(other) == []

    move(case, "replace", cast.clerk, examiner=chosen.number, why="生病。")
    move(case, "draw", cast.clerk)
    move(case, "cancel", cast.clerk)

    assert "您不再担任考评人员" in told(chosen)[1]
    assert len(told(chosen)) == 2
    assert [one.partition("：")[0] for one in told(other)] == [
        "您被抽为考评人员",
        "您担任考评人员的评价不再举行",
    ]


def test_a_conflict_that_arises_after_the_day_does_not_undo_what_was_held(cast: Cast) -> None:
    (examiner,) = examiners(cast, 1)
    case = arranged(cast, wanted=1, percent=0)
    move(case, "draw", cast.clerk)
    session = get_session(case.number)
    later = DAY + timedelta(days=1)
    sittings.declare_relative(cast.person(cast.li), by=oneself(examiner.person), on=later)
    parties.employ(examiner.person, cast.bodies["works"], post="技师", by=CLOCK, on=later)

    assert conflicts_in(session) == {}
    assert examiners_missing(session) == 0
    move(case, "mark", cast.clerk, later, marks="王师傅 88 91\n小李 70 70")
