"""Every benefit asked of a whole town, and what came of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.columns import Town
from gongtu.engines.entitlement.city.outcome import Found, Near
from gongtu.engines.entitlement.city.program import Program, programs
from gongtu.engines.entitlement.city.running import Execution, Ran, run
from gongtu.engines.entitlement.declare import Benefit

Tell = Callable[[str], None]


@dataclass(frozen=True, eq=False)
class Each:
    """One benefit over the rows of its kind; `left_out` says why it could not run, else empty."""

    benefit: Benefit
    program: Program
    found: Found | None
    left_out: str = ""

    @property
    def size(self) -> int:
        """How many rows it was asked of."""
        return self.program.frame.size

    @property
    def total(self) -> Yuan:
        """All amounts together; nothing of what is no money."""
        return Yuan.of_fen(self.found.total if self.found else 0)

    @property
    def nears(self) -> tuple[Near, ...]:
        """For each condition the rows that miss it alone."""
        return self.found.nears if self.found else ()


@dataclass(frozen=True, eq=False)
class Asked:
    """What came of all; `instead` says why not by the execution that was asked for."""

    each: tuple[Each, ...]
    execution: Execution
    instead: str = ""


def ask(
    benefits: Iterable[Benefit],
    town: Town,
    by: Execution,
    tell: Tell = lambda _kind: None,
) -> Asked:
    """Ask every benefit of every row; `tell` hears of each kind of row before it begins."""
    asked = {benefit.key: benefit for benefit in benefits}
    each: list[Each] = []
    execution, instead = by, ""
    for kind, program in programs(asked.values(), town).items():
        tell(kind)
        ran = run(program, by)
        execution, instead = ran.execution, ran.instead or instead
        each += _each(asked, program, ran)
    return Asked(tuple(sorted(each, key=lambda one: one.benefit.key)), execution, instead)


def _each(asked: Mapping[str, Benefit], program: Program, ran: Ran) -> list[Each]:
    outcome = ran.outcome
    found = [Each(asked[key], program, one) for key, one in outcome.found.items()]
    left = [Each(asked[key], program, None, why) for key, why in outcome.left_out.items()]
    return found + left
