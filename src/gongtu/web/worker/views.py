"""A worker's pages: what is owed, what waits, what can come next."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from gongtu.engines.entitlement.registry import get_benefit
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.worker import offers, present


@signed_in
@reads
def show_home(request: Request) -> HttpResponse:
    """The three questions: what am I owed, what waits, what can I do next."""
    person = present.own_person(request.capacity)
    return render(request, "worker/show_home.html", present.home_page(person, request))


@signed_in
@reads
def show_entitlement(request: Request, key: str, subject: str) -> HttpResponse:
    """Why something is owed or not: every condition, fact, parameter and document."""
    person = present.own_person(request.capacity)
    explanation = offers.explanation_of(person.id, key, subject, request.on)
    if explanation is None:
        raise Http404(subject)
    context = present.entitlement_page(explanation)
    return render(request, "worker/show_entitlement.html", context)


@signed_in
@writes
def claim(request: Request, key: str) -> HttpResponse:
    """One tap: the case opens already filled; a second tap, in any window, shows the same case."""
    if request.method != "POST":
        return redirect("worker:show_home")
    number = offers.claim(get_benefit(key), request.POST.get("subject", ""), request)
    return redirect("cases:show_case", number)


@signed_in
@reads
def show_certificate(request: Request, number: str) -> HttpResponse:
    """One of the worker's own certificates with its picture, code and history."""
    person = present.own_person(request.capacity)
    context = present.certificate_page(person, number, request)
    return render(request, "worker/show_certificate.html", context)


@signed_in
@reads
def download_certificate(request: Request, number: str) -> HttpResponse:
    """The certificate as PDF/A with the credential embedded."""
    person = present.own_person(request.capacity)
    document = present.certificate_document(person, number)
    response = HttpResponse(document, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
    return response
