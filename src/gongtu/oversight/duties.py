"""What binds one enterprise: the engine's answer, joined to the norms of the city's statute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gongtu.base.periods import MONTHS_IN_YEAR, Period, add_months
from gongtu.engines.entitlement.duties.asking import Asked, Change, ask
from gongtu.engines.entitlement.duties.registry import duties
from gongtu.law.obligations import Obligation
from gongtu.oversight.norms import norms
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy.city import active_city


@dataclass(frozen=True, slots=True)
class Bound:
    """One duty as asked, with the norms it carries out."""

    asked: Asked
    norms: tuple[Obligation, ...]

    @property
    def norm(self) -> Obligation:
        """The norm that stands for all: the first it carries out."""
        return self.norms[0]

    @property
    def must(self) -> bool:
        """Whether the enterprise breaks the statute by not doing it."""
        return self.norm.force.binds


def duties_of(organisation: int, *, on: date) -> list[Bound]:
    """Every duty that binds the enterprise, or may, on some day of the year, or did in the last.

    Musts come first, then what is encouraged, each in the statute's order.
    """
    year = Period(last_year(on).since, date(on.year + 1, 1, 1))
    return [bound for bound in _asked(organisation, on) if bound.asked.touches(year)]


def changes_of(bounds: Iterable[Bound], *, on: date) -> list[tuple[Bound, Change]]:
    """What began or ceased to bind in the twelve months up to the day, the latest first."""
    found = [(one, change) for one in bounds for change in one.asked.changes(last_year(on))]
    return sorted(found, key=lambda pair: pair[1].on, reverse=True)


def last_year(on: date) -> Period:
    """The twelve months up to a day, the day included."""
    end = date.fromordinal(on.toordinal() + 1)
    return Period(add_months(end, -MONTHS_IN_YEAR), end)


def _asked(organisation: int, on: date) -> list[Bound]:
    every, law = norms(), Period(active_city().in_force_from)
    asked = ask(duties(ENTERPRISE), str(organisation), on=on, law=law)
    bounds = [Bound(one, tuple(every[key] for key in one.duty.fulfils)) for one in asked]
    places = {key: place for place, key in enumerate(every)}
    return sorted(bounds, key=lambda bound: (not bound.must, places[bound.norm.key]))
