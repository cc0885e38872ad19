"""Making a move: its form, its conditions, its confirmation, and who was faster."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.refusals import StaleMove, WrongHands
from gongtu.web.cases import acting
from gongtu.web.http import Request, signed_in, writes


@signed_in
@writes
def make_move(request: Request, number: str, move: str) -> HttpResponse:
    """GET shows what the move asks and rests on; POST makes it, once."""
    case = casework.case_for(number, request.capacity, on=request.on)
    sheet = acting.Sheet(case, acting.move_of(case, move), request)
    try:
        if request.method == "POST" and sheet.form.is_valid():
            sheet.carry_out()
            messages.success(request, _("已办理：%(move)s。") % {"move": sheet.label})
            return redirect("cases:show_case", number)
    except StaleMove as stale:
        sheet.keep()
        context = {"case": sheet.case_facts, "reasons": stale.reasons}
        return render(request, "cases/_stale.html", context, status=409)
    except WrongHands:
        raise
    except Refused as refused:
        sheet.refuse(refused)
    status = 422 if sheet.form.errors else 200
    return render(request, "cases/make_move.html", sheet.page(), status=status)
