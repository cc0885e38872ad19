"""Seats are taken by one each, given back, and drawn so that anybody can follow."""

from datetime import date

import pytest

from gongtu.base.draws import in_drawn_order
from gongtu.base.errors import Refused
from gongtu.engines.casework.models import Case
from gongtu.parties.access import NotEntitled
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.ladder.services import NotKnownToBeOpen, NotYetOpen
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.models import Draw, Sitting
from gongtu.registers.sittings.queries import list_open, seats_in, ticket_of
from gongtu.registers.sittings.services import RegistrationShut, SeatTaken
from gongtu.registers.skills.models import Candidate
from gongtu.registers.skills.rows import RowsWrong
from tests.cast import DAY, FITTER, FOUNDED, Cast
from tests.factories import skills
from tests.factories.sessions import planned
from tests.factories.sittings import move

LATER = DAY.replace(day=20)


def opened(cast: Cast, rooms: str = "一号机房 1", on: date = DAY) -> Case:
    """A session one registers for, while everybody's standard and years are known."""
    skills.seasoned(cast)
    StandardWording.objects.get_or_create(
        occupation_id=FITTER, since=FOUNDED, defaults={"wording": "2023", "source": "标准"}
    )
    case = planned(cast, planned_on=on)
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    return move(case, "open_up", cast.clerk, rooms=rooms)


def taken(case: Case) -> tuple[int, int]:
    return Sitting.objects.values_list("taken", "capacity").get(session__case_number=case.number)


def test_the_last_seat_goes_to_one_and_the_other_is_offered_the_next(cast: Cast) -> None:
    case, following = opened(cast), opened(cast, on=LATER)

    sittings.register(case.number, by=cast.wang, on=DAY)
    with pytest.raises(SeatTaken) as refused:
        sittings.register(case.number, by=cast.li, on=DAY)
    with pytest.raises(RegistrationShut, match="已经在本场考生名单中"):
        sittings.register(case.number, by=cast.wang, on=DAY)

    assert refused.value.next_case == following.number
    assert following.number in refused.value.reasons[1]
    assert taken(case) == (1, 1)
    sittings.give_back(case.number, by=cast.wang, on=DAY)
    sittings.register(case.number, by=cast.li, on=DAY)
    assert Candidate.objects.get().person == cast.person(cast.li)
    assert taken(case) == (1, 1)


def test_who_may_not_apply_or_works_elsewhere_takes_no_seat(cast: Cast) -> None:
    case = opened(cast, "一号机房 9")
    wang = cast.person(cast.wang).memberships

    with pytest.raises(RegistrationShut, match="只面向本单位职工"):
        sittings.register(case.number, by=cast.stranger, on=DAY)
    with pytest.raises(NotEntitled):
        sittings.register(case.number, by=cast.clerk, on=DAY)
    wang.filter(until__isnull=False).delete()
    with pytest.raises((NotYetOpen, NotKnownToBeOpen)):
        sittings.register(case.number, by=cast.wang, on=DAY)
    with pytest.raises(RegistrationShut, match="没有报名"):
        sittings.give_back(case.number, by=cast.wang, on=DAY)
    with pytest.raises(RegistrationShut, match="已经结束"):
        sittings.register(case.number, by=cast.li, on=LATER)

    assert taken(case) == (0, 9)


def test_rooms_and_seats_are_drawn_and_nobody_comes_or_goes_after(cast: Cast) -> None:
    case = opened(cast, "一号机房 1\n二号机房 3")
    for worker in (cast.wang, cast.li):
        sittings.register(case.number, by=worker, on=DAY)

    works = [cast.bodies["works"].pk]
    assert list_open(works, on=DAY).exists()

    move(case, "seat", cast.clerk)

    assert not list_open(works, on=DAY).exists()
    told = Draw.objects.get(kind="seats")
    assert told.chosen == in_drawn_order(map(ticket_of, Candidate.objects.all()), seed=told.seed)
    seats = seats_in(told.sitting)
    assert [seats[ticket] for ticket in told.chosen] == [("一号机房", 1), ("二号机房", 1)]
    with pytest.raises(RegistrationShut, match="已经抽定"):
        sittings.give_back(case.number, by=cast.wang, on=DAY)


@pytest.mark.parametrize("rooms", ["", "一号机房", "一号机房 0", "甲 1\n甲 2"])
def test_rooms_without_seats_are_refused(cast: Cast, rooms: str) -> None:
    case = planned(cast)
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)

    with pytest.raises(Refused):
        move(case, "open_up", cast.clerk, rooms=rooms)
    with pytest.raises(RegistrationShut, match="没有开放报名"):
        sittings.register(case.number, by=cast.wang, on=DAY)


def test_more_candidates_than_seats_are_refused(cast: Cast) -> None:
    skills.seasoned(cast)
    case = planned(cast)
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    move(case, "enrol", cast.clerk, names="王师傅\n小李", declared=skills.CHECKED)

    with pytest.raises(RowsWrong, match="已有2名考生"):
        move(case, "open_up", cast.clerk, rooms="一号机房 1")
    with pytest.raises(RegistrationShut, match="已经结束"):
        move(case, "enrol", cast.clerk, on=LATER, names="小李", declared=skills.CHECKED)
