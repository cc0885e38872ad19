"""Schooling over the city says what is known of each course and person when asked alone."""

from datetime import date
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.education.facts import Degree, Education
from gongtu.registers.education.known import degrees_known, education_known
from gongtu.registers.education.models import Degree as Record
from tests.cast import DAY, Cast
from tests.snapshots import alone, told, town

ENROLLED = [date(2015, 9, 1), date(2018, 9, 1), date(2018, 7, 1), DAY, date(2026, 9, 2)]
FINISHED = [None, date(2018, 7, 1), date(2018, 9, 1), DAY, date(2026, 9, 2)]
STUDIED = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(list(Level)),
        st.sampled_from(ENROLLED),
        st.sampled_from(FINISHED),
        st.sampled_from(list(Qualified)),
        st.booleans(),
    ),
    max_size=8,
)


def study(cast: Cast, courses) -> None:
    """Courses of study of 王师傅's and of 小李's; none ends before it begins."""
    for serial, (is_wangs, level, began, ended, qualified, paid) in enumerate(courses, 1):
        finished = ended if ended and ended > began else None
        Record.objects.create(
            number=f"{99 - serial}",
            person=cast.person(cast.wang if is_wangs else cast.li),
            level=level,
            school="某学校",
            school_kind=list(SchoolKind)[serial % 7],
            class_kind=list(ClassKind)[serial % 4],
            full_time=paid,
            enrolled_on=began,
            graduated_on=finished,
            qualified=qualified if finished else "",
            source="学校报送",
            subsidised_on=DAY if paid else None,
            subsidised_by="20260000001" if paid else "",
        )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(courses=STUDIED)
def test_every_course_and_person_says_what_it_says_alone(cast, courses):
    with transaction.atomic():
        study(cast, courses)
        city = town(DAY)

        known = {}
        for person in (cast.wang.person, cast.li.person):
            known |= alone(degrees_known(person, on=DAY))
        assert told(city.frame("degree"), Degree) == known
        for key, facts in told(city.frame("person"), Education).items():
            highest = education_known(UUID(key), on=DAY)
            assert facts == {
                fact.key: highest[fact.key].value if highest else None
                for fact in Education.facts.values()
            }
        transaction.set_rollback(True)


def test_a_course_belongs_to_who_studied(cast):
    study(cast, [(True, Level.COLLEGE, date(2018, 9, 1), None, Qualified.NONE, False)])

    city = town(DAY)

    [person] = city.frame("degree").joins["person"]
    assert city.frame("person").keys[person] == str(cast.wang.person)
