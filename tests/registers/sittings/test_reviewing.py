"""A sample is marked again before anything is published, and incidents stand on record."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.draws import in_drawn_order, share_of
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import ConditionsUnmet
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.choices import IncidentKind
from gongtu.registers.sittings.models import Draw, MarkReview
from gongtu.registers.sittings.queries import list_incidents, ticket_of
from gongtu.registers.sittings.services import Happening, IncidentNotSound, NothingToSample
from gongtu.registers.skills.models import Candidate
from gongtu.registers.skills.rows import RowsWrong
from tests.cast import DAY, Cast
from tests.factories.sittings import arranged, examiners, move, second_clerk

BOTH = "王师傅 88 91\n小李 59 80"


def settled(cast: Cast, percent: int) -> Case:
    """Both have their marks by two clerks."""
    examiners(cast)
    case = move(arranged(cast, percent=percent), "draw", cast.clerk)
    move(case, "mark", cast.clerk, marks=BOTH)
    return move(case, "correct", second_clerk(cast), marks=BOTH)


def test_the_sample_is_drawn_reviewed_by_another_and_both_marks_are_kept(cast: Cast) -> None:
    case, third = settled(cast, 50), second_clerk(cast, 351)
    with pytest.raises(ConditionsUnmet):
        move(case, "publish", cast.clerk)

    move(case, "sample", cast.clerk)
    drawn = Draw.objects.get(kind="sample")
    by_ticket = {ticket_of(one): one for one in Candidate.objects.select_related("person")}
    chosen = by_ticket.pop(drawn.chosen[0])
    (other,) = by_ticket.values()
    with pytest.raises(RowsWrong, match="是您录入的"):
        move(case, "review", cast.clerk, reviews=f"{chosen.person.name} 70 70")
    with pytest.raises(RowsWrong, match="没有抽中复评"):
        move(case, "review", third, reviews=f"{other.person.name} 70 70")
    move(case, "review", third, reviews=f"{chosen.person.name} 70 40")

    assert drawn.chosen == in_drawn_order(drawn.pool, seed=drawn.seed)[:1]
    review = MarkReview.objects.get()
    assert (review.theory_before, review.practice_before) == (chosen.theory, chosen.practice)
    chosen.refresh_from_db()
    assert (chosen.theory, chosen.practice, chosen.passed) == (70, 40, False)
    assert move(case, "publish", cast.clerk).stage == "notice"


def test_a_candidate_who_is_found_absent_when_marked_again_does_not_pass(cast: Cast) -> None:
    case, third = settled(cast, 100), second_clerk(cast, 351)
    move(case, "sample", cast.clerk)

    move(case, "review", third, reviews="王师傅 88 缺考\n小李 59 80")

    changed, same = MarkReview.objects.order_by("candidate")
    assert (changed.practice_before, changed.practice, changed.is_changed) == (91, None, True)
    assert not same.is_changed
    found = Candidate.objects.get(person=cast.wang.person)
    assert (found.theory, found.practice, found.absent, found.passed) == (88, None, True, False)


def test_a_share_of_nought_draws_nobody_and_publishes(cast: Cast) -> None:
    case = settled(cast, 0)

    with pytest.raises(NothingToSample):
        move(case, "sample", cast.clerk)

    assert move(case, "publish", cast.clerk).stage == "notice"


def test_an_incident_is_noted_once_it_happened(cast: Cast) -> None:
    case = arranged(cast)
    told = Happening(IncidentKind.EQUIPMENT, "停电十分钟，顺延。", DAY, "全体考生")

    sittings.note_incident(case.number, told, by=cast.clerk, on=DAY)
    for wrong in (
        Happening(IncidentKind.OTHER, " ", DAY),
        Happening(IncidentKind.OTHER, "将要停电。", DAY + timedelta(days=1)),
    ):
        with pytest.raises(IncidentNotSound):
            sittings.note_incident(case.number, wrong, by=cast.clerk, on=DAY)

    (noted,) = list_incidents(case.number)
    assert (noted.told, noted.noted_by_id) == (told.told, cast.clerk.person)


@given(st.integers(0, 10_000), st.integers(0, 100))
def test_a_share_is_never_less_than_asked_nor_one_more(count: int, percent: int) -> None:
    taken = share_of(count, Decimal(percent))

    assert count * percent <= taken * 100 < count * percent + 100
