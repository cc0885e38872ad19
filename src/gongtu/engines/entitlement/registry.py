"""The benefits in force, each registered once by its provision, at start."""

from collections.abc import Iterator

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.declare import Benefit

_benefits: dict[str, Benefit] = {}


def register_benefit(benefit: Benefit) -> None:
    """Offer a benefit from now on.

    Raises:
        Broken: Another one has its key.
    """
    known = _benefits.setdefault(benefit.key, benefit)
    if known is not benefit:
        raise Broken(
            f"{benefit.declared}: benefit {benefit.key!r} stands in {known.declared} already."
        )


def benefits() -> tuple[Benefit, ...]:
    """Every benefit, by key."""
    return tuple(_benefits[key] for key in sorted(_benefits))


def find_benefit(key: str) -> Benefit | None:
    """The benefit of that key, where there is one."""
    return _benefits.get(key)


def get_benefit(key: str) -> Benefit:
    """The benefit of that key.

    Raises:
        Broken: There is none.
    """
    if key not in _benefits:
        raise Broken(f"There is no benefit {key!r}; there are {', '.join(sorted(_benefits))}.")
    return _benefits[key]


def check_benefits() -> None:
    """Once all are registered: those that ask about others ask about some that are there.

    Raises:
        Broken: Naming file and line of each that asks in a circle, for something unknown, or of
            another kind of row.
    """
    problems = [told for benefit in benefits() for told in _astray(benefit, ())]
    if problems:
        raise Broken("\n".join(dict.fromkeys(problems)))


def _astray(benefit: Benefit, asked_by: tuple[str, ...]) -> Iterator[str]:
    if benefit.key in asked_by:
        yield f"{benefit.declared}: benefit {benefit.key!r} asks whether it is owed itself."
        return
    for key in sorted(benefit.asks_of):
        other = _benefits.get(key)
        if other is None:
            yield f"{benefit.declared}: benefit {benefit.key!r} asks of unknown {key!r}."
        elif other.per != benefit.per:
            yield f"{benefit.declared}: {key!r} is owed per {other.per}, not per {benefit.per}."
        else:
            yield from _astray(other, (*asked_by, benefit.key))
