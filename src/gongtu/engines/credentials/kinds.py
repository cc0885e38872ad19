"""Kinds of credentials: what each tells whoever checks one, and in which words.

A register makes its kinds known when it is ready. Pages and the API ask here and know none by name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.base.errors import Broken, Refused
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.printed import Form

Subject = Mapping[str, Any]


class KindUnknown(Refused):
    """It is on no register: nobody can say what it certifies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFields:
    """Common to all kinds; the issuer as it was called on the day of issue, and as it is now."""

    number: str
    name: str
    issuer: str
    issuer_now: str
    issued_on: date


class Line(NamedTuple):
    """A line of what is certified: a day, a closed word, a body or plain text under its label.

    `formerly` is what a body was called on the day of issue.
    """

    label: str
    value: Any
    formerly: str = ""


class Words(NamedTuple):
    """One large word, and a sentence that says what it means; both are put into languages late."""

    label: Any
    says: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a register holds of somebody, whether or not an original of it was signed here.

    `issuer` is a body, or what it was called.
    """

    number: str
    title: Sequence[Any]
    issuer: Any
    issued_on: date


def _nothing(_person: UUID) -> Iterable[Recorded]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a register says of its credentials; `is_confirmed` is about the rule of its numbers.

    `shape` is what `fields` answers to programs, `lines` what people read, `title` what a subject
    is called in lists, `english` what documents print beside closed words, `verdicts` the words
    that differ from a certificate's.  What certifies no grade has a `folder` of its own in its
    holder's archive.

    `form` is what is printed of it, `always` the members of the subject that no presentation keeps
    back: without them nothing is certified.  `recorded` lists what the register holds of a person
    where that may be more than was signed here.
    """

    key: str
    shape: type[PublicFields]
    fields: Callable[[Credential], PublicFields]
    lines: Callable[[Credential], Sequence[Line]]
    title: Callable[[Subject], Sequence[Any]]
    form: Form
    always: tuple[str, ...]
    recorded: Callable[[UUID], Iterable[Recorded]] = _nothing
    english: Callable[[Subject], Mapping[str, str]] = lambda _subject: {}
    folder: str = ""
    label: Any = ""
    says: Any = ""
    numbered_as: Any
    explain: Callable[[str], Sequence[Any]] = lambda _number: ()
    is_confirmed: Callable[[], bool] = lambda: True
    verdicts: Mapping[Verdict, Words] = field(default_factory=dict)

    @property
    def certifies_grade(self) -> bool:
        return not self.folder


_kinds: dict[str, Kind] = {}


def use_kind(kind: Kind) -> None:
    """Make a kind known.

    Raises:
        Broken: Another is known by its key.
    """
    if _kinds.setdefault(kind.key, kind) is not kind:
        raise Broken(f"Two kinds of credentials are called {kind.key!r}.")


def kind_of(credential: Credential) -> Kind:
    """What its register says of a credential.

    Raises:
        KindUnknown: No register made its kind known.
    """
    if (found := _kinds.get(credential.kind)) is None:
        raise KindUnknown(_("没有这一编号的证书。"))
    return found


def find_kind(key: str) -> Kind | None:
    """The kind of that key; None where no register knows it."""
    return _kinds.get(key)


def titled(credential: Credential) -> Sequence[Any]:
    """What a credential is called in lists: plain and closed words."""
    return kind_of(credential).title(credential.document["credentialSubject"])


def kinds() -> Collection[Kind]:
    """All kinds that are known."""
    return _kinds.values()


def shapes() -> Iterator[type[PublicFields]]:
    """What the kinds tell programs, each shape once."""
    return iter(dict.fromkeys(kind.shape for kind in kinds()))
