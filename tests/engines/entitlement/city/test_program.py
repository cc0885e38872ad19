"""What can run over a city, what stays out, and why."""

import numpy as np
import pytest

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.entitlement import registry
from gongtu.engines.entitlement.city import oracle
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column, Frame, Town
from gongtu.engines.entitlement.city.program import program, programs
from gongtu.engines.entitlement.declare import (
    Condition,
    Facts,
    count_of,
    each,
    fact,
    function,
    owed,
    parameter,
)
from gongtu.engines.entitlement.explaining import Owed, explain
from gongtu.engines.entitlement.expressions import lift
from gongtu.law import article
from tests.engines.entitlement.city.rules import benefit
from tests.engines.entitlement.city.worlds import ON, Man, World
from tests.engines.entitlement.sample import POLICY, Level


def man(**facts):
    return {name: facts.get(name) for name in Man.facts}


def town(*men):
    return World([], [(man(**one), -1) for one in men], []).town()


class Unheard(Facts, of="person"):
    thing = fact(int, "没人提供的事实")


def test_a_rule_whose_facts_nobody_supplies_stays_out_and_says_so():
    asked = benefit("rule", [Unheard.thing > 3], None)

    left_out = program([asked], town({}), "person").left_out

    assert "Unheard.thing" in left_out["rule"]
    assert "没人提供的事实" in left_out["rule"]


def test_a_kind_of_row_that_nobody_supplies_is_broken():
    with pytest.raises(Broken, match="person"):
        programs([benefit("rule", [Man.agreed], None)], Town(ON, {}))


@function("twice-in-test", int, "{0}的两倍", "twice {0}", plain=lambda n: p.Sum(n, n))
def twice(number: int) -> int:
    return 2 * number


@function("reversed-in-test", int, "{0}倒写", "{0} reversed")
def reverse(number: int) -> int:
    return int(str(number)[::-1])


def test_a_function_runs_over_a_city_by_its_plain_form_alone():
    known, unknown = (
        benefit(k, [f(Man.months) >= 24], None) for k, f in zip("ab", (twice, reverse), strict=True)
    )

    made = program([known, unknown], town({"months": 12}, {"months": 11}), "person")

    assert oracle.run(made).found["a"].rows.tolist() == [0]
    assert "reversed-in-test" in made.left_out["b"]


def test_a_number_that_could_overflow_is_refused_for_that_rule_alone():
    huge = Frame(
        "person",
        1,
        {"Man.drawn": Column(np.array([2**62])), "Man.agreed": Column(np.array([True]))},
    )
    rules = [benefit("huge", [Man.agreed], Man.drawn * 8), benefit("fine", [Man.agreed], None)]

    made = program(rules, Town(ON, {"person": huge}), "person")

    assert "64 bits" in made.left_out["huge"]
    assert oracle.run(made).found["fine"].count == 1


def test_one_benefit_may_rest_on_another(monkeypatch):
    first = benefit("first", [Man.agreed], parameter("rate", Yuan, row=Man.level))
    second = benefit("second", [~owed("first", "享受第一项")], None)
    monkeypatch.setattr(registry, "_benefits", {"first": first, "second": second})
    men = [
        {"agreed": True, "level": Level.JUNIOR},
        {"agreed": False, "level": Level.JUNIOR},
        {"agreed": True, "level": Level.MASTER},
        {"agreed": None, "level": Level.JUNIOR},
    ]
    world = World([], [(man(**one), -1) for one in men], [])

    found = oracle.run(program([second], world.town(), "person")).found["second"]
    asked = [explain(second, world.subject(i), on=ON).verdict for i in range(4)]

    assert found.rows.tolist() == [1]
    assert asked == [Owed.NOT_OWED, Owed.OWED, Owed.UNKNOWN, Owed.UNKNOWN]
    assert found.nears[0].fails == 1
    assert found.nears[0].unknown == 2


@pytest.mark.parametrize(
    ("others", "says"),
    [
        ({"a": "b"}, "unknown 'b'"),
        ({"a": "b", "b": "a"}, "whether it is owed itself"),
        ({"a": "a"}, "whether it is owed itself"),
    ],
)
def test_benefits_that_ask_in_a_circle_or_of_nothing_are_broken(monkeypatch, others, says):
    made = {key: benefit(key, [~owed(other, "另一项")], None) for key, other in others.items()}
    monkeypatch.setattr(registry, "_benefits", made)

    with pytest.raises(Broken, match=says):
        registry.check_benefits()


def test_a_written_row_that_the_table_lacks_is_broken_at_once():
    with pytest.raises(Broken, match="no row 'master'"):
        benefit("rule", [Man.agreed], parameter("rate", Yuan, row=lift(Level.MASTER)))


def test_a_quota_counts_the_whole_city():
    everybody = each(Man)
    taken = count_of(everybody.agreed, rows=everybody, within="city", label="全市已同意人数")
    asked = Condition("名额未满", article(27), taken < parameter("minimum"), "places-left")

    def owed_of(count):
        rule = benefit("quota", [asked.holds], None)
        city = town(*[{"agreed": True}] * count)
        return oracle.run(program([rule], city, "person")).found["quota"].count

    assert (owed_of(11), owed_of(12)) == (11, 0)
    assert POLICY.count("minimum", on=ON) == 12
