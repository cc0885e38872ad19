"""The simulator: what the rows come to for somebody who holds what the reader says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Rung, rungs_of
from gongtu.registers.equivalence.queries.asking import Answer, Held, answers_to, begun
from gongtu.registers.ladder import facts
from gongtu.registers.ladder.declare import BY_NAME, GRADE, TITLE

SIDES = {Side.GRADE: GRADE, Side.TITLE: TITLE}


class SupposedUnfit(Refused):
    """Nothing is held, a rung is none of its side, or the day is still to come."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """What the reader says they hold, and since when they have worked with it without a gap."""

    held: Held
    since: date | None = None


def require_fit(told: Supposed, *, on: date) -> None:
    """Pass what somebody may hold.

    Raises:
        SupposedUnfit: Naming what does not fit.
    """
    if not told.held:
        raise SupposedUnfit(_("请至少选择一项您持有的等级、职称、职业资格、毕业的班或者称号。"))
    for rung in told.held:
        if rung.key not in rungs_of(rung.side):
            raise SupposedUnfit(
                _("%(side)s中没有“%(key)s”。") % {"side": rung.side.label, "key": rung.key}
            )
    if told.since is not None and told.since > on:
        raise SupposedUnfit(_("取得的日期还没有到。"))


def suppose(told: Supposed, *, on: date) -> tuple[Answer, ...]:
    """Every row that begins on a rung held, its rule asked as if the register said so.

    Raises:
        SupposedUnfit: Nobody can hold that.
    """
    require_fit(told, on=on)
    subject = Subject("supposed", "", _known(told, on))
    ruled = answers_to(begun(told.held, on, with_rule=True), subject, on)
    plain = (Answer(*one) for one in begun(told.held, on, with_rule=False))
    return (*ruled, *plain)


def _known(told: Supposed, on: date) -> dict[str, Known]:
    """The ladder's facts as they would be: what an assessing body checks stays unknown."""
    held = set(_flags(told.held))
    grades = {name: f"{facts.Held.__name__}.{name}" in held for name in facts.Held.facts}
    titles = {
        name: f"{facts.Titled.__name__}.{name}" in held
        for name in facts.Titled.facts
        if name != "fits"
    }
    events = [name for name, holds in {**grades, **titles}.items() if holds]
    since = {f"after_{name}": told.since for name in events}
    return {
        **facts.Held.recorded(as_of=on, **grades),
        **facts.Titled.recorded(as_of=on, fits=None, **titles),
        **facts.Counted.recorded(as_of=on, now=True, until=on, since=told.since, **since),
        **facts.Possible.recorded(as_of=on, count=False),
        **facts.Placed.recorded(as_of=on, on_line=None),
    }


def _flags(held: Held) -> Iterator[str]:
    """The facts that hold on the rungs: of a higher grade or title those below, too."""
    for name, (track, rungs) in BY_NAME.items():
        same = [rung for rung in held if SIDES.get(rung.side) == track]
        if any(one.reaches(Rung(one.side, key)) for one in same for key in rungs):
            yield name
