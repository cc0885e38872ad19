"""Results put to use: who contributed, what came of it, and each one's part to the fen."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from gongtu.base.money import Yuan
from gongtu.parties.capacity import CLOCK
from gongtu.registers.innovation import queries
from gongtu.registers.innovation import services as innovation
from gongtu.registers.innovation.choices import Way
from gongtu.registers.innovation.facts import Reward
from gongtu.registers.innovation.known import parts_known
from gongtu.registers.innovation.models import Transformation
from tests.cast import DAY, Cast
from tests.snapshots import town

RESULT = innovation.Result(
    name="新型工装", way=Way.TRANSFER, began_on=date(2024, 5, 1), source="转让合同", agreed=False
)


def put_to_use(cast: Cast, *shares: str, result: innovation.Result = RESULT) -> Transformation:
    people = [UUID(str(who.person)) for who in (cast.wang, cast.li)]
    told = dict(zip(people, map(Decimal, shares), strict=False))
    return innovation.record_transformation(cast.bodies["works"].pk, result, told, by=CLOCK, on=DAY)


def test_what_came_of_it_is_parted_by_share(cast: Cast) -> None:
    found = put_to_use(cast, "66.67", "33.33")

    parts = innovation.record_gain(found, 2025, Yuan("100000.00"), by=CLOCK, on=DAY)

    assert [Yuan.of_fen(part.part) for part in parts] == [Yuan("66670.00"), Yuan("33330.00")]
    assert [part.turn for part in parts] == [2, 2]
    assert list(queries.list_transformations(cast.bodies["works"].pk)) == [found]


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        (("60", "39.99"), "合计应为100%"),
        (("100", "0"), "应大于零"),
        (("66.666", "33.334"), "最多两位小数"),
        ((), "合计应为100%"),
    ],
)
def test_shares_that_make_no_whole_are_refused(cast: Cast, shares: tuple, says: str) -> None:
    with pytest.raises(innovation.SharesWrong, match=says):
        put_to_use(cast, *shares)
    assert not Transformation.objects.exists()


def test_gains_of_a_year_are_told_once(cast: Cast) -> None:
    found = put_to_use(cast, "100")
    innovation.record_gain(found, 2025, Yuan(1), by=CLOCK, on=DAY)

    with pytest.raises(innovation.YearTold, match="2025"):
        innovation.record_gain(found, 2025, Yuan(2), by=CLOCK, on=DAY)


def test_only_years_that_are_over_are_told_of(cast: Cast) -> None:
    found = put_to_use(cast, "100")
    innovation.record_gain(found, 2025, Yuan(1), by=CLOCK, on=DAY)
    innovation.record_gain(found, 2026, Yuan(1), by=CLOCK, on=DAY)

    (told,) = parts_known(UUID(str(cast.wang.person)), on=DAY)

    assert told.title == "新型工装 2025"
    assert told.facts["Reward.ends_on"].value == date(2025, 12, 31)


def test_over_the_city_each_part_is_as_when_asked_alone(cast: Cast) -> None:
    found = put_to_use(cast, "60", "40")
    own = innovation.Result(name="工艺", way=Way.OWN_USE, began_on=date(2023, 1, 1), source="台账")
    other = put_to_use(cast, "100", result=own)
    for result, year in ((found, 2024), (found, 2025), (found, 2026), (other, 2025)):
        innovation.record_gain(result, year, Yuan("12345.67"), by=CLOCK, on=DAY)
    paid = queries.list_parts(UUID(str(cast.wang.person)))[0]
    innovation.record_paid(paid.pk, by=CLOCK, on=DAY)
    alone = {
        told.key: told.facts
        for who in (cast.wang, cast.li)
        for told in parts_known(UUID(str(who.person)), on=DAY)
    }

    frame = town(DAY).frame("reward")

    assert set(frame.keys) == alone.keys()
    assert len(alone) == 5
    for row, key in enumerate(frame.keys):
        for fact in Reward.facts.values():
            assert frame.columns[fact.key].of(row, fact.kind) == alone[key][fact.key].value
