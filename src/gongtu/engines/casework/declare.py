"""What a procedure *is*: a frozen value that reads like the office's own rule sheet.

A case always lies on somebody's desk.  So a procedure is a list of stages; each
stage says who holds the case, what that holder may do with it, and for how long.
Nothing here knows the database or the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gongtu.base.errors import Broken
from gongtu.engines.casework.seats import CITY, DISTRICT, OPENER, Named, Place, Seat
from gongtu.engines.casework.soundness import declared_at, problems_of
from gongtu.engines.casework.vocabulary import (
    OPENED,
    REMIND,
    Commitment,
    Effect,
    End,
    Gathering,
    HandOver,
    InFavour,
    Labelled,
    Late,
    LetterKind,
    Limit,
    Material,
    Move,
    NoForm,
    PublicNotice,
    Reconsideration,
    Remind,
    Stage,
)
from gongtu.engines.entitlement.declare import Condition, Facts, Form, Known, rule_version
from gongtu.law import Article
from gongtu.parties.roles import OFFICES, Role
from gongtu.policy import Policy

__all__ = [
    "CITY",
    "DISTRICT",
    "OPENED",
    "OPENER",
    "REMIND",
    "BadDeclaration",
    "Commitment",
    "Effect",
    "End",
    "Gathering",
    "HandOver",
    "InFavour",
    "Labelled",
    "Late",
    "LetterKind",
    "Limit",
    "Material",
    "Move",
    "Named",
    "NoForm",
    "Procedure",
    "PublicNotice",
    "Reconsideration",
    "Remind",
    "Seat",
    "Stage",
]


class BadDeclaration(Broken):
    """The procedure could never be carried out as declared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One administrative procedure.

    `facts` are what the registers are asked for (by `gathers`), so that no form asks it again.
    `seats` need naming only where a role is neither the opener nor an office of the division.
    Where bodies of several roles may open it, `opened_by` is the seat they take, and `open_to`
    names them.

    Raises:
        BadDeclaration: Listing everything that could never work, all at once, with file and line.
    """

    key: str
    title: str
    basis: tuple[Article, ...]
    fulfils: tuple[str, ...]
    opened_by: Role
    form: type[Form]
    stages: tuple[Stage | End, ...]
    policy: Policy
    facts: tuple[type[Facts], ...] = ()
    gathers: Callable[[Gathering], Mapping[str, Known]] | None = None
    seats: tuple[tuple[Role, Place], ...] = ()
    materials: tuple[Material, ...] = ()
    withdrawn: str | None = None
    reconsideration: Reconsideration | None = None
    open_to: tuple[Role, ...] = ()
    opens: Callable[[Effect], None] | None = None
    titled: Callable[[Mapping[str, Any]], str] | None = None
    sees: tuple[Role, ...] = ()  # besides the parties, who always see their case
    version: str = "2026-03-01"

    def __post_init__(self) -> None:
        if problems := problems_of(self):
            file, line = declared_at()
            told = "; ".join(problems)
            raise BadDeclaration(f"{file}:{line}: procedure {self.key!r}: {told}.")

    def __getitem__(self, key: str) -> Stage | End:
        return next(stage for stage in self.stages if stage.key == key)

    @property
    def first(self) -> Stage:
        return self.desks[0]

    @property
    def openers(self) -> tuple[Role, ...]:
        """The roles in which one opens it."""
        return self.open_to or (self.opened_by,)

    @property
    def desks(self) -> tuple[Stage, ...]:
        """The stages where somebody must act."""
        return tuple(stage for stage in self.stages if isinstance(stage, Stage))

    @property
    def ends(self) -> tuple[End, ...]:
        return tuple(stage for stage in self.stages if isinstance(stage, End))

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every move once, in the order a case meets them."""
        return tuple(dict.fromkeys(move for stage in self.desks for move in stage.moves))

    @property
    def forms(self) -> tuple[type[Form], ...]:
        """The opening form, then the forms of moves."""
        return (self.form, *dict.fromkeys(m.asks for m in self.moves if m.asks is not None))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(dict.fromkeys(c for move in self.moves for c in move.requires))

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        return tuple(dict.fromkeys(m.commits for m in self.moves if m.commits is not None))

    @property
    def rule(self) -> str:
        """The version of its rules, for a claim that of the benefit; empty where it has none."""
        if not self.conditions:
            return ""
        return rule_version(self.conditions, [each.amount for each in self.commitments])

    @property
    def letters(self) -> tuple[LetterKind, ...]:
        return tuple(dict.fromkeys(m.issues for m in self.moves if m.issues is not None))

    @property
    def roles(self) -> tuple[Role, ...]:
        """Every role that takes part, the opener first."""
        held = (role for s in self.desks for role in (s.held_by, *(m.by for m in s.moves if m.by)))
        read = (letter.to for letter in self.letters)
        return tuple(dict.fromkeys((self.opened_by, *held, *read)))

    def seat(self, role: Role) -> Place | None:
        """Where the party of `role` is found; None where the declaration does not say."""
        if (placed := dict(self.seats).get(role)) is not None:
            return placed
        if role == self.opened_by:
            return OPENER
        return DISTRICT if role in OFFICES else None

    def letter_files(self, folder: Path) -> tuple[Path, ...]:
        """The texts of the letters, most of which the provision's folder must hold."""
        return tuple(kind.text_in(folder, lang) for kind in self.letters for lang in ("zh", "en"))
