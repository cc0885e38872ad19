"""Over the city every enterprise, platform, class and year is as it is when asked alone."""

from datetime import date

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.columns import Frame
from gongtu.engines.entitlement.declare import Facts
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.choices import Size
from gongtu.parties.services import Standing
from gongtu.registers.employers import facts, known
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser
from gongtu.registers.employers.models import TrainingPlatform
from tests.cast import DAY, Cast
from tests.snapshots import town

BODIES = st.sampled_from(["works", "other"])
DAYS = st.sampled_from([date(2025, 1, 1), date(2026, 6, 15), DAY])
MAYBE = st.none() | st.booleans()
SUMS = st.none() | st.integers(0, 10**9).map(Yuan.of_fen)
PATIENT = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def alike(frame: Frame, row: int, group: type[Facts], alone: dict) -> None:
    """One row over the city, and the same asked alone."""
    for name, fact in group.facts.items():
        told = alone[fact.key].value if fact.key in alone else None
        assert frame.columns[fact.key].of(row, fact.kind) == told, name


@PATIENT
@given(
    told=st.lists(
        st.tuples(BODIES, DAYS, st.none() | st.integers(0, 5000), MAYBE, st.sampled_from(Size)),
        max_size=6,
    )
)
def test_enterprises_stand_as_when_asked_alone(cast: Cast, told: list) -> None:
    with transaction.atomic():
        for body, since, headcount, state_owned, size in told:
            standing = Standing(headcount, state_owned, size)
            parties.record_standing(
                cast.bodies[body], standing, since=since, source="年报", by=CLOCK, on=DAY
            )
        frame = town(DAY).frame("enterprise")

        assert frame.size == 2
        for row, key in enumerate(frame.keys):
            alike(frame, row, facts.Enterprise, known.enterprise_facts(int(key), on=DAY))
        transaction.set_rollback(True)


@PATIENT
@given(
    told=st.lists(
        st.tuples(
            BODIES,
            st.sampled_from(PlatformKind),
            st.sampled_from(Recogniser),
            st.sampled_from([date(2020, 6, 1), DAY, date(2026, 9, 2)]),
            st.none() | st.integers(0, 500),
            st.none() | st.sampled_from([date(2026, 8, 1), DAY, date(2027, 1, 1)]),
        ),
        max_size=5,
    )
)
def test_platforms_are_as_when_asked_alone(cast: Cast, told: list) -> None:
    with transaction.atomic():
        for body, kind, level, day, area, ended in told:
            platform = employers.Recognised(
                kind=kind, name="工作室", level=level, recognised_on=day, instrument="文件",
                floor_area=area,
            )  # fmt: skip
            row = employers.recognise_platform(cast.bodies[body].pk, platform, by=CLOCK, on=DAY)
            if ended and ended > day:
                TrainingPlatform.objects.filter(pk=row.pk).update(ended_on=ended)
        alone = {
            key: subject.facts
            for body in ("works", "other")
            for key, subject in known.platforms_known(cast.bodies[body].pk, on=DAY).items()
        }
        frame = town(DAY).frame("platform")

        assert set(frame.keys) == alone.keys()
        for row, key in enumerate(frame.keys):
            alike(frame, row, facts.Platform, alone[key])
        transaction.set_rollback(True)


@PATIENT
@given(
    told=st.lists(
        st.tuples(
            BODIES,
            st.sampled_from(Partner),
            st.sampled_from([date(2026, 4, 1), date(2026, 9, 2)]),
            st.integers(0, 5),
            MAYBE,
            MAYBE,
        ),
        max_size=5,
    )
)
def test_classes_are_as_when_asked_alone(cast: Cast, told: list) -> None:
    with transaction.atomic():
        for body, partner, began, years, contracts, mentors in told:
            agreed = employers.Agreed(
                partner=partner, began_on=began, years=years, apprentices=3, contracts=contracts,
                two_mentors=mentors,
            )  # fmt: skip
            employers.open_class(cast.bodies[body].pk, agreed, by=CLOCK, on=DAY)
        alone = {
            key: subject.facts
            for body in ("works", "other")
            for key, subject in known.classes_known(cast.bodies[body].pk, on=DAY).items()
        }
        frame = town(DAY).frame("apprenticeship")

        assert set(frame.keys) == alone.keys()
        for row, key in enumerate(frame.keys):
            alike(frame, row, facts.Apprenticeship, alone[key])
        transaction.set_rollback(True)


@PATIENT
@given(
    told=st.lists(st.tuples(BODIES, st.sampled_from([2024, 2025, 2026]), SUMS, SUMS), max_size=6),
    held=st.lists(
        st.tuples(BODIES, DAYS, st.none() | st.sampled_from([date(2025, 12, 31), DAY])), max_size=3
    ),
)
def test_years_are_as_when_asked_alone(cast: Cast, told: list, held: list) -> None:
    with transaction.atomic():
        for body, year, investment, taxes in told:
            sums = {"vocational_investment": investment, "turnover_taxes": taxes}
            given_ = {name: value for name, value in sums.items() if value is not None}
            employers.record_year(
                cast.bodies[body].pk, year, source="报表", by=CLOCK, on=DAY, **given_
            )
        for body, since, until in held:
            row = employers.record_certification(
                cast.bodies[body].pk, level=Recogniser.CITY, since=since, instrument="名单",
                by=CLOCK, on=DAY,
            )  # fmt: skip
            if until and until > since:
                employers.end_certification(row.pk, until=until, by=CLOCK, on=DAY)
        alone = {
            subject.key: subject.facts
            for body in ("works", "other")
            for subject in known.years_known(cast.bodies[body].pk, on=DAY)
        }
        frame = town(DAY).frame("employer-year")

        assert set(frame.keys) == alone.keys()
        for row, key in enumerate(frame.keys):
            alike(frame, row, facts.EmployerYear, alone[key])
        transaction.set_rollback(True)
