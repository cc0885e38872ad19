"""Since when and until when a duty binds, what turned, what is due, and what is met."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.periods import Period
from gongtu.engines.entitlement.declare import parameter
from gongtu.engines.entitlement.duties.asking import Bond, Fulfilment, ask
from gongtu.engines.entitlement.duties.told import asked as as_json
from gongtu.engines.entitlement.expressions import TODAY
from tests.engines.entitlement.duties.works import (
    ART,
    HELD,
    LARGE,
    LAW,
    STATE,
    Condition,
    Works,
    asked,
    duty,
    end_of_turn,
    past,
)

SMALL = (date(2025, 1, 1), {"people": 299, "state_owned": False})
GROWN = (date(2026, 6, 15), {"people": 300, "state_owned": False})
TAKEN_OVER = (date(2026, 8, 1), {"people": 300, "state_owned": True})
SHRUNK = (date(2026, 8, 20), {"people": 250, "state_owned": True})


def test_duty_of_all_binds_from_the_day_of_the_statute() -> None:
    found = asked(duty())

    assert found.bond is Bond.BINDS
    assert found.since == date(2026, 3, 1)
    assert found.until is None


def test_enterprise_founded_later_is_bound_from_its_founding() -> None:
    found = asked(duty(past=past(since=date(2026, 5, 4))))

    assert found.since == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("on", "bond"), [(date(2026, 2, 28), Bond.FREE), (date(2026, 3, 1), Bond.BINDS)]
)
def test_nothing_binds_before_the_statute(on: date, bond: Bond) -> None:
    assert asked(duty(), on).bond is bond


def test_crossing_the_line_binds_from_that_day() -> None:
    grows = duty(binds=(LARGE,), past=past(SMALL, GROWN))

    assert asked(grows, date(2026, 6, 14)).bond is Bond.FREE
    assert asked(grows, date(2026, 6, 15)).bond is Bond.BINDS
    assert asked(grows).since == date(2026, 6, 15)


def test_falling_below_the_line_frees_from_that_day() -> None:
    shrinks = duty(binds=(LARGE,), past=past(SMALL, GROWN, SHRUNK))

    found = asked(shrinks, date(2026, 8, 19))

    assert (found.since, found.until) == (date(2026, 6, 15), date(2026, 8, 20))
    assert asked(shrinks, date(2026, 8, 20)).bond is Bond.FREE


def test_a_line_that_is_lowered_binds_from_that_day() -> None:
    """The parameter falls from 300 to 200 on 2027-01-01."""
    found = asked(duty(binds=(LARGE,), past=past((date(2025, 1, 1), {"people": 250}))))

    assert found.bond is Bond.FREE
    assert [(s.since, s.bond) for s in found.stretches] == [
        (date(2026, 3, 1), Bond.FREE),
        (date(2027, 1, 1), Bond.BINDS),
    ]


def test_becoming_state_owned_binds_and_says_what_turned() -> None:
    found = asked(duty(binds=(STATE,), past=past(SMALL, GROWN, TAKEN_OVER)))

    (change,) = found.changes(Period(date(2026, 1, 1), date(2027, 1, 1)))
    assert (change.on, change.bond) == (date(2026, 8, 1), Bond.BINDS)
    assert [finding.condition.key for finding in change.because] == ["state-owned"]


def test_change_of_what_does_not_matter_is_no_change() -> None:
    found = asked(duty(binds=(LARGE,), past=past(GROWN, TAKEN_OVER)))

    assert len(found.stretches) == 2
    assert found.since == date(2026, 6, 15)


def test_nobody_knows_where_the_fact_is_missing() -> None:
    found = asked(duty(binds=(LARGE,), past=past((date(2026, 5, 1), {"state_owned": True}))))

    assert found.bond is Bond.UNKNOWN
    assert found.findings[0].missing[0].label == "职工人数"


def test_nobody_knows_where_the_line_is_undecided() -> None:
    open_ = Condition("达到规模", ART, Works.people >= parameter("undecided"), "large")

    assert asked(duty(binds=(open_,), past=past(GROWN))).bond is Bond.UNKNOWN


def test_dissolved_enterprise_is_free() -> None:
    gone = duty(past=past(until=date(2026, 8, 1)))

    assert asked(gone, date(2026, 7, 31)).until == date(2026, 8, 1)
    assert asked(gone, date(2026, 8, 1)).bond is Bond.FREE


def test_enterprise_gone_before_the_statute_was_never_bound() -> None:
    assert asked(duty(past=past(until=date(2026, 2, 1)))).stretches == ()


def test_statute_that_ends_frees() -> None:
    found = asked(duty(), date(2028, 1, 1), law=Period(date(2026, 3, 1), date(2028, 1, 1)))

    assert found.bond is Bond.FREE


def test_duty_once_a_year_is_due_on_its_last_day() -> None:
    yearly = duty(due=end_of_turn(TODAY, parameter("turns")))

    assert asked(yearly).due is not None
    assert asked(yearly).due.value == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("told", "fulfilment"),
    [
        ({"held_on": date(2026, 5, 1)}, Fulfilment.MET),
        ({"held_on": date(2026, 11, 1)}, Fulfilment.NOT_MET),
        ({"people": 5}, Fulfilment.UNKNOWN),
    ],
)
def test_records_show_whether_it_is_met(told: dict, fulfilment: Fulfilment) -> None:
    assert asked(duty(met=(HELD,), past=past((date(2026, 3, 1), told)))).fulfilment is fulfilment


def test_without_records_only_people_can_tell() -> None:
    assert asked(duty()).fulfilment is Fulfilment.TOLD


def test_late_is_what_was_due_and_is_not_met() -> None:
    started = Works.held_on.plus_days(0)
    unmet = duty(
        met=(Condition("大型", ART, Works.people >= parameter("line"), "many"),),
        due=started,
        past=past((date(2026, 3, 1), {"people": 5, "held_on": date(2026, 8, 31)})),
    )

    assert asked(unmet, date(2026, 9, 1)).is_late
    assert not asked(unmet, date(2026, 8, 31)).is_late


def test_what_is_read_of_a_bearer_is_read_once_for_all_its_duties() -> None:
    reads: list[str] = []
    way = past(GROWN)

    def counted(bearer: str, on: date):
        reads.append(bearer)
        return way(bearer, on)

    duties = [duty(key=f"duty-{letter}", past=counted) for letter in "abc"]
    assert len(ask(duties, "works:1", on=date(2026, 9, 1), law=LAW)) == 3
    assert reads == ["works:1"]


def test_json_says_it_all() -> None:
    found = asked(duty(binds=(STATE,), past=past(SMALL, TAKEN_OVER)))

    told = as_json(found, within=Period(date(2026, 1, 1)))

    assert told["since"] == "2026-08-01"
    assert told["has_term"] is False
    assert told["fulfilment"] == "told"
    assert told["because"][0]["grounds"][0]["value"] is True
    assert [change["on"] for change in told["changes"]] == ["2026-08-01"]


DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
ROWS = st.dictionaries(
    DAYS, st.fixed_dictionaries({"people": st.none() | st.integers(100, 400)}), max_size=6
)


@given(rows=ROWS, on=DAYS)
def test_the_stretch_of_a_day_says_what_asking_on_that_day_says(rows, on) -> None:
    """Judging only the days of change is the same as judging every day."""
    told = sorted(rows.items())
    wanted = duty(binds=(LARGE,), past=past(*told, since=date(2025, 1, 1)))

    far = asked(wanted, date(2028, 12, 31))
    there = next((s.bond for s in far.stretches if on in s), Bond.FREE)

    held = [row["people"] for since, row in told if since <= on]
    people = held[-1] if held else None
    line = 300 if on < date(2027, 1, 1) else 200
    expected = Bond.UNKNOWN if people is None else Bond.BINDS if people >= line else Bond.FREE
    assert there is (expected if on >= date(2026, 3, 1) else Bond.FREE)


@given(rows=ROWS)
def test_stretches_follow_on_one_another_and_differ(rows) -> None:
    found = asked(duty(binds=(LARGE,), past=past(*sorted(rows.items()), since=date(2025, 1, 1))))

    for one, other in zip(found.stretches, found.stretches[1:], strict=False):
        assert one.until == other.since
        assert one.bond is not other.bond
        assert one.since < other.since
