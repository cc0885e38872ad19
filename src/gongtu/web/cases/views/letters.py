"""Letters: opened with proof of reading, printed, served by hand."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.choices import ServedHow
from gongtu.engines.casework.letters import pdf_of
from gongtu.records.context import instant_of
from gongtu.web.cases.present import letter_page
from gongtu.web.http import Request, noting, posts, reads, signed_in
from gongtu.web.wording import language


@signed_in
@reads
def show_letter(request: Request, number: str, letter: int) -> HttpResponse:
    """The letter as issued; the addressee's first opening is the proof of reading."""
    opened = _open(request, number, letter)
    return render(request, "cases/show_letter.html", letter_page(opened, request.capacity))


@signed_in
@reads
def download_letter(request: Request, number: str, letter: int) -> HttpResponse:
    """The letter as PDF/A, in the reader's language."""
    opened = _open(request, number, letter)
    document = pdf_of(opened, language())
    response = HttpResponse(document, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{number}-{letter}.pdf"'
    return response


@signed_in
@posts
def serve_letter(request: Request, number: str, letter: int) -> HttpResponse:
    """The issuing body notes how the letter reached its addressee, and by what proof."""
    how = request.POST.get("how", "")
    if how not in ServedHow.values:
        raise Http404(how)
    proof = request.POST.get("proof", "")
    casework.serve_letter(
        letter, how=ServedHow(how), proof=proof, by=request.capacity, on=request.on
    )
    messages.success(request, _("送达已登记。"))
    return redirect("cases:show_letter", number, letter)


def _open(request: Request, number: str, letter: int) -> Any:
    if casework.get_letter(letter).case.number != number:
        raise Http404(letter)
    with noting():
        return casework.read_letter(
            letter, by=request.capacity, on=request.on, at=instant_of(request.on)
        )
