"""Results by file: many sessions at once, everybody or nobody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from gongtu.registers.skills.services.results import handing_in as results
from gongtu.web.enterprise.own import own_assessing
from gongtu.web.enterprise.results import entry_page
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.job_page import own_job, wrong_rows
from gongtu.web.written import made, show_form


class ResultsForm(forms.Form):
    """The file."""

    results = forms.FileField(
        label=gettext_lazy("评价结果"),
        help_text=gettext_lazy(
            "Excel（xlsx）或者CSV，应有姓名、身份证号、职业编码、等级、评价日期、评价地点、理论成绩、技能成绩各列；还没有写明考评人员的场次，另加“考评人员编号”一列；申报条件有待核事项的，另加“申报条件声明”一列。"
        ),
    )


@signed_in
@writes
def upload_results(request: Request) -> HttpResponse:
    """Hand in a file; the sessions in it are planned and marked, all of them or none."""
    body, by, on = own_assessing(request.capacity), request.capacity, request.on
    form = ResultsForm(request.POST or None, request.FILES or None)

    def start() -> Any:
        return results.start_entry(form.cleaned_data["results"], body, by=by, on=on)

    if job := made(form, start, field="results"):
        return redirect("enterprise:show_results", job.pk)
    return show_form(request, "enterprise/upload_results.html", {"form": form})


@signed_in
@reads
def show_results(request: Request, key: UUID) -> HttpResponse:
    """How far the file is, and in the end what came of it."""
    own_assessing(request.capacity)
    page = entry_page(own_job(key, results.KIND, request))
    return render(request, "enterprise/show_results.html", {"job": page})


@signed_in
@reads
def download_result_errors(request: Request, key: UUID) -> HttpResponse:
    """The file given back, with what to correct on top."""
    return wrong_rows(own_job(key, results.KIND, request))
