"""A plan against the roster: what is there, who leaves, what is missing, and who fills it first."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from gongtu.parties.access import NotEntitled
from gongtu.parties.models import Membership, Person
from gongtu.policy.supposing import supposing
from gongtu.policy.values import DecidedValue
from gongtu.registers.careers import queries, services
from gongtu.registers.careers.rows import Line, read_needs, write_needs
from gongtu.registers.careers.services import PlanUnsound
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.rows import RowsWrong
from tests.cast import DAY, FITTER, Cast, raise_curtain
from tests.factories.skills import certificate

YEARS = (2027, 2028, 2029)


@pytest.fixture
def cast(db: None) -> Cast:
    """王师傅, a senior fitter of long standing, and 小李, a fitter without a grade."""
    cast = raise_curtain()
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2021, 3, 1))
    StandardWording.objects.create(
        occupation_id=FITTER, wording="2018", since=date(2020, 1, 1), standard="装配钳工",
        source="测试", confidence="high",
    )  # fmt: skip
    return cast


def staff(cast: Cast) -> list[queries.Member]:
    return queries.staff_of(cast.bodies["works"].pk, on=DAY)


def gap(cast: Cast, grade: Grade, *wanted: int) -> queries.Gap:
    (found,) = queries.gaps_of([Line(FITTER, grade, wanted)], YEARS, staff(cast), on=DAY)
    return found


def published(cast: Cast, lines: list[Line], first_year: int = 2027) -> int:
    works = cast.bodies["works"].pk
    plan = services.publish_plan(works, lines, first_year=first_year, by=cast.clerk, on=DAY)
    return plan.version


def test_usual_plan_keeps_every_grade_and_brings_others_to_the_first(cast: Cast) -> None:
    works = cast.bodies["works"].pk

    plan = services.adopt_usual_plan(works, by=cast.clerk, on=DAY)

    assert (plan.version, plan.all_years, plan.is_default) == (1, YEARS, True)
    assert queries.lines_of(plan) == [
        Line(FITTER, Grade.JUNIOR, (1, 1, 1)),
        Line(FITTER, Grade.SENIOR, (1, 1, 1)),
    ]
    assert services.adopt_usual_plan(works, by=cast.clerk, on=DAY) == plan


def test_each_revision_is_a_version_and_the_same_again_is_none(cast: Cast) -> None:
    one, two = [Line(FITTER, Grade.SENIOR, (1, 2, 2))], [Line(FITTER, Grade.SENIOR, (2, 2, 3))]

    assert [published(cast, lines) for lines in (one, one, two)] == [1, 1, 2]
    kept = queries.PLANS.of(cast.bodies["works"].pk).get(version=1)
    assert queries.lines_of(kept) == one


@pytest.mark.parametrize(
    ("lines", "first_year", "says"),
    [
        ([], 2027, "名册中没有写明职业"),
        ([Line(FITTER, Grade.SENIOR, (0, 0))], 2027, "都是零"),
        ([Line("9-99-99-99", Grade.SENIOR, (1,))], 2027, "没有代码为9-99-99-99"),
        ([Line(FITTER, Grade.SENIOR, (1,))], 2025, "2026年到2036年"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_its_reason(
    cast: Cast, lines: list[Line], first_year: int, says: str
) -> None:
    with pytest.raises(PlanUnsound, match=says):
        published(cast, lines, first_year)


def test_nobody_plans_for_another_enterprise(cast: Cast) -> None:
    lines = [Line(FITTER, Grade.SENIOR, (1,))]

    for by in (cast.other_clerk, cast.wang, cast.liu):
        with pytest.raises(NotEntitled):
            services.publish_plan(cast.bodies["works"].pk, lines, first_year=2027, by=by, on=DAY)


def test_who_could_fill_a_gap_first_is_told_with_the_day(cast: Cast) -> None:
    """Four years of work after the senior certificate, by the wording of 2018."""
    found = gap(cast, Grade.TECHNICIAN, 0, 1, 2)

    assert (found.present, found.missing) == (0, (0, 1, 2))
    first = found.candidates[0]
    assert (first.person, first.on) == (
        cast.wang.person,
        DAY,
    )


def test_what_is_filled_names_nobody(cast: Cast) -> None:
    found = gap(cast, Grade.SENIOR, 1, 1, 1)

    assert (found.missing, found.candidates) == ((0, 0, 0), ())


def test_nobody_leaves_while_the_pension_age_is_unconfirmed(cast: Cast) -> None:
    assert gap(cast, Grade.SENIOR, 1, 1, 1).leaving is None


def test_who_reaches_pension_age_within_the_years_is_missing_from_that_year_on(cast: Cast) -> None:
    Person.objects.filter(pk=cast.wang.person).update(birth=date(1968, 5, 1), sex="male")

    with supposing(
        {
            "platform:pension_age": [
                DecidedValue(
                    value={"male": 60, "female": 55},
                    since=date(2026, 3, 1),
                    instrument="某规定",
                    number="1号",
                )
            ]
        }
    ):
        found = gap(cast, Grade.SENIOR, 1, 1, 1)

    assert (found.leaving, found.missing) == ((0, 1, 1), (0, 1, 1))


def test_the_number_of_queries_does_not_grow_with_the_staff(
    cast: Cast, django_assert_num_queries
) -> None:
    """Roster, certificates, jobs, agreements, pay, appointments."""
    with django_assert_num_queries(6):
        assert len(staff(cast)) == 2


def test_ages_fall_into_their_band_on_the_birthday(cast: Cast) -> None:
    member = staff(cast)[0]
    member.person.birth = date(1996, 9, 1)

    assert (member.band(date(2026, 8, 31)), member.band(DAY)) == (0, 1)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(Grade)), st.lists(st.integers(0, 9999), min_size=3, max_size=3)
        ),
        min_size=1,
        unique_by=lambda told: told[0],
    )
)
def test_what_is_written_is_read_back(told: list) -> None:
    lines = [Line(FITTER, grade, tuple(wanted)) for grade, wanted in told]

    for language in ("zh-hans", "en"):
        with override(language):
            assert read_needs(write_needs(lines), years=3) == lines


def test_every_line_at_fault_is_named() -> None:
    text = f"{FITTER} 高级工 1 2\n{FITTER} 大师 1 2 3\n{FITTER} 技师 1 x 3"

    with pytest.raises(RowsWrong) as refused:
        read_needs(text, years=3)

    assert [reason[:4] for reason in refused.value.reasons] == ["第1行：", "第2行：", "第3行："]


def test_a_grade_told_twice_is_refused() -> None:
    with pytest.raises(RowsWrong, match="不止一行"):
        read_needs(f"{FITTER} 高级工 1\n{FITTER} 高级工 2", years=1)
