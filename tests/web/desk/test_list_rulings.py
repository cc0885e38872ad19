"""The office reads which row each ruling went by, opens its case, and narrows the list."""

from datetime import date, timedelta

from django.urls import reverse

from gongtu.engines.casework.models import Case
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.indicators.declare import Within
from gongtu.registers.equivalence import services as equivalence
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.equivalence.queries import rulings
from gongtu.web.asking import PAGE
from tests.cast import DAY, FITTER, Cast
from tests.web.costs import queries_of

Way = tuple[Side, Rung]
ADDRESS = reverse("desk:list_rulings")
ASSISTANT, SENIOR = (
    (Side.GRADE, Rung(Side.TITLE, "assistant")),
    (Side.TITLE, Rung(Side.GRADE, "senior")),
)
APPLIED = {
    "occupation": FITTER, "level": "assistant", "series": "engineering",
    "speciality": "机械装配", "work": "装配线",
}  # fmt: skip


def ruled(
    cast: Cast, serial: int, outcome: Outcome = Outcome.GRANTED, wanted: Way = ASSISTANT
) -> str:
    number = f"2026{serial:07d}"
    key = "title-application" if wanted is ASSISTANT else "professional-assessment"
    Case.objects.create(
        number=number, procedure=key, version=get_procedure(key).version, title="申报",
        division=cast.district, opened_on=DAY, opener_role="worker",
        opener_person_id=cast.wang.person, stage="granted", stage_since=DAY, answers=APPLIED,
    )  # fmt: skip
    asked = equivalence.Wanted(cast.wang.person, *wanted, FITTER)
    leads_to = f"G{serial}" if outcome is Outcome.GRANTED else ""
    decided = equivalence.Decided(number, DAY - timedelta(days=9), outcome, leads_to)
    equivalence.record_ruling(asked, decided, by=cast.liu, on=DAY)
    return number


def shown(cast: Cast, **asked: str) -> str:
    return cast.client(cast.liu).get(ADDRESS, asked).content.decode()


def test_each_ruling_names_its_row_and_opens_its_case(cast: Cast) -> None:
    assert "还没有按双向比照作出的决定" in shown(cast)
    first, second = ruled(cast, 1), ruled(cast, 2, Outcome.DECLINED, SENIOR)

    both, one = shown(cast), shown(cast, row="senior-to-assistant", outcome="granted")

    assert first in both
    assert second in both
    assert first in one
    assert second not in one
    assert cast.client(cast.liu).get(reverse("cases:show_case", args=[first])).status_code == 200
    assert "没有符合条件的决定" in shown(cast, row="senior-to-assistant", outcome="declined")


def test_figure_of_rulings_opens_the_cases_behind_it(cast: Cast) -> None:
    first, second = ruled(cast, 1), ruled(cast, 2)
    year = Within(date(2026, 1, 1), date(2027, 1, 1))
    granted = rulings(Side.GRADE, Outcome.GRANTED)

    assert granted.tally(year) == {"": 2}
    assert [one.key for one in granted.behind(year, limit=9)] == [first, second]
    assert [one.key for one in granted.behind(year, limit=9, after=first)] == [second]


def test_what_another_division_decided_is_not_listed_and_a_strange_filter_is_refused(
    cast: Cast,
) -> None:
    number = ruled(cast, 1)
    client = cast.client(cast.liu)
    Case.objects.update(division=cast.district.parent)

    assert number not in shown(cast)
    assert number in cast.client(cast.zheng).get(ADDRESS).content.decode()
    assert client.get(ADDRESS, {"row": "x"}).status_code >= 400
    assert client.get(ADDRESS, {"outcome": "x"}).status_code >= 400


def test_page_is_bounded_and_costs_the_same_at_any_length(cast: Cast) -> None:
    ruled(cast, 1)
    few = queries_of(cast.client(cast.liu), ADDRESS)
    for serial in range(2, PAGE + 3):
        ruled(cast, serial)

    assert queries_of(cast.client(cast.liu), ADDRESS) == few
    assert shown(cast).count("日申请") == PAGE
    assert "下一页" in shown(cast)
