"""What a draft changes over a city is what asking each person, without it and with it, says."""

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.weighing import (
    ELSEWHERE,
    NOT_KNOWN,
    Change,
    Level,
    parameters_read,
    resting_on,
    weigh,
)
from gongtu.engines.entitlement.declare import lesser_of, parameter
from gongtu.policy import DecidedValue
from gongtu.policy.supposing import supposing
from tests.engines.entitlement.city.rules import benefit, benefits
from tests.engines.entitlement.city.test_oracle import asked_of
from tests.engines.entitlement.city.worlds import Firm, Kind, Man, World, worlds
from tests.engines.entitlement.sample import POLICY
from tests.engines.entitlement.sample import Level as Grade

MINIMUM, RATE = POLICY["minimum"].key, POLICY["rate"].key
AMOUNT = lesser_of(parameter("rate", Yuan, row=Man.level), Man.drawn)
LONG_ENOUGH = benefit("long-enough", [Man.months >= parameter("minimum")], AMOUNT)
AGREED = benefit("agreed", [Man.agreed], None)


def drafted(**values):
    return {
        POLICY[name].key: [DecidedValue(since=date(2020, 1, 1), value=value, instrument="草案")]
        for name, value in values.items()
    }


drafts = st.builds(
    drafted,
    minimum=st.integers(0, 400),
    open_question=st.integers(0, 400),
    rate=st.fixed_dictionaries(
        {"junior": st.integers(0, 900).map(Yuan), "senior": st.none() | st.just(Yuan(5))}
    ),
)


@settings(max_examples=60)
@given(worlds(), benefits(), drafts)
def test_a_draft_over_a_city_is_the_draft_asked_of_each(world, asked, draft):
    weighing = weigh(asked, draft, world.town())

    assert set(weighing.weighed) == {one.key for one in resting_on(draft, asked)}
    for weighed in weighing.weighed.values():
        subjects = [world.subject(place) for place in range(len(world.men))]
        before = [asked_of(weighed.benefit, one) for one in subjects]
        with supposing(draft):
            after = [asked_of(weighed.benefit, one) for one in subjects]
        for change in Change:
            told = [
                i for i, both in enumerate(zip(before, after, strict=True)) if is_(change, *both)
            ]
            assert weighed.rows(change).tolist() == told
            assert weighed.whole.counts[change] == len(told)
        assert (weighed.whole.cost, weighed.whole.cost_then) == (cost(before), cost(after))


def is_(change, before, after):
    (_, was, paid), (_, now, pays) = before, after
    both = was == now == "owed"
    return {
        Change.GAINS: now == "owed" != was,
        Change.LOSES: was == "owed" != now,
        Change.MORE: both and pays > paid,
        Change.LESS: both and pays < paid,
        Change.NEWLY_KNOWN: was == "unknown" != now,
        Change.NEWLY_UNKNOWN: now == "unknown" != was,
    }[change]


def cost(told):
    return sum(amount.fen for _, verdict, amount in told if verdict == "owed")


@given(worlds())
def test_groups_add_up_to_the_city(world):
    weighed = weigh([LONG_ENOUGH], drafted(minimum=200), world.town(), by=("level", "kind")).weighed

    for groups in weighed["long-enough"].groups.values():
        whole = weighed["long-enough"].whole
        for sort, count in whole.counts.items():
            assert sum(tally.counts[sort] for tally in groups.values()) == count
        assert sum(tally.cost for tally in groups.values()) == whole.cost
        assert sum(tally.cost_then for tally in groups.values()) == whole.cost_then


def man(months, level, firm):
    facts = {"months": months, "drawn": Yuan(100), "level": level}
    return {**dict.fromkeys(("born", "trade", "agreed")), **facts}, firm


FIRMS = [{**dict.fromkeys(Firm.facts), "kind": Kind.STATE}, dict.fromkeys(Firm.facts)]
TOWN = World(
    FIRMS,
    [
        man(10, Grade.SENIOR, 0),
        man(10, Grade.JUNIOR, 1),
        man(30, Grade.JUNIOR, -1),
        man(None, Grade.SENIOR, 0),
        man(30, Grade.JUNIOR, 0),
    ],
    [],
).town()


def test_rows_are_grouped_by_their_own_fact_and_by_that_of_their_enterprise():
    (weighed,) = weigh(
        [LONG_ENOUGH], drafted(minimum=9), TOWN, by=("level", "kind")
    ).weighed.values()

    gains = {
        name: Counter({group: tally.counts[Change.GAINS] for group, tally in groups.items()})
        for name, groups in weighed.groups.items()
    }
    assert gains["level"] == {Grade.JUNIOR: 1, Grade.SENIOR: 1}
    assert gains["kind"] == {Kind.STATE: 1, NOT_KNOWN: 1, ELSEWHERE: 0}
    assert weighed.groups["kind"][Kind.STATE].cost == 100_00
    assert weighed.groups["kind"][Kind.STATE].cost_then == 200_00
    assert weighed.whole.counts[Level.UNKNOWN_THEN] == 1


def test_near_misses_are_told_before_and_after():
    (weighed,) = weigh([LONG_ENOUGH], drafted(minimum=31), TOWN).weighed.values()

    (missed,) = weighed.missed
    assert (missed.condition, missed.before, missed.after) == ("c0", 3, 5)


def test_what_reads_none_of_the_parameters_is_not_run():
    def run(_program):
        raise AssertionError("nothing rests on this draft")

    assert resting_on([MINIMUM], [LONG_ENOUGH, AGREED]) == (LONG_ENOUGH,)
    assert parameters_read(LONG_ENOUGH) == {MINIMUM, RATE}
    assert not weigh([AGREED], drafted(minimum=1), TOWN, run=run).weighed


def test_rows_that_nobody_supplies_are_told():
    elsewhere = benefit("elsewhere", [Man.months >= parameter("minimum")], None)
    object.__setattr__(elsewhere, "per", "nowhere")

    weighing = weigh([elsewhere, LONG_ENOUGH], drafted(minimum=1), TOWN)

    assert "nowhere" in weighing.left_out["elsewhere"]
    assert set(weighing.weighed) == {"long-enough"}
