"""Reading the ledger: balances, statements, and what is due."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet, Sum

from gongtu.base.money import Yuan
from gongtu.engines.ledger.choices import Account, EntryKind
from gongtu.engines.ledger.models import Budget, Commitment, Fund, Payment, PaymentRun, Posting


@dataclass(frozen=True, slots=True)
class Balance:
    """One budget as it stands; `allotted` is the sum of the others."""

    year: int
    division: str
    available: Yuan
    committed: Yuan
    paid: Yuan
    receivable: Yuan
    written_down: Yuan

    @property
    def allotted(self) -> Yuan:
        open_ends = self.receivable + self.written_down
        return self.available + self.committed + self.paid + open_ends


@dataclass(frozen=True, slots=True)
class Line:
    """What entries of one kind moved on one account, in one budget."""

    kind: EntryKind
    account: Account
    amount: Yuan


def balances(fund: str, *, year: int | None = None) -> list[Balance]:
    """A fund's budgets, newest year first, the whole city before its divisions."""
    budgets = Budget.objects.filter(fund__key=fund).order_by("-year", "division")
    if year is not None:
        budgets = budgets.filter(year=year)
    return [_balance(budget) for budget in budgets]


def statement(fund: str, *, year: int, division: str | None = None) -> list[Line]:
    """Sums of postings by kind and account; a division, or None for all of them together."""
    postings = Posting.objects.filter(entry__budget__fund__key=fund, entry__budget__year=year)
    if division is not None:
        postings = postings.filter(entry__budget__division=division)
    sums = postings.values("entry__kind", "account").annotate(fen=Sum("amount"))
    return [
        Line(EntryKind(row["entry__kind"]), Account(row["account"]), Yuan.of_fen(row["fen"]))
        for row in sums.order_by("entry__kind", "account")
    ]


def list_funds() -> QuerySet[Fund]:
    return Fund.objects.order_by("key")


def list_due(fund: str, *, on: date) -> QuerySet[Commitment]:
    """Commitments of a fund that are not fully paid on this day, oldest first."""
    due = Commitment.objects.filter(budget__fund__key=fund, on__lte=on, paid__lt=F("amount"))
    return due.order_by("id")


def list_commitments_of(*case_numbers: str) -> QuerySet[Commitment]:
    """What a case, or each of several, committed."""
    rows = Commitment.objects.filter(case_number__in=case_numbers).select_related("budget__fund")
    return rows.order_by("id")


def cases_with_money() -> QuerySet[Commitment, str]:
    """The numbers of the cases that ever committed money."""
    return Commitment.objects.exclude(case_number="").values_list("case_number", flat=True)


def find_commitment(key: str) -> Commitment | None:
    return Commitment.objects.filter(key=key).select_related("budget__fund").first()


def list_payments_to(kind: str, payee_id: str) -> QuerySet[Payment]:
    """What somebody was paid, newest first."""
    mine = Payment.objects.filter(commitment__payee_kind=kind, commitment__payee_id=payee_id)
    return mine.select_related("commitment__budget__fund").order_by("-entry")


def list_payments(on: date, *, fund: str | None = None) -> QuerySet[Payment]:
    """What was paid on a day, in the order of the bank's file."""
    payments = Payment.objects.filter(on=on).select_related("commitment__budget__fund", "entry")
    return payments.filter(commitment__budget__fund__key=fund) if fund else payments


def total_paid_in(run: PaymentRun) -> tuple[int, int]:
    """How many payments a run has made, and their sum in fen."""
    told = run.payments.aggregate(n=Count("pk"), fen=Sum("amount", default=0))
    return told["n"], told["fen"]


def list_runs() -> QuerySet[PaymentRun]:
    return PaymentRun.objects.select_related("fund")


def _balance(budget: Budget) -> Balance:
    return Balance(
        year=budget.year,
        division=budget.division,
        available=Yuan.of_fen(budget.available),
        committed=Yuan.of_fen(budget.committed),
        paid=Yuan.of_fen(budget.paid),
        receivable=Yuan.of_fen(budget.receivable),
        written_down=Yuan.of_fen(budget.written_down),
    )
