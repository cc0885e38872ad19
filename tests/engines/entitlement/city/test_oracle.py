"""A run over a city says of every row what asking that one subject says."""

from hypothesis import given, settings

from gongtu.engines.entitlement.asking import Verdict, answer, judge
from gongtu.engines.entitlement.city import oracle
from gongtu.engines.entitlement.city.outcome import rows_of
from gongtu.engines.entitlement.city.program import program
from tests.engines.entitlement.city.rules import benefits
from tests.engines.entitlement.city.worlds import ON, worlds
from tests.engines.entitlement.sample import POLICY


@settings(max_examples=80)
@given(worlds(), benefits())
def test_city_and_single_person_agree_on_everything(world, asked):
    town = world.town()

    outcome = oracle.run(program(asked, town, "person"))

    assert not outcome.left_out
    for benefit in asked:
        found = outcome.found[benefit.key]
        told = [asked_of(benefit, world.subject(i)) for i in range(len(world.men))]
        assert found.rows.tolist() == rows_that(told, "owed")
        assert rows_of(found.unknown, found.size).tolist() == rows_that(told, "unknown")
        assert found.amounts.tolist() == [amount.fen for _, said, amount in told if said == "owed"]
        nears = [(near.fails, near.unknown) for near in found.nears]
        assert nears == nears_of([row for row, _, _ in told], len(benefit.conditions))


def asked_of(benefit, subject):
    """How each condition comes out, what follows, and the amount."""
    verdicts = [judge(c, subject, policy=POLICY, on=ON).verdict for c in benefit.conditions]
    amount = answer(benefit.amount, subject, policy=POLICY, on=ON).value
    if Verdict.FAILS in verdicts:
        return verdicts, "not-owed", None
    sure = Verdict.UNKNOWN not in verdicts and amount is not None
    return verdicts, "owed" if sure else "unknown", amount


def rows_that(told, verdict):
    return [row for row, (_, said, _) in enumerate(told) if said == verdict]


def nears_of(verdicts, conditions):
    """Of each condition, how many miss it alone: it fails, or is not known."""
    alone = [row for row in verdicts if sum(v is not Verdict.HOLDS for v in row) == 1]
    return [
        (
            sum(row[place] is Verdict.FAILS for row in alone),
            sum(row[place] is Verdict.UNKNOWN for row in alone),
        )
        for place in range(conditions)
    ]
