"""Over the city each person has the months of the report that was the latest on the day."""

from datetime import date
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.registers.insurance import services as insurance
from gongtu.registers.insurance.facts import Insurance
from gongtu.registers.insurance.known import insurance_facts
from tests.cast import DAY
from tests.snapshots import town

KEY = Insurance.facts["unemployment_months"].key
DAYS = [date(2026, 8, 31), DAY, date(2026, 9, 2), date(2025, 1, 1)]
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["wang", "li", "stranger"]), st.sampled_from(DAYS), st.integers(0, 480)
    ),
    max_size=8,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reports=REPORTS)
def test_every_person_has_the_months_that_count_when_asked_alone(cast, reports):
    with transaction.atomic():
        for whose, as_of, months in reports:
            person = getattr(cast, whose).person
            insurance.record([(person, months)], as_of=as_of, source="社保经办机构")
        persons = town(DAY).frame("person")

        for row, person in enumerate(persons.keys):
            alone = insurance_facts(UUID(person), on=DAY)
            known = alone[KEY].value if alone else None
            assert persons.columns[KEY].of(row, int) == known
        transaction.set_rollback(True)
