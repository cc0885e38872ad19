"""Old paper certificates: a file is judged, looked at, confirmed, entered and signed as a batch."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongtu.registers.skills.services.papers import handing_in as register
from gongtu.web.desk import papers
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.job_page import own_job, wrong_rows
from gongtu.web.written import handed_in, made, show_form


@signed_in
@writes
def list_papers(request: Request) -> HttpResponse:
    """The batches; the form hands in a file to be judged, nothing is entered yet."""
    by, on = request.capacity, request.on
    body = papers.own_archive(by)
    form = papers.PapersForm(handed_in(request), request.FILES or None)
    context = papers.list_page(body, form, request)

    def start() -> Any:
        return register.start_papers(form.cleaned_data["papers"], body, by=by, on=on)

    if job := made(form, start, field="papers"):
        return redirect("desk:show_papers", job.pk)
    return show_form(request, "desk/list_papers.html", context)


@signed_in
@writes
def show_papers(request: Request, key: UUID) -> HttpResponse:
    """How far a file is and what came of it; confirmed, it is entered, once."""
    job = own_job(key, register.KIND, request)
    if request.method == "POST":
        entering = register.confirm_papers(job, by=request.capacity, on=request.on)
        return redirect("desk:show_papers", entering.pk)
    return render(request, "desk/show_papers.html", {"job": papers.entry_page(job, request)})


@signed_in
@reads
def download_paper_errors(request: Request, key: UUID) -> HttpResponse:
    """The rows to correct, as a workbook."""
    return wrong_rows(own_job(key, register.KIND, request))
