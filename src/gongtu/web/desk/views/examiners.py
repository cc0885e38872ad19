"""Examiners: filed, listed, ended with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.registers.sittings import services as sittings
from gongtu.web.desk import examiners
from gongtu.web.http import Request, posts, signed_in, writes
from gongtu.web.written import handed_in, show_form, written


@signed_in
@writes
def list_examiners(request: Request) -> HttpResponse:
    """Everybody who is or was filed; the form files one more."""
    form = examiners.ExaminerForm(handed_in(request))
    by, on = request.capacity, request.on
    if written(form, lambda: sittings.file_examiner(**form.cleaned_data, by=by, on=on)):
        messages.success(request, _("已备案，可以抽取。"))
        return redirect("desk:list_examiners")
    return show_form(request, "desk/list_examiners.html", examiners.list_page(form, request))


@signed_in
@posts
def end_examiner(request: Request, examiner: int) -> HttpResponse:
    """Drawn no more from today on."""
    reason = request.POST.get("reason", "")
    sittings.end_examiner(examiner, reason=reason, by=request.capacity, on=request.on)
    messages.success(request, _("已终止，今后不再抽取。"))
    return redirect("desk:list_examiners")
