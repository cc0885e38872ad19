"""Opening funds and allotting budgets."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.ledger.choices import Account, EntryKind
from gongtu.engines.ledger.models import Budget, Entry, Fund
from gongtu.engines.ledger.services.posting import post
from gongtu.records.journal.services import Actor


class NoFund(Refused):
    """There is no fund of this key."""


class NoBudget(Refused):
    """The fund has no budget for this year."""


@transaction.atomic
def open_fund(key: str, title: str, kind: str) -> Fund:
    """Open a fund, or correct the title of one that is open."""
    fund, _new = Fund.objects.update_or_create(key=key, defaults={"title": title, "kind": kind})
    return fund


@transaction.atomic
def allot(  # noqa: PLR0913 - a budget is a fund's amount for a year and a place, by an instrument
    fund: str, *, year: int, amount: Yuan, division: str = "", instrument: str, by: Actor, on: date
) -> Budget:
    """Add an amount to a budget, once for each instrument; an empty division is the whole city.

    Raises:
        Refused: The amount is not above zero.
    """
    _positive(amount)
    budget, _new = Budget.objects.get_or_create(fund=get_fund(fund), year=year, division=division)
    key = f"allot:{budget.pk}:{instrument}"
    if not Entry.objects.filter(key=key).exists():
        moves = {Account.AVAILABLE: amount.fen, Account.SOURCE: -amount.fen}
        post(EntryKind.ALLOT, moves, key=key, budget=budget, reason=instrument, by=by, on=on)
        budget.refresh_from_db()
    return budget


def get_fund(key: str) -> Fund:
    """Raises `NoFund`."""
    fund = Fund.objects.filter(key=key).first()
    if fund is None:
        raise NoFund(_("没有代号为“%(key)s”的资金。") % {"key": key})
    return fund


def budget_for(fund: str, *, year: int, division: str) -> Budget:
    """The division's own budget of the year, else the whole city's.

    Raises:
        NoBudget: There is neither.
    """
    budgets = Budget.objects.select_related("fund").filter(fund=get_fund(fund), year=year)
    budget = budgets.filter(division__in={division, ""}).order_by("-division").first()
    if budget is None:
        titles = {"fund": get_fund(fund).title, "year": year}
        raise NoBudget(_("“%(fund)s”没有下达%(year)s年预算，不能承付。") % titles)
    return budget


def _positive(amount: Yuan) -> None:
    if amount.fen <= 0:
        raise Refused(_("金额应当大于零。"))
