"""The benefits in force, each registered once by its provision, at start."""

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


def get_benefit(key: str) -> Benefit:
    """The benefit of that key.

    Raises:
        Broken: There is none.
    """
    if key not in _benefits:
        raise Broken(f"There is no benefit {key!r}; there are {', '.join(sorted(_benefits))}.")
    return _benefits[key]
