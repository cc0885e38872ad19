"""Old paper certificates: a file is judged, looked at, confirmed, entered and signed as a batch."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from gongtu.base.errors import Refused
from gongtu.parties.roster.giving_back import workbook_of
from gongtu.registers.skills.services.papers import handing_in as register
from gongtu.web.desk import papers
from gongtu.web.downloads import download
from gongtu.web.http import Request, reads, signed_in, writes


@signed_in
@writes
def list_papers(request: Request) -> HttpResponse:
    """The batches; the form hands in a file to be judged, nothing is entered yet."""
    by, on = request.capacity, request.on
    body = papers.own_archive(by)
    form = papers.PapersForm(request.POST or None, request.FILES or None)
    context = papers.list_page(body, form, request)
    if request.method == "POST" and form.is_valid():
        try:
            job = register.start_papers(form.cleaned_data["papers"], body, by=by, on=on)
        except Refused as refused:
            form.add_error("papers", list(refused.reasons))
        else:
            return redirect("desk:show_papers", job.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/list_papers.html", context, status=status)


@signed_in
@writes
def show_papers(request: Request, key: UUID) -> HttpResponse:
    """How far a file is and what came of it; confirmed, it is entered, once."""
    job = papers.own_entry(key, request.capacity)
    if request.method == "POST":
        entering = register.confirm_papers(job, by=request.capacity, on=request.on)
        return redirect("desk:show_papers", entering.pk)
    return render(request, "desk/show_papers.html", {"job": papers.entry_page(job, request)})


@signed_in
@reads
def download_paper_errors(request: Request, key: UUID) -> HttpResponse:
    """The rows to correct, as a workbook."""
    found = workbook_of(papers.own_entry(key, request.capacity))
    if not found:
        raise Http404(str(key))
    return download(found)
