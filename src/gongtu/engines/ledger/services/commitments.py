"""Promising money, taking a promise back, and correcting its amount."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.ledger.choices import Account, EntryKind
from gongtu.engines.ledger.models import Commitment
from gongtu.engines.ledger.services.budgets import budget_for
from gongtu.engines.ledger.services.posting import post
from gongtu.records.journal.services import Actor


class AlreadyCommitted(Refused):
    """The same entitlement was promised before, to somebody else or in another amount."""


class AlreadyPaid(Refused):
    """What is paid is recovered, not taken back."""


@dataclass(frozen=True, slots=True)
class Payee:
    """Who gets the money: `kind` is `person` or `organisation`, `id` its key as text."""

    kind: str
    id: str
    name: str


@transaction.atomic
def commit(  # noqa: PLR0913 - fund, payee, amount, key, case, place: a promise has no fewer parts
    fund: str,
    *,
    payee: Payee,
    amount: Yuan,
    key: str,
    case_number: str = "",
    division: str = "",
    by: Actor,
    on: date,
) -> Commitment:
    """Promise money of the year of `on` to a payee; the same promise made again is the first one.

    `key` names the entitlement, person and period: whatever carries the same key is paid once.

    Raises:
        Overspent, NoBudget: Nothing was promised.
        AlreadyCommitted: The key stands for another payee or amount.
    """
    if amount.fen <= 0:
        raise Refused(_("金额应当大于零。"))
    budget = budget_for(fund, year=on.year, division=division)
    promised = Commitment(
        key=key, budget=budget, amount=amount.fen, case_number=case_number, division=division,
        on=on, payee_kind=payee.kind, payee_id=str(payee.id), payee_name=payee.name,
    )  # fmt: skip
    try:
        with transaction.atomic():
            promised.save(force_insert=True)
    except IntegrityError:
        return _the_same(promised)
    moves = {Account.AVAILABLE: -amount.fen, Account.COMMITTED: amount.fen}
    entry_key = f"commit:{promised.pk}"
    post(
        EntryKind.COMMIT, moves, key=entry_key, budget=budget, commitment=promised, by=by, on=on
    )  # fmt: skip
    return promised


@transaction.atomic
def release(commitment: Commitment, *, reason: str, by: Actor, on: date) -> Commitment:
    """Take back what is not paid yet, because the decision behind it fell.

    Raises:
        AlreadyPaid: Something was paid; use `adjust`.
    """
    if locked(commitment).paid:
        raise AlreadyPaid(_("款项已经支付，不能撤销承付；请更正应付金额并追回。"))
    return _adjust(commitment, 0, EntryKind.RELEASE, reason=reason, by=by, on=on)


@transaction.atomic
def adjust(
    commitment: Commitment, new_amount: Yuan, reason: str, *, by: Actor, on: date
) -> Commitment:
    """Correct what is owed after a recomputation; the difference alone is entered.

    More is promised in addition; less is taken from what is not paid, and beyond that becomes
    receivable from the payee.

    Raises:
        Overspent: The budget cannot bear the difference.
    """
    if new_amount.fen < 0:
        raise Refused(_("应付金额不能小于零。"))
    return _adjust(commitment, new_amount.fen, EntryKind.ADJUST, reason=reason, by=by, on=on)


def locked(commitment: Commitment) -> Commitment:
    """The row as it stands, held until the transaction ends."""
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("budget__fund")
    return rows.get(pk=commitment.pk)


def _adjust(
    commitment: Commitment, new: int, kind: EntryKind, *, reason: str, by: Actor, on: date
) -> Commitment:
    if not reason.strip():
        raise Refused(_("请说明更正的理由。"))
    row = locked(commitment)
    if new == row.amount:
        return row
    moves = _difference(row, new)
    row.amount = new
    row.paid += moves[Account.PAID]
    row.receivable += moves[Account.RECEIVABLE]
    row.written_down += moves[Account.WRITTEN_DOWN]
    row.save(update_fields=["amount", "paid", "receivable", "written_down"])
    key = f"{kind.value}:{row.pk}:{row.entries.count()}"
    post(
        kind, moves, key=key, budget=row.budget, commitment=row, reason=reason, by=by, on=on
    )  # fmt: skip
    return row


def _difference(row: Commitment, new: int) -> dict[Account, int]:
    """What was paid beyond the new amount is owed back.

    Of a rise, what was owed back is kept first, then what was written down; the rest is due.
    """
    rise = max(0, new - row.amount)
    kept = min(row.receivable, rise)
    owed_again = min(row.written_down, rise - kept)
    back = max(0, row.paid - new) - kept
    paid = owed_again - back
    more_due = (new - row.amount) - paid
    return {
        Account.AVAILABLE: -more_due,
        Account.COMMITTED: more_due,
        Account.PAID: paid,
        Account.RECEIVABLE: back,
        Account.WRITTEN_DOWN: -owed_again,
    }


def _the_same(promised: Commitment) -> Commitment:
    first = Commitment.objects.get(key=promised.key)
    first_said = first.entries.get(kind=EntryKind.COMMIT).postings.get(account=Account.COMMITTED)
    same = (
        first.budget.fund_id == promised.budget.fund_id
        and first.payee_id == promised.payee_id
        and first_said.amount == promised.amount
    )
    if not same:
        raise AlreadyCommitted(
            _("同一事项已经承付给%(name)s，金额%(amount)s元，不能重复承付。")
            % {"name": first.payee_name, "amount": Yuan.of_fen(first.amount)}
        )
    return first
