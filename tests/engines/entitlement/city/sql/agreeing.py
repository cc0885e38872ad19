"""What every engine is held to: the answers of the oracle, to the bit."""

from __future__ import annotations

from gongtu.engines.entitlement.city import oracle
from gongtu.engines.entitlement.city.outcome import Outcome
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.sql import Engine, run, tallies


def agrees(program: Program, engine: Engine) -> None:
    """Sums of the engine's own, and every row of every rule."""
    wanted = oracle.run(program)
    sums_agree(program, engine, wanted)
    rows_agree(program, engine, wanted)


def sums_agree(program: Program, engine: Engine, wanted: Outcome) -> None:
    """Counts, sums and near-misses by condition."""
    told = tallies(program, engine)
    assert {key: tally.check for key, tally in told.items()} == wanted.check()
    nears = {key: found.nears for key, found in wanted.found.items()}
    assert {key: tally.nears for key, tally in told.items()} == nears


def rows_agree(program: Program, engine: Engine, wanted: Outcome) -> None:
    """Bitmaps and amounts."""
    told = run(program, engine)
    assert (told.per, told.size, told.left_out) == (wanted.per, wanted.size, wanted.left_out)
    assert told.found.keys() == wanted.found.keys()
    for key, found in told.found.items():
        as_wanted = wanted.found[key]
        for words in ("owed", "unknown", "near"):
            assert getattr(found, words).tolist() == getattr(as_wanted, words).tolist()
        assert found.nears == as_wanted.nears
        assert listed(found.amounts) == listed(as_wanted.amounts)


def listed(amounts):
    return None if amounts is None else amounts.tolist()
