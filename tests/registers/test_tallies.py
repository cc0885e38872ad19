"""What indicators count of honours, abilities and graduates, and what stands behind a figure."""

from datetime import date

import pytest

from gongtu.engines.indicators.declare import Measure, Within
from gongtu.registers.education.queries import TECHNICAL_GRADUATES
from gongtu.registers.honours.queries import AWARDS_WON
from gongtu.registers.skills.queries.abilities import ABILITIES_CERTIFIED
from tests.scenarios.town import Town, found, furnish

YEAR = (date(2026, 1, 1), date(2027, 1, 1))
RECORDS = {
    "awards": [
        {"number": "J1", "contest": "大赛", "level": "city", "rank": 1, "awarded_on": YEAR[0]},
        {"number": "J2", "contest": "大赛", "level": "city", "rank": 1, "awarded_on": YEAR[1]},
    ],
    "abilities": [
        {"number": "N1", "name": "剪纸", "issued_on": YEAR[0]},
        {"number": "N2", "name": "剪纸", "issued_on": YEAR[1]},
    ],
    "degrees": [
        {
            "number": "A1", "level": "technical", "school_kind": "technician-college",
            "full_time": True, "began": date(2022, 9, 1), "finished": YEAR[0],
        },
        {
            "number": "A2", "level": "technical", "school_kind": "technician-college",
            "full_time": False, "began": date(2022, 9, 1), "finished": YEAR[0],
        },
        {"number": "A3", "level": "college", "began": date(2022, 9, 1), "finished": YEAR[0]},
    ],
}  # fmt: skip
MEASURES = [(AWARDS_WON, "J1"), (ABILITIES_CERTIFIED, "N1"), (TECHNICAL_GRADUATES, "A1")]


@pytest.fixture
def town(db: None) -> Town:
    town = found()
    furnish(town, RECORDS)
    return town


@pytest.mark.parametrize(("measure", "number"), MEASURES)
def test_only_what_lies_in_the_span_is_counted_and_shown(
    town: Town, measure: Measure, number: str
) -> None:
    within = Within(*YEAR)

    assert measure.tally(within) == {"": 1}
    assert measure.tally(within, by="division") == {"370202": 1}
    assert [one.key for one in measure.behind(within, limit=9)] == [number]
    assert list(measure.behind(within, limit=9, after=number)) == []


@pytest.mark.parametrize(("measure", "number"), MEASURES)
def test_another_division_counts_none_of_it(town: Town, measure: Measure, number: str) -> None:
    assert measure.tally(Within(*YEAR, division="370203")) == {"": 0}
