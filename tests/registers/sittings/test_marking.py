"""Marks count once two people agree; otherwise a third looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import ConditionsUnmet
from gongtu.parties.access import NotEntitled
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.models import MarkEntry
from gongtu.registers.sittings.services import Line
from gongtu.registers.sittings.services.marking import _agreed
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Candidate
from gongtu.registers.skills.services import PassMarkUnknown, RowsWrong
from gongtu.registers.skills.services.results import entering
from gongtu.registers.skills.services.results.checking import Result
from gongtu.registers.skills.services.sessions import Marks
from tests.cast import DAY, FITTER, Cast
from tests.factories.sittings import arranged, examiners, move, second_clerk

LINE = Line(60, None)
MARK = st.none() | st.integers(0, 100)
Told = tuple[int | None, int | None]


@pytest.fixture
def case(cast: Cast) -> Case:
    """A session with its examiner drawn."""
    examiners(cast)
    return move(arranged(cast), "draw", cast.clerk)


def results() -> list[tuple[int | None, int | None, bool | None]]:
    return list(Candidate.objects.order_by("pk").values_list("theory", "practice", "passed"))


def test_equal_entries_of_two_people_settle_the_result(cast: Cast, case: Case) -> None:
    both = "王师傅 88 91\n小李 59 80"

    move(case, "mark", cast.clerk, marks=both)
    assert results() == [(None, None, None)] * 2
    move(case, "correct", second_clerk(cast), marks=both)

    assert results() == [(88, 91, True), (59, 80, False)]


def test_entries_that_differ_block_until_a_third_has_looked(cast: Cast, case: Case) -> None:
    second, third = second_clerk(cast), second_clerk(cast, 351)
    move(case, "mark", cast.clerk, marks="王师傅 88 91\n小李 61 80")
    move(case, "correct", second, marks="王师傅 88 91\n小李 59 80")

    with pytest.raises(ConditionsUnmet) as unmet:
        move(case, "publish", cast.clerk)
    for again in (cast.clerk, second):
        with pytest.raises(RowsWrong, match="您已经录入过"):
            move(case, "correct", again, marks="小李 59 80")
    move(case, "correct", third, marks="小李 59 80")

    assert "marks-agree" in {one.condition.key for one in unmet.value.findings}
    assert results() == [(88, 91, True), (59, 80, False)]
    assert MarkEntry.objects.count() == 5
    with pytest.raises(RowsWrong, match="复评或者申诉"):
        move(case, "correct", second_clerk(cast, 352), marks="小李 99 99")


def test_within_a_limit_that_is_decided_the_mean_counts(cast: Cast, case: Case) -> None:
    line = Line(60, 3)
    for clerk, marks in ((cast.clerk, "王师傅 88 91"), (second_clerk(cast), "王师傅 85 92")):
        sittings.enter_marks(case.number, marks, line=line, by=clerk, on=DAY)

    assert results()[0] == (86, 91, True)


def test_two_who_find_a_candidate_absent_agree_and_a_nought_is_something_else(
    cast: Cast, case: Case
) -> None:
    second, third = second_clerk(cast), second_clerk(cast, 351)
    move(case, "mark", cast.clerk, marks="王师傅 88 缺考\n小李 0 0")
    move(case, "correct", second, marks="王师傅 88 缺考\n小李 缺考 缺考")

    assert results() == [(88, None, False), (None, None, None)]
    move(case, "correct", third, marks="小李 缺考 缺考")

    assert results() == [(88, None, False), (None, None, False)]
    assert list(Candidate.objects.order_by("pk").values_list("absent", flat=True)) == [True, True]
    assert move(case, "sample", cast.clerk).stage == "marked"


def test_a_limit_does_not_make_a_mark_of_an_absence(cast: Cast, case: Case) -> None:
    line = Line(60, 100)
    for clerk, marks in ((cast.clerk, "王师傅 0 91"), (second_clerk(cast), "王师傅 缺考 91")):
        sittings.enter_marks(case.number, marks, line=line, by=clerk, on=DAY)

    assert results()[0] == (None, None, None)


def test_what_is_wrong_is_refused_whole(cast: Cast, case: Case) -> None:
    with pytest.raises(RowsWrong, match="第2行"):
        move(case, "mark", cast.clerk, marks="王师傅 88 91\n外人 70 70")
    with pytest.raises(RowsWrong, match="应在0至100之间"):
        move(case, "mark", cast.clerk, marks="王师傅 101 91")
    with pytest.raises(PassMarkUnknown):
        sittings.enter_marks(
            case.number, "王师傅 88 91", line=Line(None, None), by=cast.clerk, on=DAY
        )
    with pytest.raises(NotEntitled, match="本场考生"):
        sittings.enter_marks(case.number, "小李 99 99", line=LINE, by=cast.wang, on=DAY)

    assert not MarkEntry.objects.exists()


def test_results_of_a_file_do_not_enter_a_session_arranged_here(cast: Cast, case: Case) -> None:
    sitting = entering.Sitting(FITTER, Grade.SENIOR, DAY, "一号车间")
    row = Result(1, "王师傅", "", sitting, 80, 80, person=cast.wang.person)

    with pytest.raises(entering.SessionSettled, match="没有在平台作考务安排"):
        entering.enter([row], by=cast.clerk, on=DAY, tell=lambda _done, _total: None)

    assert results() == [(None, None, None)] * 2


@given(st.lists(st.tuples(MARK, MARK), min_size=1, max_size=3), st.none() | st.integers(0, 100))
def test_what_counts_lies_between_the_two_or_is_what_the_third_found(
    told: list[Told], tolerance: int | None
) -> None:
    found = _agreed([MarkEntry(theory=a, practice=b) for a, b in told], tolerance)

    if len(told) == 3:
        assert found == Marks(*told[2])
    elif len(told) == 1 or not all(near(*two, tolerance or 0) for two in zip(*told, strict=True)):
        assert found is None
    else:
        assert found is not None
        assert all(
            mark is two[0] is two[1] if None in two else min(two) <= mark <= max(two)
            for mark, two in zip(found, zip(*told, strict=True), strict=True)
        )


def near(first: int | None, second: int | None, tolerance: int) -> bool:
    if first is None or second is None:
        return first == second
    return abs(first - second) <= tolerance
