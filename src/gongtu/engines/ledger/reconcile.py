"""Whether the ledger agrees with itself: postings, balances, commitments and payments."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from gongtu.engines.ledger.choices import BALANCED, Account, EntryKind
from gongtu.engines.ledger.models import Budget, Commitment, Entry, Payment, Posting


@dataclass(slots=True)
class Report:
    """What was compared, and where two sums differ (`budget 3 available: 5 ≠ 7`)."""

    entries: int = 0
    budgets: int = 0
    commitments: int = 0
    payments: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.problems

    def as_json(self) -> dict[str, Any]:
        counts = {
            "entries": self.entries, "budgets": self.budgets,
            "commitments": self.commitments, "payments": self.payments,
        }  # fmt: skip
        return {"sound": self.is_sound, **counts, "problems": self.problems}


def reconcile() -> Report:
    """Compare everything; each comparison is one query over the whole ledger."""
    report = Report(
        entries=Entry.objects.count(),
        budgets=Budget.objects.count(),
        commitments=Commitment.objects.count(),
        payments=Payment.objects.count(),
    )
    for problems in (_unbalanced(), _budgets(), _commitments(), _payments()):
        report.problems.extend(problems)
    return report


def _unbalanced() -> Iterator[str]:
    sums = Entry.objects.annotate(fen=Coalesce(Sum("postings__amount"), 0))
    for entry in sums.exclude(fen=0).order_by("id"):
        yield f"entry {entry.pk}: postings sum to {entry.fen}, not 0"
    for bare in Entry.objects.filter(postings=None).order_by("id"):
        yield f"entry {bare.pk}: has no postings"


def _budgets() -> Iterator[str]:
    for account in BALANCED:
        posted = _posted(account, entry__budget=OuterRef("pk"))
        for row in Budget.objects.annotate(fen=posted).exclude(**{account.value: F("fen")}):
            kept = getattr(row, account.value)
            yield f"budget {row.pk} {account.value}: {kept} ≠ {row.fen} posted"


def _commitments() -> Iterator[str]:
    rows = Commitment.objects.annotate(
        posted_due=_posted(Account.COMMITTED, entry__commitment=OuterRef("pk")),
        posted_paid=_posted(Account.PAID, entry__commitment=OuterRef("pk")),
        posted_receivable=_posted(Account.RECEIVABLE, entry__commitment=OuterRef("pk")),
        posted_written_down=_posted(Account.WRITTEN_DOWN, entry__commitment=OuterRef("pk")),
    )
    agrees = Q(
        paid=F("posted_paid"),
        receivable=F("posted_receivable"),
        written_down=F("posted_written_down"),
        amount=F("posted_due") + F("posted_paid"),
    )
    for row in rows.exclude(agrees).order_by("id"):
        kept = (row.amount - row.paid, row.paid, row.receivable, row.written_down)
        posted = (
            row.posted_due, row.posted_paid, row.posted_receivable, row.posted_written_down,
        )  # fmt: skip
        says = "due, paid, receivable, written down"
        yield f"commitment {row.pk} {says}: {kept} ≠ {posted} posted"


def _payments() -> Iterator[str]:
    made = Posting.objects.filter(entry=OuterRef("entry"), account=Account.PAID).values("amount")
    for row in Payment.objects.annotate(fen=Coalesce(Subquery(made[:1]), 0)).exclude(
        amount=F("fen")
    ):
        yield f"payment {row.pk}: {row.amount} ≠ {row.fen} posted"
    for entry in Entry.objects.filter(kind=EntryKind.PAY, payment=None).order_by("id"):
        yield f"entry {entry.pk}: paid without a payment"


def _posted(account: Account, **where: Any) -> Coalesce:
    """The sum on an account of the postings that belong to the outer row."""
    postings = Posting.objects.filter(account=account, **where).order_by()
    sums = postings.values("account").annotate(fen=Sum("amount")).values("fen")
    return Coalesce(Subquery(sums), 0)
