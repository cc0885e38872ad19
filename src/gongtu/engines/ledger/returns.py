"""Money paid without ground: what is asked back of a case, and what has come back of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from gongtu.base.money import Yuan
from gongtu.engines.ledger.choices import Account, EntryKind
from gongtu.engines.ledger.models import Commitment, Posting

RECEIPT = "recover:"


@dataclass(frozen=True, slots=True)
class Asked:
    """So much was asked back, on that day, for that reason."""

    amount: Yuan
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Returned:
    """So much came back on that day, by that receipt."""

    amount: Yuan
    on: date
    receipt: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a case owes back: asked for, come back, and left."""

    asked: tuple[Asked, ...]
    returned: tuple[Returned, ...]
    left: Yuan

    @property
    def total(self) -> Yuan:
        """What was asked back and not waived since."""
        return self.left + self.back

    @property
    def back(self) -> Yuan:
        return Yuan.total(one.amount for one in self.returned)


def cases_owing_back() -> list[str]:
    """The numbers of the cases of which anything is or was to be returned."""
    ever = Q(receivable__gt=0) | Q(entries__kind=EntryKind.RECOVER)
    rows = Commitment.objects.filter(ever).exclude(case_number="").order_by("case_number")
    return list(rows.values_list("case_number", flat=True).distinct())


def find_recovery(case_number: str) -> Recovery | None:
    """What is or was to be returned of a case; None where nothing ever was."""
    onto = Posting.objects.filter(
        entry__commitment__case_number=case_number, account=Account.RECEIVABLE
    )
    moved = list(onto.select_related("entry").order_by("id"))
    if not moved:
        return None
    asked = tuple(
        Asked(Yuan.of_fen(one.amount), one.entry.on, one.entry.reason)
        for one in moved
        if one.amount > 0
    )
    returned = tuple(
        Returned(Yuan.of_fen(-one.amount), one.entry.on, receipt_in(one.entry.key))
        for one in moved
        if one.entry.kind == EntryKind.RECOVER
    )
    left = Yuan.of_fen(sum(one.amount for one in moved))
    return Recovery(asked, returned, left)


def key_of(fund: str, receipt: str) -> str:
    """The key of what came back by a receipt: each counts once for its fund."""
    return f"{RECEIPT}{fund}:{receipt}"


def receipt_in(key: str) -> str:
    """The receipt named in an entry's key.

    >>> receipt_in(key_of("a-fund", "回单:1"))
    '回单:1'
    """
    return key.removeprefix(RECEIPT).partition(":")[2]
