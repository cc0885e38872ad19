"""A candidate's appeal: within the notice, by somebody else than who entered the mark."""

from datetime import date
from typing import Any

import pytest

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import ConditionsUnmet
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.registers.sittings.models import MarkReview
from gongtu.registers.sittings.services import AppealNotOpen
from gongtu.registers.skills.models import Candidate, Certificate
from gongtu.registers.skills.rows import RowsWrong
from tests.cast import DAY, Cast
from tests.factories.sittings import arranged, examiners, move, on_notice, second_clerk

BOTH = "王师傅 59 91\n小李 80 80"
AFTER = DAY.replace(day=20)


def published(cast: Cast) -> Case:
    """The results of two candidates on public notice, entered by two clerks."""
    examiners(cast)
    case = move(arranged(cast, percent=0), "draw", cast.clerk)
    move(case, "mark", cast.clerk, marks=BOTH)
    move(case, "correct", second_clerk(cast), marks=BOTH)
    return move(case, "publish", cast.clerk)


def appeal(cast: Cast, case: Case, by: Capacity, *, on: date = DAY, **more: Any) -> Case:
    told = {
        "session": case.number,
        "body": str(cast.bodies["works"].pk),
        "told": "漏评一项。",
        **more,
    }
    return casework.open_case("result-appeal", answers=told, by=by, on=on)


def test_an_appeal_is_decided_by_another_keeps_both_marks_and_holds_certificates_back(
    cast: Cast,
) -> None:
    session = published(cast)
    mine = appeal(cast, session, cast.wang)
    found = {"theory": 62, "practice": 91}

    def decide(by: Capacity) -> Case:
        return casework.make_move(
            mine.number, "correct", answers=found, reason="漏评三分。", by=by, on=DAY
        )

    with pytest.raises(ConditionsUnmet) as unmet:
        move(session, "issue", cast.clerk, on=AFTER)
    with pytest.raises(NotEntitled, match="没有录入过这项成绩"):
        decide(cast.clerk)
    with pytest.raises(AppealNotOpen, match="已有一件申诉"):
        appeal(cast, session, cast.wang)
    decide(second_clerk(cast, 351))
    move(session, "issue", cast.clerk, on=AFTER)

    assert "appeals-decided" in {one.condition.key for one in unmet.value.findings}
    review = MarkReview.objects.get()
    assert (review.theory_before, review.theory, review.case_number) == (59, 62, mine.number)
    assert Candidate.objects.get(person=cast.wang.person).passed is True
    assert Certificate.objects.count() == 2
    assert mine.letters.get().title == "成绩申诉更正通知书"


def test_an_absence_that_was_noted_wrongly_is_corrected_and_stands_beside(cast: Cast) -> None:
    case = on_notice(cast, "王师傅 缺考 91\n小李 缺考 70")
    mine, by = appeal(cast, case, cast.wang), second_clerk(cast, 351)

    def decide(**found: int) -> Case:
        return casework.make_move(
            mine.number, "correct", answers=found, reason="签到表有本人签名。", by=by, on=DAY
        )

    with pytest.raises(RowsWrong, match="原来有成绩的一项"):
        decide(theory=75)
    decide(theory=75, practice=91)

    review = MarkReview.objects.get()
    assert (review.theory_before, review.theory, review.is_changed) == (None, 75, True)
    found = Candidate.objects.get(person=cast.wang.person)
    assert (found.theory, found.absent, found.passed) == (75, False, True)


def test_a_part_from_which_they_were_absent_stays_so_where_it_is_left_out(cast: Cast) -> None:
    case = on_notice(cast, "王师傅 50 缺考\n小李 80 70")
    mine, by = appeal(cast, case, cast.wang), second_clerk(cast, 351)

    casework.make_move(
        mine.number, "correct", answers={"theory": 65}, reason="漏评一题。", by=by, on=DAY
    )

    found = Candidate.objects.get(person=cast.wang.person)
    assert (found.theory, found.practice, found.absent, found.passed) == (65, None, True, False)
    letter = mine.letters.get()
    assert "理论65、技能缺考" in letter.zh
    assert "theory 65, practice absent" in letter.en


def test_only_a_candidate_appeals_to_who_assessed_them_while_the_notice_runs(cast: Cast) -> None:
    session = published(cast)

    with pytest.raises(AppealNotOpen, match="没有您的成绩"):
        appeal(cast, session, cast.stranger)
    with pytest.raises(AppealNotOpen, match="“甲公司”"):
        appeal(cast, session, cast.wang, body=str(cast.bodies["other"].pk))
    with pytest.raises(AppealNotOpen, match="现在没有公示"):
        appeal(cast, session, cast.wang, on=AFTER)


def test_of_a_session_that_was_not_arranged_whoever_entered_the_marks_decides_nothing(
    cast: Cast,
) -> None:
    case = on_notice(cast, BOTH)
    mine = appeal(cast, case, cast.wang)

    with pytest.raises(NotEntitled, match="没有录入过这项成绩"):
        casework.make_move(mine.number, "keep", reason="已核对。", by=cast.clerk, on=DAY)
    by = second_clerk(cast, 351)
    assert casework.make_move(mine.number, "keep", reason="已核对。", by=by, on=DAY).stage == "kept"
