"""Honours and awards over the city say what is known of each when it is asked for alone."""

from datetime import date

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.registers.honours.choices import ContestLevel
from gongtu.registers.honours.facts import Award, Honour
from gongtu.registers.honours.known import awards_known, honours_known
from gongtu.registers.honours.models import Allowance
from gongtu.registers.honours.models import Award as Won
from gongtu.registers.honours.models import Honour as Granted
from tests.cast import DAY, FITTER
from tests.snapshots import alone, told, town

GRANTED_ON = [date(2024, 2, 29), date(2023, 9, 1), date(2023, 9, 2), DAY, date(2026, 9, 2)]
LATER = [None, DAY, date(2026, 9, 2)]
HONOURS = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(["city-chief-technician", "provincial-skill-master", "unheard-of"]),
        st.sampled_from(GRANTED_ON),
        st.sampled_from([None, date(2030, 1, 1)]),
        st.sampled_from(LATER),
        st.sets(st.integers(1, 5), max_size=3),
    ),
    max_size=6,
)
AWARDS = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(list(ContestLevel)),
        st.integers(1, 30),
        st.sampled_from(GRANTED_ON),
        st.sampled_from(LATER),
    ),
    max_size=6,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(honours=HONOURS)
def test_every_honour_says_what_it_says_alone(cast, honours):
    with transaction.atomic():
        for serial, (is_wangs, kind, granted_on, until, withdrawn, paid) in enumerate(honours):
            honour = Granted.objects.create(
                number=f"R{serial}",
                person=cast.person(cast.wang if is_wangs else cast.li),
                kind=kind,
                document="公布文件",
                granted_on=granted_on,
                until=until,
                withdrawn_on=withdrawn and max(withdrawn, granted_on),
            )
            for year in paid:
                Allowance.objects.create(honour=honour, year=year, paid_on=DAY, case_number="1")

        known = {}
        for person in (cast.wang.person, cast.li.person):
            known |= alone(honours_known(person, on=DAY))
        assert told(town(DAY).frame("honour"), Honour) == known
        transaction.set_rollback(True)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(awards=AWARDS)
def test_every_award_says_what_it_says_alone(cast, awards):
    with transaction.atomic():
        for serial, (is_wangs, level, rank, awarded_on, withdrawn) in enumerate(awards):
            Won.objects.create(
                number=f"J{serial}",
                person=cast.person(cast.wang if is_wangs else cast.li),
                contest="职业技能大赛",
                level=level,
                occupation_id=FITTER,
                rank=rank,
                awarded_on=awarded_on,
                withdrawn_on=withdrawn,
            )

        known = {}
        for person in (cast.wang.person, cast.li.person):
            known |= alone(awards_known(person, on=DAY))
        assert told(town(DAY).frame("award"), Award) == known
        transaction.set_rollback(True)
