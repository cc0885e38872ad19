"""Where the party of a role is found: who sits on each side of a case.

The opener is known from the opening, offices from the division of the case, and
everybody else is named on a form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from gongtu.engines.entitlement.expressions import Expr


class Seat(Enum):
    """A side of the case that needs no naming."""

    OPENER = "opener"  # whoever opened the case, or the organisation they opened it for
    DISTRICT = "district"  # the office of that role in the division of the case
    CITY = "city"  # the office of that role at the city


@dataclass(frozen=True, slots=True)
class Named:
    """The organisation or person that a form names.

    The named one holds the seat whatever its own role: a proposal addressed to the
    human-resources department is answered by that department's officers.

    `with_moves`: it takes the seat, and sees the case, only once one of these moves is made, such
    as a body that is not told beforehand that it will be looked at.
    """

    fact: Expr[Any]  # an `OrganisationKey` or `PersonKey` question of the form
    with_moves: tuple[str, ...] = ()


OPENER, DISTRICT, CITY = Seat.OPENER, Seat.DISTRICT, Seat.CITY
Place = Seat | Named
