"""The duties in force, each registered once by its provision, at start."""

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.parties.roles import Role

_duties: dict[str, Duty] = {}


def register_duty(duty: Duty) -> None:
    """Ask for a duty from now on.

    Raises:
        Broken: Another one has its key.
    """
    known = _duties.setdefault(duty.key, duty)
    if known is not duty:
        raise Broken(f"{duty.declared}: duty {duty.key!r} stands in {known.declared} already.")


def duties(bearer: Role | None = None) -> tuple[Duty, ...]:
    """Every duty, or those of one kind of bearer, by key."""
    every = (_duties[key] for key in sorted(_duties))
    return tuple(duty for duty in every if bearer in (None, duty.bearer))
