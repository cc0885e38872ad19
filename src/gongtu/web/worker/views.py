"""A worker's pages: what is owed, what waits, what can come next."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from gongtu.web.http import Request, posts, reads, signed_in
from gongtu.web.worker import ladder, offers, places, present


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
@reads
def show_ladder(request: Request) -> HttpResponse:
    """Each grade above mine in each of my occupations: what holds, what is missing, from when."""
    person = present.own_person(request.capacity)
    return render(request, "worker/show_ladder.html", ladder.ladder_page(person.id, request.on))


@signed_in
@reads
def show_grade_pay(request: Request) -> HttpResponse:
    """Which of my grades count with my employer, since when, and what it says it pays."""
    person = present.own_person(request.capacity)
    context = places.grade_pay_page(person, request.on)
    return render(request, "worker/show_grade_pay.html", context)


@signed_in
@reads
def show_certificate(request: Request, number: str) -> HttpResponse:
    """One of the worker's own certificates with its picture, code and history."""
    person = present.own_person(request.capacity)
    context = present.certificate_page(person, number, request)
    return render(request, "worker/show_certificate.html", context)


@signed_in
@posts
def correct_certificate(request: Request, number: str) -> HttpResponse:
    """Ask to have one's certificate corrected or issued again; what is on record is filled in."""
    present.begin_correction(present.own_person(request.capacity), number, request)
    return redirect("cases:start_case", present.CORRECTION)


@signed_in
@reads
def download_certificate(request: Request, number: str) -> HttpResponse:
    """The certificate as PDF/A with the credential embedded."""
    person = present.own_person(request.capacity)
    document = present.certificate_document(person, number, request.GET.get("size", ""))
    response = HttpResponse(document, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
    return response
