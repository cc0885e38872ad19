"""Money to be returned, as the desk lists it, and what came back as it is entered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gongtu.base.money import Yuan
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.web.cases.present.returning import recovery_row
from gongtu.web.cases.present.rows import case_title
from gongtu.web.fields import DayField
from gongtu.web.http import Request

SHOWN = 100


class ReturnForm(forms.Form):
    """What came back: how much, when, by which receipt."""

    amount = forms.DecimalField(
        label=_("退回金额（元）"), min_value=0, max_digits=14, decimal_places=2
    )
    came_on = DayField(label=_("到账日期"))
    receipt = forms.CharField(label=_("收款凭证号"), max_length=60)
    checked = forms.BooleanField(label=_("已核对银行到账记录，登记以后不能删除"))


def list_page(request: Request) -> dict[str, Any]:
    """What is still to be returned first, then what has come back."""
    rows = [_row(case, request) for case in cases.list_owing_back(request.capacity)[:SHOWN]]
    return {
        "open": [row for row in rows if row["is_open"]],
        "settled": [row for row in rows if not row["is_open"]],
    }


def return_page(number: str, form: ReturnForm, request: Request) -> dict[str, Any]:
    """One of the reader's own cases, with the form."""
    return {"row": _row(own_case(number, request), request), "form": form}


def own_case(number: str, request: Request) -> Any:
    """A case of which money is or was to be returned to the reader's body.

    Raises:
        CaseUnknown: There is none.
    """
    found = cases.list_owing_back(request.capacity).filter(number=number).first()
    if found is None:
        raise casework.no_such_return()
    return found


def record(number: str, form: ReturnForm, request: Request) -> None:
    """Enter it."""
    told = form.cleaned_data
    casework.record_return(
        number,
        amount=Yuan(told["amount"]),
        came_on=told["came_on"],
        receipt=told["receipt"],
        by=request.capacity,
        on=request.on,
    )


def _row(case: Any, request: Request) -> dict[str, Any]:
    opener, found = (
        case.opener_person or case.opener_organisation,
        cases.recovery_of(case, request.capacity),
    )
    return {
        **(recovery_row(found) if found else {}),
        "number": case.number,
        "title": case_title(case),
        "opener": opener.name if opener else "",
        "case": reverse("cases:show_case", args=[case.number]),
        "record": reverse("desk:record_return", args=[case.number]),
    }
