"""Facts with names: groups kept by registers, forms filled in by people, and what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, ClassVar, Generic, Literal, Self, TypedDict, TypeVar, Unpack, overload

from gongtu.base.errors import Broken, Refused
from gongtu.base.money import Yuan
from gongtu.base.speech import gettext as _
from gongtu.engines.entitlement.expressions import EACH, Expr, FactOf
from gongtu.engines.entitlement.kinds import Text, read, stored
from gongtu.engines.entitlement.places import declared_at

T = TypeVar("T")  # what a fact is about
G = TypeVar("G", bound="Facts")  # a group of facts
V = TypeVar("V")  # what a filled-in form holds: T, or T | None where it may be left open


@dataclass(frozen=True, slots=True)
class Known:
    """One value, who keeps it, and the day it was true."""

    value: Any
    source: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule is asked of: a certificate, a claim, a person, with every fact at hand.

    A fact that is missing, or whose value is None, is not known.  `rows` are the related rows
    that rules gather, by their kind and what they belong to alike, as `("certificate", "person")`;
    of those that are missing nothing is known.
    """

    key: str
    title: str
    facts: Mapping[str, Known]
    rows: Mapping[tuple[str, str], Sequence[Mapping[str, Known]]] = field(default_factory=dict)


# What an answer may be at most unless its question says otherwise: letters of a line and of a text,
# and the number and the yuan that every table keeps.
LINE, TEXT, NUMBER, YUAN = 200, 8000, 2**31 - 1, 999_999_999_999
# What questions say whose tables are narrower: letters of a number in words, of a name and of a
# title; a count or a year.
CODE, NAME, TITLE, SMALL = 40, 80, 120, 9999


class Look(TypedDict, total=False):
    """How a question is put: a sentence below it, its options, what a search field searches.

    `most` is how many letters an answer has at most, or the largest number.
    """

    hint: str
    choices: tuple[tuple[str, str], ...]
    choose: str
    most: int


@dataclass(eq=False)
class Fact(Generic[T, V]):
    """One fact: an expression on its class, an answer on a filled-in form."""

    kind: type[T]
    label: str
    unit: str = ""
    source: str = ""
    optional: bool = False
    monthly: bool = False
    daily: bool = False
    look: Look = field(default_factory=Look)

    def __set_name__(self, group: type[Facts], name: str) -> None:
        self.name = name
        self.expression: Expr[T] = FactOf(
            group.__name__,
            name,
            self.label,
            self.unit,
            self.kind,
            self.source,
            self.monthly,
            self.daily,
        )

    @overload
    def __get__(self, form: None, owner: type[Facts]) -> Expr[T]: ...
    @overload
    def __get__(self, form: Form, owner: type[Form]) -> V: ...
    def __get__(self, form: Form | None, owner: type[Facts]) -> Any:
        return self.expression if form is None else form.answers[self.name]

    def __set__(self, form: Form, value: V) -> None:
        raise AttributeError(f"A form once handed in does not change: {self.name}")

    @property
    def key(self) -> str:
        """`Certificate.grade`: the name in a subject's facts."""
        fact_of = self.expression
        return fact_of.key if isinstance(fact_of, FactOf) else self.name

    @property
    def hint(self) -> str:
        return self.look.get("hint", "")

    @property
    def choose(self) -> str:
        """Which roles an organisation or person is chosen from, a blank between them."""
        return self.look.get("choose", "")

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Value and label of each option; those of an enum unless others were given."""
        if "choices" in self.look or not issubclass(self.kind, Enum):
            return self.look.get("choices", ())
        return tuple((str(o.value), str(getattr(o, "label", o.value))) for o in self.kind)

    @property
    def most(self) -> int:
        """How many letters an answer has at most; of a number or a sum of yuan, the largest."""
        usual: tuple[tuple[type[Any], int], ...] = ((Text, TEXT), (str, LINE), (Yuan, YUAN))
        found = (most for kind, most in usual if issubclass(self.kind, kind))
        return self.look.get("most", next(found, NUMBER))

    def read(self, value: Any) -> T | None:
        """The answer from what JSON keeps.

        Raises:
            Refused: It is of the wrong kind, too long or too large, no option, or missing though it
                is required.
        """
        if value in (None, "") and not self.optional:
            raise Refused(_("“%(label)s”尚未填写。") % {"label": self.label})
        try:
            answer: T | None = read(self.kind, None if value == "" else value)
        except Refused as refusal:
            raise Refused(f"“{self.label}”：{refusal}") from None
        options = {option for option, _ in self.choices}
        if options and answer is not None and str(stored(answer)) not in options:
            raise Refused(_("“%(label)s”：请从所列选项中选择。") % {"label": self.label})
        self._check_extent(answer)
        return answer

    def _check_extent(self, answer: object) -> None:
        told = {"label": self.label, "most": f"{self.most:,}"}
        if isinstance(answer, str) and len(answer) > self.most:
            raise Refused(_("“%(label)s”：最多%(most)s个字。") % told)
        number = answer.amount if isinstance(answer, Yuan) else answer
        if isinstance(number, int | Decimal) and not -self.most <= number <= self.most:
            raise Refused(_("“%(label)s”：不能超过%(most)s。") % told)


class Pace(TypedDict, total=False):
    """How a fact goes on by itself: a count up by one each month, a date with the day of asking."""

    monthly: bool
    daily: bool


def fact(
    kind: type[T], label: str, unit: str = "", source: str = "", **pace: Unpack[Pace]
) -> Fact[T, T]:
    """One fact of a register, in the words of the guide.

    `monthly=True`: months of contributions, say, go on; `daily=True`: it is the day of the claim.
    """
    return Fact(kind, label, unit, source, **pace)


@overload
def ask(
    kind: type[T], label: str, unit: str = "", *, optional: Literal[True], **look: Unpack[Look]
) -> Fact[T, T | None]: ...
@overload
def ask(
    kind: type[T],
    label: str,
    unit: str = "",
    *,
    optional: Literal[False] = False,
    **look: Unpack[Look],
) -> Fact[T, T]: ...
def ask(
    kind: type[T], label: str, unit: str = "", *, optional: bool = False, **look: Unpack[Look]
) -> Fact[T, Any]:
    """One question of a form, in the words the applicant reads."""
    return Fact(kind, label, unit, "本人填报", optional=optional, look=look)


class Facts:
    """Base of every group of facts: subclass it and list them with `fact`.

    `of` says what kind of row they are told of: "person", "enterprise", "certificate" …; a run
    over the city needs it, a form does not.
    """

    facts: ClassVar[dict[str, Fact[Any, Any]]] = {}
    of: ClassVar[str] = ""

    def __init_subclass__(cls, of: str = "") -> None:
        own = {name: fact for name, fact in vars(cls).items() if isinstance(fact, Fact)}
        cls.facts = cls.facts | own
        cls.of = of or cls.of

    @classmethod
    def recorded(cls, *, as_of: date | None = None, **values: Any) -> dict[str, Known]:
        """What a register knows, ready for a subject; what is left out is not known.

        Raises:
            Broken: A value for no fact, or of the wrong kind.
        """
        if strange := sorted(name for name in values if not cls._fits(name, values[name])):
            raise Broken(f"{declared_at()}: {cls.__name__} does not fit: {', '.join(strange)}.")
        return {
            cls.facts[name].key: Known(value, cls.facts[name].source, as_of)
            for name, value in values.items()
        }

    @classmethod
    def _fits(cls, name: str, value: object) -> bool:
        if name not in cls.facts:
            return False
        kind = cls.facts[name].kind
        if isinstance(value, bool) and kind is not bool:
            return False
        return value is None or isinstance(value, kind)


@cache
def each(group: type[G]) -> type[G]:
    """The facts of each row that is gathered, beside those of the row asked about.

    others = each(Certificate)
    any_of(others.grade.is_(Certificate.grade), rows=others, within="person", label="…")
    """
    own = {name: replace(fact) for name, fact in group.facts.items()}
    return type(EACH + group.__name__, (group,), own)


class Form(Facts):
    """Base of every form: subclass it and list the questions with `ask`."""

    def __init__(self, **answers: Any) -> None:
        """Fill the form in; text may stand for a kind of text.

        Raises:
            Broken: An answer to no question, or of the wrong kind, or one left out.
        """
        self.answers = {name: self._typed(name, answers.get(name)) for name in self.facts}
        wrong = [name for name, value in self.answers.items() if not self._answers(name, value)]
        if strange := [*wrong, *sorted(answers.keys() - self.facts.keys())]:
            raise Broken(f"{type(self).__name__} does not fit: {', '.join(strange)}.")

    @classmethod
    def read(cls, answers: Mapping[str, Any]) -> Self:
        """Fill the form in from what JSON keeps.

        Raises:
            Refused: One sentence for each answer that is missing or cannot be read.
        """
        given: dict[str, Any] = {}
        reasons = [
            _("没有“%(name)s”这一栏。") % {"name": name}
            for name in sorted(answers.keys() - cls.facts.keys())
        ]
        for name, asked in cls.facts.items():
            try:
                given[name] = asked.read(answers.get(name))
            except Refused as refusal:
                reasons.extend(refusal.reasons)
        if reasons:
            raise Refused(*reasons)
        return cls(**given)

    def as_json(self) -> dict[str, Any]:
        """The answers as JSON keeps them; `read` gives the same form back."""
        return {name: stored(value) for name, value in self.answers.items()}

    def known(self, as_of: date | None = None) -> dict[str, Known]:
        """The answers as facts, to be merged with what registers know."""
        return {
            asked.key: Known(self.answers[name], asked.source, as_of)
            for name, asked in self.facts.items()
        }

    def _typed(self, name: str, value: Any) -> Any:
        kind = self.facts[name].kind
        plain_text = type(value) is str and kind is not str and issubclass(kind, str)
        return kind(value) if plain_text and not issubclass(kind, Enum) else value

    def _answers(self, name: str, value: object) -> bool:
        if value is None:
            return self.facts[name].optional
        return self._fits(name, value)
