"""Qualifications issued elsewhere: recorded once, withdrawn, and asked by equivalence."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from gongtu.engines.indicators.declare import Within
from gongtu.parties.capacity import CLOCK
from gongtu.policy.city import active_city
from gongtu.records.journal.models import JournalEntry
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Rung, load_rows
from gongtu.registers.equivalence.queries import standing_of
from gongtu.registers.qualifications import services
from gongtu.registers.qualifications.choices import Kind, State
from gongtu.registers.qualifications.models import Qualification
from gongtu.registers.qualifications.queries import (
    QUALIFICATIONS_RECORDED,
    kinds_in_force,
    list_qualifications,
)
from gongtu.registers.qualifications.services import Issued
from tests.scenarios.town import Town

ON = date(2026, 9, 1)
LAST = date(2027, 5, 31)
TOLD = Issued("焊工", "H1", Kind.ACCESS, "", "某部门", date(2024, 6, 1), LAST)
ROW = """
access-to-assistant:
  from: {qualification: access}
  to: {title: assistant}
  gives: treated-as
  basis: {article: 24, paragraph: 1}
  statements:
    - {from: 2020-01-01, confidence: high, instrument: 甲, instrument_en: A, source: 乙,
       source_en: B}
"""


@pytest.fixture
def confirmed(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "equivalences.yaml"
    path.write_text(ROW, "utf8")
    load_rows(path)
    yield
    load_rows(active_city().equivalences_path)


def record(town: Town, told: Issued = TOLD, *, who: str = "master", case: str = "1") -> None:
    services.record_qualification(
        town.people[who].pk, told, compared_with="官方登记", case_number=case, by=CLOCK, on=ON
    )


def held(town: Town, on: date = ON) -> set[Kind]:
    return kinds_in_force(town.people["master"].pk, on=on)


def test_it_counts_from_its_recording_to_the_last_day_it_is_valid(town: Town) -> None:
    record(town)

    assert held(town, ON - timedelta(days=1)) == set()
    assert held(town) == {Kind.ACCESS}
    assert held(town, LAST) == {Kind.ACCESS}
    assert held(town, LAST + timedelta(days=1)) == set()
    assert list_qualifications(town.people["master"].pk).get().state_on(LAST) is State.IN_FORCE


def test_one_that_does_not_end_counts_on(town: Town) -> None:
    record(town, TOLD._replace(valid_through=None))

    assert held(town, date(2099, 1, 1)) == {Kind.ACCESS}


def test_what_the_issuer_withdrew_stays_on_record_and_counts_no_more(town: Town) -> None:
    record(town)

    services.withdraw_qualification("1", by=CLOCK, on=date(2026, 10, 1))

    one = list_qualifications(town.people["master"].pk).get()
    assert held(town, date(2026, 9, 30)) == {Kind.ACCESS}
    assert held(town, date(2026, 10, 1)) == set()
    assert one.state_on(date(2026, 10, 1)) is State.WITHDRAWN
    chain = JournalEntry.objects.filter(chain=f"person:{one.person_id}").order_by("pk")
    kinds = [kind for kind in chain.values_list("kind", flat=True) if "qualification" in kind]
    assert kinds == ["qualification-recorded", "qualification-withdrawn"]
    with pytest.raises(services.NotOnRecord, match="已经撤销"):
        services.withdraw_qualification("1", by=CLOCK, on=date(2026, 10, 2))


def test_renewal_takes_the_place_of_what_was_on_record(town: Town) -> None:
    record(town)

    record(town, TOLD._replace(valid_through=date(2033, 5, 31)), case="2")

    one = Qualification.objects.get()
    assert (one.case_number, one.valid_through) == ("2", date(2033, 5, 31))
    with pytest.raises(services.NotOnRecord):
        services.withdraw_qualification("1", by=CLOCK, on=ON)


def test_number_of_somebody_else_is_refused(town: Town) -> None:
    record(town)

    other = next(name for name in town.people if town.people[name] != town.people["master"])
    with pytest.raises(services.QualificationTaken, match="焊工H1已登记在他人名下"):
        record(town, who=other, case="2")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (TOLD._replace(issued_on=date(2026, 9, 2)), "还没有到"),
        (TOLD._replace(valid_through=date(2024, 5, 31)), "早于颁发日期"),
    ],
)
def test_days_that_cannot_be_are_refused(town: Town, told: Issued, says: str) -> None:
    with pytest.raises(services.DaysImpossible, match=says):
        record(town, told)


def test_row_that_begins_on_it_opens_by_the_record(town: Town, confirmed: None) -> None:
    person = town.people["master"].pk
    assert not any(one.answers for one in standing_of(person, on=ON))

    record(town)

    *_, beside = standing_of(person, on=ON)
    assert Rung(Side.QUALIFICATION, "access") in beside.held
    assert [(one.row.key, one.opens) for one in beside.answers] == [("access-to-assistant", True)]


def test_one_of_the_other_class_opens_no_row_of_access(town: Town, confirmed: None) -> None:
    record(town, TOLD._replace(kind=Kind.LEVEL))

    *_, beside = standing_of(town.people["master"].pk, on=ON)
    assert beside.answers == ()


def test_row_that_is_not_confirmed_is_not_known(town: Town) -> None:
    record(town)

    *_, beside = standing_of(town.people["master"].pk, on=ON)
    (found,) = [one for one in beside.answers if one.row.key == "qualification-to-title"]
    assert found.opens is None


def test_they_are_counted_where_the_holder_lives(town: Town) -> None:
    record(town)

    year = Within(date(2026, 1, 1), date(2027, 1, 1))
    assert QUALIFICATIONS_RECORDED.tally(year) == {"": 1}
    assert [one.key for one in QUALIFICATIONS_RECORDED.behind(year, limit=9)] == ["H1"]
