"""A worker's pages: what is owed, what waits, what can come next."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.offers import services
from gongtu.web import taking
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.worker import answered, ladder, offers, places, present
from gongtu.web.worker.forms import WhyForm


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
    return taking.take(request, key)


@signed_in
@posts
def decline(request: Request, key: str) -> HttpResponse:
    """Not to be offered this benefit any more."""
    return taking.decline(request, key, back="worker:list_offers")


@signed_in
@posts
def revoke_decline(request: Request, decline: int) -> HttpResponse:
    """To be offered it again."""
    return taking.revoke_decline(request, decline, back="worker:list_offers")


@signed_in
@reads
def list_offers(request: Request) -> HttpResponse:
    """All that was ever offered to me, what I declined, and whether I agreed once and for all."""
    person = present.own_person(request.capacity)
    return render(request, "worker/list_offers.html", answered.offers_page(person.id, request.on))


@signed_in
@writes
def tell_why(request: Request, offer: int) -> HttpResponse:
    """Two questions to whoever did not take what was offered; nobody has to answer."""
    found = answered.own_offer(offer, request)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        services.tell_why(found.pk, **form.cleaned_data, by=request.capacity, on=request.on)
        messages.success(request, _("谢谢，您的回答会用来改进告知和办理。"))
        return redirect("worker:list_offers")
    context = {"form": form, "offer": answered.line_of(found)}
    return render(request, "worker/tell_why.html", context)


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
