"""Titles over the city: each person has the highest that is known when asked alone."""

from datetime import date
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.facts import Title
from gongtu.registers.titles.known import title_known
from gongtu.registers.titles.models import ProfessionalTitle
from tests.cast import DAY
from tests.snapshots import told, town

DAYS = [date(2020, 1, 1), date(2021, 1, 1), DAY, date(2026, 9, 2)]
GRANTED = st.lists(
    st.tuples(st.booleans(), st.sampled_from(list(TitleLevel)), st.sampled_from(DAYS)), max_size=8
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles=GRANTED)
def test_every_person_has_the_title_that_counts_when_asked_alone(cast, titles):
    with transaction.atomic():
        for serial, (is_wangs, level, granted_on) in enumerate(titles):
            ProfessionalTitle.objects.create(
                number=f"Z{serial}",
                person=cast.person(cast.wang if is_wangs else cast.li),
                level=level,
                series="工程",
                granted_by="评审委员会",
                granted_on=granted_on,
            )

        for key, facts in told(town(DAY).frame("person"), Title).items():
            known = title_known(UUID(key), on=DAY)
            assert facts == {
                fact.key: known[fact.key].value if known else None for fact in Title.facts.values()
            }
        transaction.set_rollback(True)
