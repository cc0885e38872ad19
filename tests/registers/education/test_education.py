"""Schooling on record: what is the highest, what raises it, and what was paid for."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.entitlement.earlier import Earlier
from gongtu.registers.education import services as education
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.education.known import degrees_known, education_known, highest_of
from gongtu.registers.education.models import Degree
from gongtu.registers.education.queries import DegreeUnknown, get_own
from tests.scenarios.town import Town

CASE = "20260000001"


def study(
    town: Town,
    number: str,
    level: Level,
    began: date,
    finished: date | None,
    qualified: Qualified = Qualified.NONE,
) -> UUID:
    master = town.people["master"].pk
    told = education.Study(number, level, "某学校", SchoolKind.OPEN_UNIVERSITY, full_time=False)
    by = town.roles["hrss"]
    education.enrol(master, told, source="学校报送", by=by, on=began)
    if finished:
        education.graduate(number, qualified=qualified, by=by, on=finished)
    return UUID(str(master))


def test_the_highest_finished_by_the_day_counts(town: Town) -> None:
    study(town, "A1", Level.COLLEGE, date(2015, 9, 1), date(2018, 7, 1))
    person = study(town, "A2", Level.BACHELOR, date(2023, 9, 1), date(2026, 7, 1))

    before = education_known(person, on=date(2026, 6, 30))
    after = education_known(person, on=date(2026, 7, 1))

    assert before["Education.highest"].value is Level.COLLEGE
    assert after["Education.highest"].value is Level.BACHELOR
    assert after["Education.since"].value == date(2026, 7, 1)


def test_without_a_record_nothing_is_known(town: Town) -> None:
    assert education_known(town.people["master"].pk, on=date(2026, 7, 1)) == {}


def test_a_degree_above_all_before_it_raises_and_an_equal_one_does_not(town: Town) -> None:
    study(town, "A1", Level.UPPER_SECONDARY, date(2009, 9, 1), date(2012, 7, 1))
    study(town, "A2", Level.TECHNICAL, date(2012, 9, 1), date(2015, 7, 1))
    person = study(town, "A3", Level.COLLEGE, date(2023, 9, 1), date(2026, 1, 10))

    known = degrees_known(person, on=date(2026, 3, 1))

    assert known["A2"].facts["Degree.raised"].value is False
    assert known["A3"].facts["Degree.raised"].value is True


def test_whether_the_first_on_record_raises_is_not_known(town: Town) -> None:
    person = study(town, "A1", Level.COLLEGE, date(2023, 9, 1), date(2026, 1, 10))

    assert degrees_known(person, on=date(2026, 3, 1))["A1"].facts["Degree.raised"].value is None


def test_a_day_before_graduation_somebody_is_no_graduate(town: Town) -> None:
    person = study(
        town, "A1", Level.TECHNICAL, date(2023, 9, 1), date(2026, 7, 1), Qualified.SENIOR
    )

    eve = degrees_known(person, on=date(2026, 6, 30))["A1"].facts
    day = degrees_known(person, on=date(2026, 7, 1))["A1"].facts

    assert (eve["Degree.graduated"].value, eve["Degree.qualified"].value) == (
        False,
        Qualified.NONE,
    )
    assert (day["Degree.graduated"].value, day["Degree.qualified"].value) == (
        True,
        Qualified.SENIOR,
    )


def test_a_course_not_begun_is_not_seen(town: Town) -> None:
    person = study(town, "A1", Level.COLLEGE, date(2026, 9, 1), None)

    assert degrees_known(person, on=date(2026, 8, 31)) == {}


def test_what_the_claim_itself_brought_was_not_drawn_before(town: Town) -> None:
    person = study(town, "A1", Level.COLLEGE, date(2023, 9, 1), date(2026, 1, 10))
    education.record_subsidy("A1", case_number=CASE, on=date(2026, 4, 1))

    own = degrees_known(person, on=date(2026, 5, 1), earlier=Earlier(CASE))["A1"].facts
    others = degrees_known(person, on=date(2026, 5, 1))["A1"].facts

    assert (own["Degree.drawn"].value, others["Degree.drawn"].value) == (False, True)


def test_what_was_drawn_since_a_decision_does_not_count_when_it_is_looked_at_again(
    town: Town,
) -> None:
    drawn_on = date(2026, 4, 1)
    person = study(town, "A1", Level.COLLEGE, date(2023, 9, 1), date(2026, 1, 10))
    education.record_subsidy("A1", case_number=CASE, on=drawn_on)

    def drawn(before: date) -> object:
        told = degrees_known(person, on=drawn_on, earlier=Earlier("other", before))
        return told["A1"].facts["Degree.drawn"].value

    assert (drawn(drawn_on), drawn(date(2026, 4, 2))) == (False, True)


def test_a_second_case_does_not_bring_a_second_subsidy(town: Town) -> None:
    study(town, "A1", Level.COLLEGE, date(2023, 9, 1), date(2026, 1, 10))
    education.record_subsidy("A1", case_number=CASE, on=date(2026, 4, 1))

    with pytest.raises(education.DrawnAlready, match="已经享受过补贴"):
        education.record_subsidy("A1", case_number="20260000002", on=date(2026, 4, 2))


def test_a_number_is_given_once(town: Town) -> None:
    study(town, "A1", Level.COLLEGE, date(2023, 9, 1), None)

    with pytest.raises(education.NotInOrder, match="A1已有登记"):
        study(town, "A1", Level.BACHELOR, date(2024, 9, 1), None)


def test_nobody_graduates_on_the_first_day_or_twice(town: Town) -> None:
    study(town, "A1", Level.COLLEGE, date(2023, 9, 1), None)
    by = town.roles["hrss"]

    with pytest.raises(education.NotInOrder):
        education.graduate("A1", qualified=Qualified.NONE, by=by, on=date(2023, 9, 1))
    education.graduate("A1", qualified=Qualified.NONE, by=by, on=date(2023, 9, 2))
    with pytest.raises(education.NotInOrder, match="只登记一次"):
        education.graduate("A1", qualified=Qualified.NONE, by=by, on=date(2026, 1, 1))


def test_somebody_elses_degree_is_not_found(town: Town) -> None:
    study(town, "A1", Level.COLLEGE, date(2023, 9, 1), None)

    with pytest.raises(DegreeUnknown):
        get_own(town.people["apprentice"].pk, "A1")


DAYS = st.dates(date(2000, 1, 1), date(2026, 11, 1))
DEGREES = st.builds(
    lambda number, level, finished: Degree(
        pk=number, number=str(number), level=level, class_kind=ClassKind.NONE, graduated_on=finished
    ),
    st.integers(),
    st.sampled_from(Level),
    st.none() | DAYS,
)


@given(st.lists(DEGREES, max_size=6), DAYS)
def test_nothing_finished_by_the_day_lies_above_the_highest(
    degrees: list[Degree], on: date
) -> None:
    highest = highest_of(degrees, on=on)

    finished = [one for one in degrees if one.graduated_on and one.graduated_on <= on]
    assert (highest is None) == (not finished)
    for one in finished:
        assert highest is not None
        assert Level(one.level).tier <= Level(highest.level).tier
