"""Trainees over the city say what is known of each when it is asked for alone."""

from datetime import date

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from gongtu.registers.training.facts import Trainee
from gongtu.registers.training.known import trainees_known
from gongtu.registers.training.models import Course
from gongtu.registers.training.models import Trainee as Record
from tests.cast import DAY, FITTER, Cast
from tests.snapshots import alone, told, town

BEGAN = [date(2026, 3, 1), DAY, date(2026, 9, 2)]
ENDED = [None, date(2026, 8, 1), DAY, date(2026, 9, 2)]
TRAINED = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from([None, True, False]),
        st.sampled_from(BEGAN),
        st.sampled_from(ENDED),
        st.sampled_from([None, *Grade]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
)


def train(cast: Cast, courses) -> None:
    """Courses of one trainee each, at 甲公司 or at 乙公司; all trainees are 王师傅."""
    for serial, (here, listed, began, ended, grade, valid, paid) in enumerate(courses):
        course = Course.objects.create(
            number=f"K{serial}",
            provider=cast.bodies["works" if here else "other"],
            occupation_id=FITTER,
            in_catalogue=listed,
            class_hours=170 + serial * 5,
            began_on=began,
        )
        gained = None
        if ended and grade:
            gained = Certificate.objects.create(
                number=f"Y000037020001263{serial:06d}",
                person=cast.person(cast.wang),
                occupation_id=FITTER,
                grade=grade,
                issuer=cast.bodies["works"],
                issued_on=ended,
                status="valid" if valid else "superseded",
            )
        Record.objects.create(
            number=f"K{serial}-001",
            course=course,
            person=cast.person(cast.wang),
            completed_on=ended,
            certificate=gained,
            subsidised_on=ended if paid and ended else None,
            subsidised_by="20260000001" if paid and ended else "",
        )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(courses=TRAINED)
def test_every_trainee_says_what_it_says_alone(cast, courses):
    with transaction.atomic():
        train(cast, courses)

        known = {}
        for provider in ("works", "other"):
            known |= alone(trainees_known(cast.bodies[provider].pk, on=DAY))
        assert told(town(DAY).frame("trainee"), Trainee) == known
        transaction.set_rollback(True)


def test_a_trainee_belongs_to_who_trained_and_not_to_the_employer(cast):
    train(cast, [(False, True, BEGAN[0], None, None, True, False)])

    city = town(DAY)

    [person] = city.frame("trainee").joins["person"]
    [enterprise] = city.frame("trainee").joins["enterprise"]
    assert city.frame("person").keys[person] == str(cast.wang.person)
    assert city.frame("enterprise").keys[enterprise] == str(cast.bodies["other"].pk)
