"""An assessor names who examines where nobody is drawn; whoever may not is told line by line."""

import json
from datetime import date, timedelta

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import ConditionsUnmet
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Person
from gongtu.parties.queries import accounts_of
from gongtu.policy import providers
from gongtu.policy.values import DecidedValue
from gongtu.provisions.c3_careers.grade_assessment.rules import POLICY
from gongtu.records.outbox.models import Message
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.models import Assignment, Examiner
from gongtu.registers.sittings.queries.examining import examiners_missing, known_to
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Candidate
from gongtu.registers.skills.queries import get_session
from gongtu.registers.skills.rows import RowsWrong
from gongtu.registers.skills.services import Scope
from tests.cast import DAY, FITTER, FOUNDED, Cast, oneself, somebody
from tests.factories.sessions import enrolled, planned
from tests.factories.sittings import arranged, examined, examiners, filed, move, named, outsider

BOTH = "王师傅 88 91\n小李 59 80"
NEXT = DAY + timedelta(days=1)


def standing() -> set[Examiner]:
    return {one.examiner for one in Assignment.objects.filter(stood_down_on=None)}


def name(cast: Cast, case: Case, *numbers: str, on: date = DAY) -> Case:
    return move(case, "name", cast.clerk, on, numbers="\n".join(numbers))


def told(examiner: Examiner) -> list[str]:
    account = accounts_of([examiner.person_id])[examiner.person_id]
    subjects = Message.objects.filter(to=str(account)).order_by("id")
    return [one.partition("：")[0] for one in subjects.values_list("subject", flat=True)]


def test_no_marks_are_taken_before_an_examiner_is_named(cast: Cast) -> None:
    case = enrolled(cast)

    for key, answers in (("mark", {"marks": BOTH}), ("judge", {})):
        with pytest.raises(ConditionsUnmet) as unmet:
            move(case, key, cast.clerk, **answers)
        assert [one.condition.key for one in unmet.value.findings] == ["enough-examiners"]
    named(cast, case)
    move(case, "mark", cast.clerk, marks=BOTH)

    assert set(Candidate.objects.values_list("theory", flat=True)) == {88, 59}


def test_each_line_that_names_nobody_who_may_says_why(cast: Cast) -> None:
    case = enrolled(cast)
    own = filed(cast, cast.person(cast.wang))
    (colleague,) = examiners(cast, 1, body=cast.bodies["works"])
    kin = filed(cast, somebody("王叔", 320, cast.district))
    sittings.declare_relative(cast.person(cast.li), by=oneself(kin.person), on=DAY)
    gone = filed(cast, somebody("退休考评", 321, cast.district))
    sittings.end_examiner(gone.pk, reason="退休", by=cast.liu, on=DAY)
    dead = filed(cast, somebody("故去考评", 322, cast.district))
    Person.objects.filter(pk=dead.person_id).update(died_on=DAY)
    low = sittings.file_examiner(
        somebody("初级考评", 323, cast.district),
        [Scope(FITTER, Grade.JUNIOR, Grade.JUNIOR)], instrument="证", by=cast.liu, on=FOUNDED,
    )  # fmt: skip
    lines = [
        outsider(cast).number, "K999999", "王师傅", own.number, colleague.number, kin.number,
        gone.number, dead.number, low.number,
    ]  # fmt: skip

    with pytest.raises(RowsWrong) as refused:
        name(cast, case, *lines)
    with pytest.raises(RowsWrong, match="第2行：应只写一个考评人员编号"):
        name(cast, case, outsider(cast).number, "K000001 K000002")

    words = [
        "没有编号为“K999999”", "没有编号为“王师傅”", "本人报考本场", "与考生同在一个单位",
        "与考生有亲属关系", "当日不在册", "当日不在册", "不能考评这一职业、等级",
    ]  # fmt: skip
    for line, (reason, said) in enumerate(zip(refused.value.reasons, words, strict=True), 2):
        assert reason.startswith(f"第{line}行：")
        assert said in reason
    assert standing() == set()


def test_the_number_of_a_relative_tells_nobody_whose_relative_it_is(cast: Cast) -> None:
    case = enrolled(cast)
    kin = filed(cast, somebody("王叔", 320, cast.district))
    sittings.declare_relative(cast.person(cast.li), by=oneself(kin.person), on=DAY)

    with pytest.raises(RowsWrong) as refused:
        name(cast, case, kin.number)

    assert "小李" not in str(refused.value)
    assert "王叔" not in str(refused.value)


def test_named_anew_replaces_and_each_hears_of_it(cast: Cast) -> None:
    first, second, third = examiners(cast, 3)
    for one in (first, second, third):
        oneself(one.person)
    case = enrolled(cast)

    name(cast, case, first.number.lower(), second.number, first.number)
    name(cast, case, second.number, third.number)

    assert standing() == {second, third}
    assert told(first) == ["您被写明为考评人员", "您不再担任考评人员"]
    assert told(second) == told(third) == ["您被写明为考评人员"]
    move(case, "cancel", cast.clerk)
    assert told(third)[1] == "您担任考评人员的评价不再举行"


def test_whom_a_conflict_keeps_out_later_no_longer_counts(cast: Cast) -> None:
    case = examined(cast)
    session = get_session(case.number)
    assert examiners_missing(session) == 0

    parties.employ(outsider(cast).person, cast.bodies["works"], post="技师", by=CLOCK, on=FOUNDED)

    assert examiners_missing(session) == 1
    with pytest.raises(ConditionsUnmet):
        move(case, "mark", cast.clerk, marks=BOTH)


def test_once_marks_stand_nobody_is_named_anew_unless_one_falls_away(cast: Cast) -> None:
    (other,) = examiners(cast, 1)
    case = examined(cast)
    move(case, "mark", cast.clerk, marks=BOTH)

    with pytest.raises(Refused, match="不能再改考评人员"):
        move(case, "name_late", cast.clerk, numbers=other.number)
    parties.employ(outsider(cast).person, cast.bodies["works"], post="技师", by=CLOCK, on=FOUNDED)
    with pytest.raises(ConditionsUnmet):
        move(case, "publish", cast.clerk)
    move(case, "name_late", cast.clerk, numbers=other.number)

    assert standing() == {other}
    assert move(case, "publish", cast.clerk).stage == "notice"


def test_of_an_arranged_session_examiners_are_drawn_and_not_named(cast: Cast) -> None:
    case = arranged(cast)

    with pytest.raises(Refused, match="考评人员由抽取产生"):
        name(cast, case, outsider(cast).number)

    assert standing() == set()


def test_who_was_named_before_the_session_is_arranged_has_to_be_drawn(cast: Cast) -> None:
    case = examined(cast)

    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    assert examiners_missing(get_session(case.number)) == 1
    move(case, "draw", cast.clerk)

    assert standing() == {outsider(cast)}
    assert Assignment.objects.get().draw is not None


def test_the_number_that_is_decided_has_to_be_reached(cast: Cast) -> None:
    first, second = examiners(cast, 2)
    case = enrolled(cast)
    name(cast, case, first.number)
    key = POLICY["examiners_required"].key
    value = DecidedValue(since=FOUNDED, value=2, instrument="测试", source="测试")
    before = providers.use_decisions(lambda asked: [value] if asked == key else [])
    try:
        with pytest.raises(ConditionsUnmet):
            move(case, "mark", cast.clerk, marks=BOTH)
        name(cast, case, first.number, second.number)
        assert move(case, "mark", cast.clerk, marks=BOTH).stage == "marked"
    finally:
        providers.use_decisions(before)


def test_after_the_day_whoever_was_on_the_roll_on_it_may_be_named(cast: Cast) -> None:
    one = outsider(cast)
    late = sittings.file_examiner(
        somebody("新考评", 324, cast.district),
        [Scope(FITTER, Grade.JUNIOR, Grade.SENIOR)], instrument="证", by=cast.liu, on=NEXT,
    )  # fmt: skip
    sittings.end_examiner(one.pk, reason="退休", by=cast.liu, on=NEXT)
    case = enrolled(cast)

    with pytest.raises(RowsWrong, match="当日不在册"):
        name(cast, case, late.number, on=NEXT)
    name(cast, case, one.number, on=NEXT)

    assert examiners_missing(get_session(case.number)) == 0


def test_those_who_examined_for_the_body_before_are_known_to_it(cast: Cast) -> None:
    (colleague,) = examiners(cast, 1)
    examined(cast)
    case = planned(cast, grade="intermediate")
    name(cast, case, colleague.number)
    parties.employ(colleague.person, cast.bodies["works"], post="技师", by=CLOCK, on=FOUNDED)
    filed(cast, somebody("不相识", 325, cast.district))
    move(case, "enrol", cast.clerk, names="王师傅", declared="已核对。")

    assert known_to(get_session(case.number)) == [outsider(cast)]


def test_the_archive_says_who_was_named(cast: Cast) -> None:
    case = examined(cast)

    told = sittings.archive(case.number, by=cast.clerk, on=DAY)

    assert told["sitting"] is None
    (one,) = told["examiners"]
    assert (one["number"], one["drawn"]) == (outsider(cast).number, False)
    assert "examiner-named" in {entry["kind"] for entry in told["history"]}
    assert json.dumps(told)
