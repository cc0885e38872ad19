"""The words a procedure is declared in: moves, stages, ends, limits, letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.casework.texts import SHARED
from gongtu.engines.entitlement.declare import Condition, Form, Known
from gongtu.engines.entitlement.earlier import Earlier
from gongtu.engines.entitlement.expressions import Expr
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import Role

OPENED = "opened"  # what somebody did who opened the case, beside its moves


class NoForm(Form):
    """Asks nothing: all that is needed is on record."""


class Labelled(StrEnum):
    """Base of a closed list of answers: each a permanent key with its Chinese label."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        answer = str.__new__(cls, value)
        answer._value_, answer.label = value, label
        return answer


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A letter of the provision; its text lies in `letters/<key>.zh.html` and `.en.html`.

    A `shared` one is worded in `claims/letters` unless the provision words it itself.
    """

    key: str
    title: str
    to: Role
    shared: bool = False

    def text_in(self, folder: Path, lang: str) -> Path:
        """Where the letter's text lies: in the provision's folder, or with all claims."""
        own = folder / "letters" / f"{self.key}.{lang}.html"
        return own if not self.shared or own.is_file() else SHARED / "letters" / own.name


@dataclass(frozen=True, slots=True)
class Remind:
    """When late: everybody concerned sees it; nothing else happens."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """When late: the case goes to the holder of another stage."""

    stage: str


@dataclass(frozen=True, slots=True)
class InFavour:
    """When late: the law itself decides for the citizen, by this move of the stage."""

    move: str


# A clock may remind, hand over, or decide in somebody's favour; never against anybody.
Late = Remind | HandOver | InFavour
REMIND = Remind()


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a stage may last; each name is a parameter in 日, 工作日 or 月.

    It runs from the first day of the stay, or from the later day that the opening form tells
    under the name `counts_from`.
    """

    legal: str | None = None
    promised: str | None = None
    counts_from: str | None = None
    late: Late = REMIND
    extension: str | None = None
    extended_by: Role | None = None

    @property
    def parameters(self) -> tuple[str, ...]:
        return tuple(name for name in (self.legal, self.promised, self.extension) if name)


@dataclass(frozen=True, slots=True)
class Commitment:
    """Money promised from a fund, once for each person and each value of `once_per`."""

    amount: Expr[Yuan]
    fund: str
    once_per: tuple[Expr[Any], ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """What is known of a case when the registers are asked for its facts."""

    case_number: str
    procedure: str
    answers: Mapping[str, Any]
    opener_person: UUID | None
    opener_organisation: int | None
    parties: Mapping[Role, int | UUID]
    division: str
    opened_on: date
    on: date
    again: bool = field(
        default=False, kw_only=True
    )  # a decision made on that day is looked at once more

    @property
    def earlier(self) -> Earlier:
        """What counts as drawn before this case."""
        return Earlier(self.case_number, self.on if self.again else None)

    @property
    def person(self) -> UUID:
        """Who opened the case, where the declaration lets a person open it."""
        if self.opener_person is None:
            raise Broken(f"Case {self.case_number} was not opened by a person.")
        return self.opener_person

    @property
    def organisation(self) -> int:
        """Which organisation opened the case, where the declaration lets one open it."""
        if self.opener_organisation is None:
            raise Broken(f"Case {self.case_number} was not opened by an organisation.")
        return self.opener_organisation


@dataclass(frozen=True, slots=True)
class Effect(Gathering):
    """What a move carries into the registers, in the transaction of the move."""

    by: Capacity
    known: Mapping[str, Known]
    move_answers: Mapping[str, Any]
    amount: Yuan | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that may be done to a case."""

    key: str
    label: str
    to: str
    by: Role | None = None  # None: whoever holds the stage
    requires: tuple[Condition, ...] = ()
    reasons: bool = False
    asks: type[Form] | None = None
    issues: LetterKind | None = None
    commits: Commitment | None = None
    pays: bool = False
    does: Callable[[Effect], None] | None = None
    undoes: Callable[[Effect], None] | None = None  # what `does` wrote, should the money fall away
    once: bool = False
    other_than: str | None = None  # four eyes: not who made that move, or OPENED the case
    after_notice: bool = False
    hurts: bool = False  # the page asks for confirmation
    label_past: str = ""


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """公示: anybody may object while it runs, and every objection is answered."""

    days: str
    says: str


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a case lies, whose turn it is, what they may do, and until when.

    A stage `rests` while what was decided holds, such as an agreement or a term of office:
    it is nobody's turn, nothing is due, and each move says who may make it.
    """

    key: str
    label: str
    held_by: Role
    moves: tuple[Move, ...]
    limit: Limit | None = None
    suspends: str | None = None  # time spent here does not count for that stage
    notice: PublicNotice | None = None
    public: str = ""
    rests: bool = False

    @property
    def leads_to(self) -> tuple[str, ...]:
        """The stages that may follow, by a move or by the clock."""
        late = self.limit.late if self.limit else REMIND
        handed = (late.stage,) if isinstance(late, HandOver) else ()
        return (*(move.to for move in self.moves), *handed)

    def move(self, key: str) -> Move | None:
        return next((move for move in self.moves if move.key == key), None)


@dataclass(frozen=True, slots=True)
class End:
    """A stage no case leaves, unless it is reconsidered."""

    key: str
    label: str
    public: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """A document the applicant adds; `kinds` are families of file types."""

    key: str
    label: str
    required: bool = True
    kinds: tuple[str, ...] = ("pdf", "image")


@dataclass(frozen=True, slots=True)
class Reconsideration:
    """An ended case goes back to `stage`, before somebody else than the first decider."""

    stage: str
    within: str
