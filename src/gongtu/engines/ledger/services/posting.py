"""The one place where money moves."""

from collections.abc import Mapping
from datetime import date

from django.db.models import F
from django.utils.translation import gettext as _

from gongtu.base.errors import Broken, Refused
from gongtu.base.money import Yuan
from gongtu.engines.ledger.choices import BALANCED, Account, EntryKind
from gongtu.engines.ledger.models import Budget, Commitment, Entry, Posting
from gongtu.records.journal.services import Actor, write


class Overspent(Refused):
    """The budget has not so much left."""


def post(  # noqa: PLR0913 - what, for whom, on which day and why: an entry has no fewer parts
    kind: EntryKind,
    moves: Mapping[Account, int],
    *,
    key: str,
    budget: Budget,
    commitment: Commitment | None = None,
    reason: str = "",
    by: Actor,
    on: date,
) -> Entry:
    """Enter `moves` (fen by account) and change the budget's balances; within a transaction.

    Raises:
        Overspent: An account would fall below zero; nothing was entered.
        Broken: The moves do not sum to zero.
    """
    moved = {account: fen for account, fen in moves.items() if fen}
    if sum(moved.values()) != 0 or not moved:
        raise Broken(f"Postings of {kind} must sum to zero and move something: {moves}.")
    _balance(budget, moved)
    entry = Entry.objects.create(
        kind=kind, key=key, on=on, budget=budget, commitment=commitment, reason=reason,
        actor_account=by.account, actor_role=str(by.role),
    )  # fmt: skip
    Posting.objects.bulk_create(
        Posting(entry=entry, account=account, amount=fen) for account, fen in moved.items()
    )
    chain = f"commitment:{commitment.pk}" if commitment else f"budget:{budget.pk}"
    what = {"entry": entry.pk, "fen": {str(account): fen for account, fen in moved.items()}}
    write(chain, kind.value, on=on, by=by, what={**what, "division": budget.division}, text=reason)
    return entry


def _balance(budget: Budget, moved: Mapping[Account, int]) -> None:
    """One statement that checks and changes: two at once cannot both take the last fen."""
    changes = {account.value: fen for account, fen in moved.items() if account in BALANCED}
    enough = {f"{name}__gte": -fen for name, fen in changes.items() if fen < 0}
    row = Budget.objects.filter(pk=budget.pk, **enough)
    if row.update(**{name: F(name) + fen for name, fen in changes.items()}):
        return
    budget.refresh_from_db()
    wanted, left = Yuan.of_fen(-min(changes.values())), Yuan.of_fen(budget.available)
    raise Overspent(
        _("“%(fund)s”%(year)s年预算可用%(left)s元，不够%(wanted)s元。")
        % {"fund": budget.fund.title, "year": budget.year, "left": left, "wanted": wanted}
    )
