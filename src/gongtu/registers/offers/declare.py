"""What a run over the city tells the register: who is owed what, and who lacks one thing only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from gongtu.base.money import Yuan


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """To whom something is owed: a person or an organisation."""

    person: UUID | None = None
    organisation: int | None = None

    @property
    def key(self) -> str:
        """The id as rules are asked about it."""
        return str(self.person or self.organisation)

    @property
    def chain(self) -> str:
        """The journal's chain of what happens to them."""
        return f"person:{self.person}" if self.person else f"organisation:{self.organisation}"

    @property
    def where(self) -> dict[str, Any]:
        """As the tables find them."""
        return {"person": self.person, "organisation": self.organisation}


@dataclass(frozen=True, slots=True)
class Found:
    """One benefit that is owed; `amount` is None where it is no money."""

    benefit: str
    beneficiary: Beneficiary
    subject: str
    amount: Yuan | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """One benefit that would be owed, were it not for one condition."""

    benefit: str
    condition: str
    beneficiary: Beneficiary
    subject: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking the whole city: by which engine, on which facts and rules.

    `owed` and `near` hold every benefit that was asked, those that nobody is owed too.
    """

    engine: str
    owed: Mapping[str, Iterable[Found]]
    near: Mapping[str, Iterable[Near]] = field(default_factory=dict)
    snapshot: str = ""
    rules: str = ""


Progress = Callable[[int, int], None]
Source = Callable[[date, Progress], Asked]
"""Asks every benefit for everybody on a day, and tells how far it is."""
