"""The policy workbench (Art. 41): what a draft would change in the city, as an officer sees it.

Figures are exact inside; what leaves this module hides small cells, also from subtraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.entitlement.city.weighing import (
    Change,
    Level,
    Tally,
    Weighed,
    Weighing,
    resting_on,
    weigh,
)
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.entitlement.stories import Retold, retold
from gongtu.engines.indicators.queries import MINIMUM_CELL
from gongtu.engines.indicators.tables import WHOLE, Sum, disclose_table
from gongtu.oversight import towns
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.policy import Parameter, all_parameters, shared
from gongtu.policy.supposing import Draft
from gongtu.registers.instruments import queries as decisions

BY = ("division", "grade", "level")
SUMS = (
    Sum((Level.OWED, Change.GAINS), (Change.LOSES,), Level.OWED_THEN),
    Sum((Level.UNKNOWN, Change.NEWLY_UNKNOWN), (Change.NEWLY_KNOWN,), Level.UNKNOWN_THEN),
)
FLOWS = (Change.GAINS, Change.LOSES, Change.MORE, Change.LESS, Level.OWED_THEN)

Counts = Mapping[str, int | None]  # by the words of `Change` and `Level`; None is hidden


@dataclass(frozen=True, slots=True)
class Figures:
    """What is shown of some people; None is hidden, money is in fen."""

    counts: Counts
    cost: int | None
    cost_then: int | None

    @property
    def difference(self) -> int | None:
        if self.cost is None or self.cost_then is None:
            return None
        return self.cost_then - self.cost


@dataclass(frozen=True, slots=True)
class Shown:
    """One benefit before and after: the whole city, by group, and near-misses by condition."""

    benefit: Benefit
    whole: Figures
    groups: Mapping[str, Mapping[Any, Figures]]
    missed: Mapping[str, tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a draft would change on a day, by the facts as they stood on `facts_on`."""

    on: date
    facts_on: date
    shown: tuple[Shown, ...]
    left_out: Mapping[str, str]

    @property
    def changes_anything(self) -> bool:
        changes = (one.whole.counts[change] for one in self.shown for change in Change)
        return any(count is None or count > 0 for count in changes)


@dataclass(frozen=True, slots=True)
class Tried:
    """A draft on record, with its effect and the worked examples that come out otherwise."""

    draft: Any
    effect: Effect | None
    stories: list[Retold]


def draftable(by: Capacity) -> list[Parameter]:
    """What this role decides and some benefit rests on."""
    return [each for each in all_parameters() if each.decides == by.role and resting([each.key])]


def require_deciding(by: Capacity) -> None:
    """Only for offices that decide some standard on which a benefit rests.

    Raises:
        NotEntitled: The reader acts in another capacity, or the office decides none.
    """
    if not draftable(by):
        raise NotEntitled(_("该身份没有由其决定、影响待遇的标准，不能起草。"))


def try_draft(number: int, *, by: Capacity, on: date) -> Tried:
    """What one's own draft would change, or a proposed one of one's role.

    Raises:
        NotEntitled: The reader decides nothing.
        DraftUnknown: It is somebody else's, or there is none.
    """
    require_deciding(by)
    draft = decisions.get_readable_draft(number, by)
    supposed = decisions.supposed_by(draft.values, draft.valid_from)
    effect = effect_of(supposed, since=draft.valid_from, on=on)
    return Tried(draft, effect, broken_stories(supposed))


def effect_of(draft: Draft, *, since: date, on: date) -> Effect | None:
    """What the draft would change; None while no snapshot of the registers is there."""
    found = weighed(draft, since=since, on=on)
    if found is None:
        return None
    weighing, loaded = found
    minimum = shared.platform.count(MINIMUM_CELL, on=on) or 0
    return Effect(
        on=loaded.town.on,
        facts_on=loaded.facts_on,
        shown=tuple(_shown(one, minimum) for one in weighing.weighed.values()),
        left_out=weighing.left_out,
    )


def weighed(draft: Draft, *, since: date, on: date) -> tuple[Weighing, towns.Loaded] | None:
    """The exact figures, on the draft's first day or today, whichever is later."""
    loaded = towns.town_on(max(since, on), today=on)
    if loaded is None:
        return None
    return weigh(benefits(), draft, loaded.town, by=BY), loaded


def resting(keys: Iterable[str]) -> tuple[Benefit, ...]:
    """The benefits that rest on these parameters."""
    return resting_on(keys, benefits())


def broken_stories(draft: Draft) -> list[Retold]:
    """The worked examples of what rests on the draft that would come out otherwise."""
    return [told for benefit in resting(draft) for told in retold(benefit, draft)]


def _shown(one: Weighed, minimum: int) -> Shown:
    tables = {
        name: disclose_table(
            {str(place): _plain(tally) for place, tally in enumerate(groups.values())},
            _plain(one.whole),
            minimum=minimum,
            sums=SUMS,
        )
        for name, groups in one.groups.items()
    }
    alone = disclose_table({}, _plain(one.whole), minimum=minimum, sums=SUMS)
    whole = _together([alone[WHOLE], *(table[WHOLE] for table in tables.values())])
    groups = {
        name: {
            group: _figures(tables[name][str(place)], tally)
            for place, (group, tally) in enumerate(groups.items())
        }
        for name, groups in one.groups.items()
    }
    return Shown(one.benefit, _figures(whole, one.whole), groups, _missed(one, minimum))


def _missed(one: Weighed, minimum: int) -> dict[str, tuple[int | None, int | None]]:
    rows = {missed.condition: {"was": missed.before, "is": missed.after} for missed in one.missed}
    counts = one.whole.counts
    whole = {"was": counts[Level.NEAR], "is": counts[Level.NEAR_THEN]}
    table = disclose_table(rows, whole, minimum=minimum)
    return {key: (table[key]["was"], table[key]["is"]) for key in rows}


def _plain(tally: Tally) -> dict[str, int]:
    return {str(sort): count for sort, count in tally.counts.items()}


def _together(wholes: list[dict[str, int | None]]) -> dict[str, int | None]:
    """The row of the whole city, of which each table may have something to hide."""
    return {
        sort: None if any(whole[sort] is None for whole in wholes) else count
        for sort, count in wholes[0].items()
    }


def _figures(counts: Counts, tally: Tally) -> Figures:
    """Sums of money are shown only where the people behind them are."""
    was = None if counts[Level.OWED] is None else tally.cost
    hidden = was is None or any(counts[flow] is None for flow in FLOWS)
    return Figures(counts, was, None if hidden else tally.cost_then)
