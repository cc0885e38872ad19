"""What is printed of a credential: a form with its fields, in their order, and its words.

Each register has the forms of its own kinds.  The words of a certificate's body and of an
appointment are ours until the ministry's are confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongtu.base.periods import last_day

# In Chinese, in English, and the member of the subject that holds it.
Field = tuple[str, str, str]
Words = tuple[str, str]
# Who holds it, at the head of every form.
HOLDER: tuple[Field, ...] = (
    ("姓名", "Name", "name"),
    ("证件类型", "Type of identity document", "idType"),
    ("证件号码", "Document number", "idNumber"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: what stands on it for every holder, and which fields."""

    fields: tuple[Field, ...]
    on_card: frozenset[str]
    titles: Mapping[str, str]
    text: Words
    issuer: Words
    issued: Words = ("发证日期", "Date of issue")
    lookups: tuple[tuple[str, str, str], ...] = field(default=())
    has_photo: bool = False


def said_by(document: Mapping[str, Any], number: str) -> dict[str, Any]:
    """What a form may print, by member: the subject's, the number, and the term where it ends."""
    term = {}
    if until := document.get("validUntil"):
        begins, last = day_of(document["validFrom"]), last_day(day_of(until))
        term["term"] = f"自{in_words(begins)}起，至{in_words(last)}为止"
    return {"certificateNumber": number, **term, **document["credentialSubject"]}


def in_words(day: date) -> str:
    """A day as documents write it.

    >>> in_words(date(2026, 9, 1))
    '2026年9月1日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def day_of(stamp: str) -> date:
    """The day that a document's own stamp names."""
    return date.fromisoformat(stamp[:10])
