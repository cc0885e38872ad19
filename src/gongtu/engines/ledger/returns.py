"""Money paid without ground: what is asked back of a case, what came back, what was let go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

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
class WrittenDown:
    """So much is not pursued, decided on that day on the basis of that document."""

    amount: Yuan
    on: date
    basis: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a case owes back: asked for, come back, written down, and left.

    `spared` is what stays written down: less than was, where it turned out to be owed after all.
    """

    asked: tuple[Asked, ...]
    returned: tuple[Returned, ...]
    written: tuple[WrittenDown, ...]
    left: Yuan
    spared: Yuan

    @property
    def total(self) -> Yuan:
        """What was asked back and is not owed after all."""
        return self.left + self.back + self.spared

    @property
    def back(self) -> Yuan:
        return Yuan.total(one.amount for one in self.returned)


def cases_owing_back() -> QuerySet[Commitment, str]:
    """The numbers of the cases of which anything is or was to be returned."""
    ended = (EntryKind.RECOVER, EntryKind.WRITE_DOWN)
    ever = Q(receivable__gt=0) | Q(entries__kind__in=ended)
    rows = Commitment.objects.filter(ever).exclude(case_number="").order_by()
    return rows.values_list("case_number", flat=True)


def find_recovery(case_number: str) -> Recovery | None:
    """What is or was to be returned of a case; None where nothing ever was."""
    return find_recoveries([case_number]).get(case_number)


def find_recoveries(case_numbers: Collection[str]) -> dict[str, Recovery]:
    """The same for many cases, in one query; those of which nothing ever was are not in it."""
    onto = Posting.objects.filter(
        entry__commitment__case_number__in=case_numbers,
        account__in=(Account.RECEIVABLE, Account.WRITTEN_DOWN),
    )
    moved: dict[str, list[Any]] = defaultdict(list)
    for one in (
        onto.annotate(number=F("entry__commitment__case_number"))
        .select_related("entry")
        .order_by("id")
    ):
        moved[one.number].append(one)
    return {number: _recovery(postings) for number, postings in moved.items()}


def _recovery(postings: Sequence[Posting]) -> Recovery:
    owed = [one for one in postings if one.account == Account.RECEIVABLE]
    spared = [one for one in postings if one.account == Account.WRITTEN_DOWN]
    return Recovery(
        asked=tuple(
            Asked(Yuan.of_fen(one.amount), one.entry.on, one.entry.reason)
            for one in owed
            if one.amount > 0
        ),
        returned=tuple(
            Returned(Yuan.of_fen(-one.amount), one.entry.on, receipt_in(one.entry.key))
            for one in owed
            if one.entry.kind == EntryKind.RECOVER
        ),
        written=tuple(
            WrittenDown(Yuan.of_fen(one.amount), one.entry.on, one.entry.reason)
            for one in spared
            if one.amount > 0
        ),
        left=Yuan.of_fen(sum(one.amount for one in owed)),
        spared=Yuan.of_fen(sum(one.amount for one in spared)),
    )


def key_of(fund: str, receipt: str) -> str:
    """The key of what came back by a receipt: each counts once for its fund."""
    return f"{RECEIPT}{fund}:{receipt}"


def receipt_in(key: str) -> str:
    """The receipt named in an entry's key.

    >>> receipt_in(key_of("a-fund", "回单:1"))
    '回单:1'
    """
    return key.removeprefix(RECEIPT).partition(":")[2]
