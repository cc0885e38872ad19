"""One case on one page for every party, and its files."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.web.cases.present import case_page
from gongtu.web.downloads import download
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def show_case(request: Request, number: str) -> HttpResponse:
    """Where the case stands, whose turn it is, and what the reader may do."""
    case = casework.case_for(number, request.capacity, on=request.on)
    if case.opener_person_id is not None:
        casework.note_view(case, by=request.capacity, on=request.on)
    return render(request, "cases/show_case.html", case_page(case, request.capacity, on=request.on))


@signed_in
@reads
def download_attachment(request: Request, number: str, attachment: int) -> HttpResponse:
    """A file of the case, never opened in the page; the reading is journaled."""
    case = casework.case_for(number, request.capacity, on=request.on)
    found = cases.attachments_of(case).filter(pk=attachment).first()
    if found is None:
        raise Http404(attachment)
    casework.note_view(case, by=request.capacity, on=request.on, attachment=found)
    return download(found.file_id, found.name)
