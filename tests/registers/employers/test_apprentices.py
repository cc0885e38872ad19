"""Apprenticeships on record: who may have one, how it ends, and what the ladder reads of it."""

from datetime import date
from typing import Any

import pytest

from gongtu.engines.casework.services import make_move
from gongtu.parties.capacity import CLOCK
from gongtu.records.journal.queries import list_chain
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.choices import Partner
from gongtu.registers.employers.models import Apprentice
from gongtu.registers.employers.queries import NotOnRecord, apprenticed
from gongtu.registers.employers.services import ApprenticeshipUnfit
from tests.cast import DAY, FITTER, Cast
from tests.factories.apprentices import SINCE, UNTIL, apprentice

COOK = "4-03-02-01"
LATER = date(2026, 12, 1)


def stands(cast: Cast, on: date = LATER, occupation: str = FITTER) -> bool | None:
    who = cast.wang.person
    assert who is not None
    return apprenticed([who], occupation, on=on)[who]


def test_nothing_is_known_where_none_is_on_record(cast: Cast) -> None:
    assert stands(cast) is None


def test_it_goes_on_until_its_completion_is_recorded(cast: Cast) -> None:
    case = apprentice(cast, on=SINCE)
    assert stands(cast) is False
    assert stands(cast, on=date(2026, 3, 1)) is None

    make_move(case.number, "finish", by=cast.clerk, on=UNTIL)

    assert stands(cast, on=UNTIL) is True
    assert stands(cast, on=date(2026, 8, 31)) is False
    assert stands(cast, occupation=COOK) is None
    told = [entry.kind for entry in list_chain(f"person:{cast.wang.person}")]
    assert told[-2:] == ["apprenticed", "apprenticeship-finished"]


def test_one_broken_off_tells_nothing_of_others(cast: Cast) -> None:
    case = apprentice(cast)

    make_move(case.number, "break_off", reason="本人离职。", by=cast.clerk, on=DAY)

    assert stands(cast) is None
    again = apprentice(cast, since="2026-04-01", until=DAY.isoformat())
    make_move(again.number, "finish", by=cast.clerk, on=LATER)
    assert stands(cast) is True


def test_a_class_of_the_enterprise_may_be_named_and_no_other(cast: Cast) -> None:
    agreed = employers.Agreed(partner=Partner.SCHOOL, began_on=SINCE, years=1, apprentices=3)
    own = employers.open_class(cast.bodies["works"].pk, agreed, by=CLOCK, on=DAY)
    other = employers.open_class(cast.bodies["other"].pk, agreed, by=CLOCK, on=DAY)

    with pytest.raises(NotOnRecord):
        apprentice(cast, taught_in=other.key)
    apprentice(cast, taught_in=own.key)

    assert Apprentice.objects.get().taught_in == own


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"until": "2026-03-02"}, "届满日应晚于开始日"),
        ({"since": "2027-01-01", "until": "2028-01-01"}, "不能晚于登记当日"),
        ({"since": "2001-01-01"}, "不是本单位在册职工"),
    ],
)
def test_what_cannot_be_is_refused_in_words(cast: Cast, told: dict[str, Any], reason: str) -> None:
    with pytest.raises(ApprenticeshipUnfit, match=reason):
        apprentice(cast, **told)
    assert not Apprentice.objects.exists()


def test_somebody_learns_an_occupation_once_at_a_time(cast: Cast) -> None:
    apprentice(cast)

    with pytest.raises(ApprenticeshipUnfit, match="尚未期满或者中止"):
        apprentice(cast)


def test_somebody_of_another_enterprise_is_no_apprentice_here(cast: Cast) -> None:
    with pytest.raises(ApprenticeshipUnfit, match="不是本单位在册职工"):
        apprentice(cast, apprentice=str(cast.stranger.person))
