"""Money to be returned, as the desk lists it, and its two ends: come back, or written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.ledger.returns import find_recoveries
from gongtu.parties.roles import FINANCE
from gongtu.web.cases.present.returning import recovery_row
from gongtu.web.cases.present.rows import case_title
from gongtu.web.fields import DayField
from gongtu.web.http import Request
from gongtu.web.wording import money

SHOWN = 100


class ReturnForm(forms.Form):
    """What came back: how much, when, by which receipt."""

    amount = forms.DecimalField(
        label=_("退回金额（元）"), min_value=0, max_digits=14, decimal_places=2
    )
    came_on = DayField(label=_("到账日期"))
    receipt = forms.CharField(label=_("收款凭证号"), max_length=60)
    checked = forms.BooleanField(label=_("已核对银行到账记录，登记以后不能删除"))


class WriteDownForm(forms.Form):
    """What is not to be pursued: how much, on which basis, why."""

    amount = forms.DecimalField(
        label=_("核销金额（元）"), min_value=0, max_digits=14, decimal_places=2
    )
    basis = forms.CharField(
        label=_("依据的文件"), max_length=200, help_text=_("写明文件名称和文号。")
    )
    reason = forms.CharField(
        label=_("理由"), widget=forms.Textarea, max_length=2000,
        help_text=_("决定以后写入决定书，当事人可以看到。"),
    )  # fmt: skip


def list_page(request: Request) -> dict[str, Any]:
    """What is still to be returned first, then what has come back or was written down."""
    found = list(cases.list_owing_back(request.capacity)[:SHOWN])
    told = find_recoveries([case.number for case in found])
    waiting = cases.waiting_write_downs(found)
    rows = [_row(case, told[case.number], waiting.get(case.number), request) for case in found]
    return {
        "open": [row for row in rows if row["is_open"]],
        "settled": [row for row in rows if not row["is_open"]],
        "is_finance": request.capacity.role is FINANCE,
    }


def case_page(number: str, form: forms.Form, request: Request) -> dict[str, Any]:
    """One of the reader's own cases, with the form of what became of the money."""
    case = own_case(number, request)
    told, waiting = find_recoveries([number]), cases.waiting_write_downs([case])
    return {"row": _row(case, told[number], waiting.get(number), request), "form": form}


def own_case(number: str, request: Request) -> Any:
    """A case of which money is or was to be returned to the reader's body.

    Raises:
        CaseUnknown: There is none.
    """
    found = cases.find_decided(number, request.capacity)
    if found is None:
        raise casework.no_such_return()
    return found


def record(number: str, form: ReturnForm, request: Request) -> None:
    """Enter what came back."""
    told = form.cleaned_data
    casework.record_return(
        number,
        amount=Yuan(told["amount"]),
        came_on=told["came_on"],
        receipt=told["receipt"],
        by=request.capacity,
        on=request.on,
    )


def propose(number: str, form: WriteDownForm, request: Request) -> None:
    """Propose what is not to be pursued."""
    told = form.cleaned_data | {"amount": Yuan(form.cleaned_data["amount"])}
    casework.propose_write_down(number, **told, by=request.capacity, on=request.on)


def _row(case: Any, told: Any, waiting: Any, request: Request) -> dict[str, Any]:
    opener, row = case.opener_person or case.opener_organisation, recovery_row(told)
    acts = row["is_open"] and request.capacity.role is not FINANCE

    def address(page: str, *, may: bool) -> str:
        return reverse(f"desk:{page}", args=[case.number]) if may else ""

    return {
        **row,
        "number": case.number,
        "title": case_title(case),
        "opener": opener.name if opener else "",
        "case": reverse("cases:show_case", args=[case.number]),
        "record": address("record_return", may=acts),
        "write_down": address("propose_write_down", may=acts and waiting is None),
        "waiting": _waiting(waiting, request) if waiting else None,
    }


def _waiting(one: Any, request: Request) -> dict[str, Any]:
    """Shown to who may settle it: decided by another, dropped by whoever of the office."""
    by = request.capacity
    settle = reverse("desk:settle_write_down", args=[one.pk])
    mine = by.role is not FINANCE and by.person is not None
    return {
        "key": one.pk,
        "amount": money(Yuan.of_fen(one.amount)),
        "basis": one.basis,
        "reason": one.reason,
        "proposed": (one.proposed_by.name, one.proposed_on),
        "settle": settle if mine else "",
        "decide": _("决定核销") if mine and by.person != one.proposed_by_id else "",
    }
