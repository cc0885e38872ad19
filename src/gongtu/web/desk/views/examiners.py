"""Examiners: filed, listed, ended with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.registers.sittings import services as sittings
from gongtu.web.desk import examiners
from gongtu.web.http import Request, posts, signed_in, writes


@signed_in
@writes
def list_examiners(request: Request) -> HttpResponse:
    """Everybody who is or was filed; the form files one more."""
    form = examiners.ExaminerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            sittings.file_examiner(**form.cleaned_data, by=request.capacity, on=request.on)
        except NotEntitled:
            raise
        except Refused as refused:
            form.add_error(None, list(refused.reasons))
        else:
            messages.success(request, _("已备案，可以抽取。"))
            return redirect("desk:list_examiners")
    context = examiners.list_page(form, request)
    status = 422 if form.errors else 200
    return render(request, "desk/list_examiners.html", context, status=status)


@signed_in
@posts
def end_examiner(request: Request, examiner: int) -> HttpResponse:
    """Drawn no more from today on."""
    reason = request.POST.get("reason", "")
    sittings.end_examiner(examiner, reason=reason, by=request.capacity, on=request.on)
    messages.success(request, _("已终止，今后不再抽取。"))
    return redirect("desk:list_examiners")
