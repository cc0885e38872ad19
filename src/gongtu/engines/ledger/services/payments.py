"""Paying what was promised, and money that comes back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.ledger.choices import Account, EntryKind
from gongtu.engines.ledger.models import Commitment, Entry, Payment, PaymentRun
from gongtu.engines.ledger.returns import key_of
from gongtu.engines.ledger.services.commitments import locked
from gongtu.engines.ledger.services.posting import post
from gongtu.records.journal.services import Actor


class NothingToReturn(Refused):
    """Less was paid, or less is owed back, than is said to come back or to be let go."""


class ReceiptUsed(Refused):
    """What came back by this receipt was entered before."""


@transaction.atomic
def pay(
    commitment: Commitment, *, by: Actor, on: date, run: PaymentRun | None = None
) -> Payment | None:
    """Pay what is due on a commitment; again without anything new due, the payment made before.

    Returns:
        None only where nothing was ever due.
    """
    row = locked(commitment)
    fen = row.due.fen
    if fen <= 0:
        return row.payments.order_by("-entry").first()
    row.paid += fen
    row.save(update_fields=["paid"])
    moves = {Account.COMMITTED: -fen, Account.PAID: fen}
    # Each change of what is due is an entry before this one: the count names this due.
    key = f"pay:{row.pk}:{row.entries.count()}"
    entry = post(
        EntryKind.PAY, moves, key=key, budget=row.budget, commitment=row, by=by, on=on
    )  # fmt: skip
    return Payment.objects.create(entry=entry, commitment=row, amount=fen, on=on, run=run)


@transaction.atomic
def refund(commitment: Commitment, amount: Yuan, *, reason: str, by: Actor, on: date) -> Commitment:
    """The bank sent a payment back: it is due again.

    Raises:
        NothingToReturn: So much was not paid.
    """
    row = locked(commitment)
    _enough(amount, row.paid)
    row.paid -= amount.fen
    row.save(update_fields=["paid"])
    moves = {Account.PAID: -amount.fen, Account.COMMITTED: amount.fen}
    return _returned(EntryKind.REFUND, moves, row, reason=reason, by=by, on=on)


@transaction.atomic
def recover(
    commitment: Commitment, amount: Yuan, *, reason: str, by: Actor, on: date, receipt: str = ""
) -> Commitment:
    """The payee gave back what was paid without ground: it is available again.

    Raises:
        NothingToReturn: So much is not owed back; `adjust` says what is.
        ReceiptUsed: The receipt is entered for the fund already.
    """
    row = locked(commitment)
    key = key_of(row.budget.fund.key, receipt) if receipt else ""
    if key and Entry.objects.filter(key=key).exists():
        raise ReceiptUsed(_("凭证%s已经登记过。") % receipt)
    _enough(amount, row.receivable)
    row.receivable -= amount.fen
    row.save(update_fields=["receivable"])
    moves = {Account.RECEIVABLE: -amount.fen, Account.AVAILABLE: amount.fen}
    return _returned(EntryKind.RECOVER, moves, row, reason=reason, by=by, on=on, key=key)


@transaction.atomic
def write_down(
    commitment: Commitment, amount: Yuan, *, key: str, reason: str, by: Actor, on: date
) -> Commitment:
    """What is owed back is not pursued: the payee keeps it, and it stands as a difference.

    `key` names the decision; carried out again, it is the same.

    Raises:
        NothingToReturn: So much is not owed back.
    """
    row, key = locked(commitment), f"{EntryKind.WRITE_DOWN.value}:{key}"
    if Entry.objects.filter(key=key).exists():
        return row
    _enough(amount, row.receivable)
    row.receivable -= amount.fen
    row.written_down += amount.fen
    row.save(update_fields=["receivable", "written_down"])
    moves = {Account.RECEIVABLE: -amount.fen, Account.WRITTEN_DOWN: amount.fen}
    return _returned(EntryKind.WRITE_DOWN, moves, row, reason=reason, by=by, on=on, key=key)


def _enough(amount: Yuan, held: int) -> None:
    if not 0 < amount.fen <= held:
        most = Yuan.of_fen(held)
        raise NothingToReturn(_("金额应当大于零，且不超过%(most)s元。") % {"most": most})


def _returned(  # noqa: PLR0913 - as `post`, which it calls
    kind: EntryKind,
    moves: dict[Account, int],
    row: Commitment,
    *,
    reason: str,
    by: Actor,
    on: date,
    key: str = "",
) -> Commitment:
    key = key or f"{kind.value}:{row.pk}:{row.entries.count()}"
    post(
        kind, moves, key=key, budget=row.budget, commitment=row, reason=reason, by=by, on=on
    )  # fmt: skip
    return row
