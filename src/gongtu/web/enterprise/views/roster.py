"""The roster: read page by page, and taken in from a file as a whole."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from gongtu.base.errors import Refused
from gongtu.parties.roster import services as rosters
from gongtu.web.enterprise import roster
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.job_page import own_job, wrong_rows
from gongtu.web.written import show_form


class RosterForm(forms.Form):
    """The file."""

    roster = forms.FileField(
        label=gettext_lazy("花名册"),
        help_text=gettext_lazy("Excel（xlsx）或者CSV，应有姓名、身份证号、岗位、入职日期各列。"),
    )


@signed_in
@reads
def list_roster(request: Request) -> HttpResponse:
    """Who works here today, by name or by page."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/list_roster.html", roster.roster_page(body, request))


@signed_in
@writes
def import_roster(request: Request) -> HttpResponse:
    """Look at the first rows, or take the whole file in: everybody or nobody."""
    body = own_enterprise(request.capacity)
    form = RosterForm(request.POST or None, request.FILES or None)
    seen = None
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["roster"]
        try:
            if request.POST.get("step") != "preview":
                job = rosters.start_import(upload, body, by=request.capacity, on=request.on)
                return redirect("enterprise:show_import", job.pk)
            seen = rosters.preview(upload, on=request.on)
        except Refused as refused:
            form.add_error("roster", list(refused.reasons))
    context = {"form": form, "preview": roster.preview_page(seen)}
    return show_form(request, "enterprise/import_roster.html", context)


@signed_in
@reads
def show_import(request: Request, key: UUID) -> HttpResponse:
    """How far the file is, and in the end what came of it."""
    own_enterprise(request.capacity)
    context = {"job": roster.import_page(own_job(key, rosters.KIND, request))}
    return render(request, "enterprise/show_import.html", context)


@signed_in
@reads
def download_import_errors(request: Request, key: UUID) -> HttpResponse:
    """The roster given back, with what to correct on top."""
    return wrong_rows(own_job(key, rosters.KIND, request))
