"""A worker's pages: what is owed, what waits, what can come next."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.queries import APPEAL
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.worker import (
    careers,
    crediting,
    doubts,
    equal_treatment,
    equivalence,
    examining,
    guides,
    ladder,
    lattice,
    offers,
    places,
    present,
    sitting,
    training,
    treatment,
)
from gongtu.web.written import show_form, written


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
def list_equivalences(request: Request) -> HttpResponse:
    """What my grades, titles and schooling come to, and how applications were decided."""
    person = present.own_person(request.capacity)
    context = equivalence.own_page(person.id, request.on)
    return render(request, "worker/list_equivalences.html", context)


@signed_in
@writes
def list_sessions(request: Request) -> HttpResponse:
    """Sessions open to me; POST takes a seat or gives it back, or says which is the next."""
    person = present.own_person(request.capacity)
    reasons: tuple[str, ...] = ()
    following = ""
    if request.method == "POST":
        try:
            messages.success(request, sitting.act(request))
        except NotEntitled:
            raise
        except Refused as refused:
            reasons, following = refused.reasons, getattr(refused, "next_case", "")
        else:
            return redirect("worker:list_sessions")
    page = sitting.sessions_page(person, request.on)
    context = {**page, "reasons": reasons, "next": following}
    status = 422 if reasons else 200
    return render(request, "worker/list_sessions.html", context, status=status)


@signed_in
@posts
def appeal_result(request: Request, number: str) -> HttpResponse:
    """Ask to have my result looked at again; what is on record is filled in."""
    sitting.begin_appeal(number, present.own_person(request.capacity), request)
    return redirect("cases:start_case", APPEAL)


@signed_in
@reads
def list_courses(request: Request) -> HttpResponse:
    """The courses I took a place in."""
    person = present.own_person(request.capacity)
    return render(request, "worker/list_courses.html", training.courses_page(person, request.on))


@signed_in
@writes
def show_examining(request: Request) -> HttpResponse:
    """My filing as an examiner, the sessions I was drawn for, and the relatives I declare."""
    person = present.own_person(request.capacity)
    if request.method == "POST":
        sittings.own_filing(request.capacity, on=request.on)
    form, by, on = examining.RelativeForm(request.POST or None), request.capacity, request.on
    if written(form, lambda: sittings.declare_relative(**form.cleaned_data, by=by, on=on)):
        messages.success(request, _("已申报，今后抽取时回避。"))
        return redirect("worker:show_examining")
    context = examining.examining_page(person, form, request)
    return show_form(request, "worker/show_examining.html", context)


@signed_in
@reads
def show_map(request: Request) -> HttpResponse:
    """Every goal I can reach with its earliest day, and the ways to the one I choose."""
    person = present.own_person(request.capacity)
    page = careers.map_page(person.id, request.GET, request.on)
    return show_form(request, "worker/show_map.html", page)


@signed_in
@posts
def ask_overlap(request: Request, overlap: str) -> HttpResponse:
    """Have two jobs looked into that overlap on the record; a second click opens nothing."""
    person = present.own_person(request.capacity)
    return redirect("cases:show_case", doubts.ask(person.pk, overlap, request))


@signed_in
@reads
def show_credits(request: Request) -> HttpResponse:
    """What each certificate and training could bring at which school, and my transcripts."""
    person = present.own_person(request.capacity)
    return render(
        request, "worker/show_credits.html", crediting.credits_page(person.id, request.on)
    )


@signed_in
@posts
def apply_credits(request: Request) -> HttpResponse:
    """Ask a school to count something; all that it needs is filled in."""
    present.own_person(request.capacity)
    return redirect("cases:check_answers", crediting.begin(crediting.CONVERSION, request))


@signed_in
@posts
def apply_diploma(request: Request) -> HttpResponse:
    """Ask for the diploma of a complete transcript."""
    present.own_person(request.capacity)
    return redirect("cases:check_answers", crediting.begin(crediting.DIPLOMA, request))


@signed_in
@writes
def show_transcript(request: Request, number: str) -> HttpResponse:
    """One of my transcripts, to read and to print; POST has the school sign it as of today."""
    person = present.own_person(request.capacity)
    if request.method == "POST":
        messages.success(request, crediting.sign(number, request))
        return redirect("worker:show_transcript", number)
    context = crediting.transcript_page(person, number)
    return render(request, "worker/show_transcript.html", context)


@signed_in
@writes
def show_treatment(request: Request) -> HttpResponse:
    """How a graduate of a technical school is treated for which purpose; POST signs a statement."""
    person = present.own_person(request.capacity)
    reasons: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            messages.success(request, treatment.issue(request))
        except NotEntitled:
            raise
        except Refused as refused:
            reasons = refused.reasons
        else:
            return redirect("worker:show_treatment")
    context = treatment.treatment_page(person.id, request.on) | {"reasons": reasons}
    status = 422 if reasons else 200
    return render(request, "worker/show_treatment.html", context, status=status)


@signed_in
@reads
def download_statement(request: Request, number: str) -> HttpResponse:
    """A statement as PDF/A with the credential embedded and a code to check it by."""
    person = present.own_person(request.capacity)
    response = HttpResponse(treatment.document(person, number), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
    return response


@signed_in
@reads
def show_lattice(request: Request) -> HttpResponse:
    """The posts at my employer, where I stand, and where I may go."""
    person = present.own_person(request.capacity)
    context = lattice.lattice_pages(person.pk, request.on)
    return render(request, "worker/show_lattice.html", context)


@signed_in
@reads
def show_equal_treatment(request: Request) -> HttpResponse:
    """How my employer says that it treats my grade; what the law says, and whom to ask."""
    person = present.own_person(request.capacity)
    context = equal_treatment.treatment_page(person.pk, request.on)
    return render(request, "worker/show_equal_treatment.html", context)


@signed_in
@reads
def show_career_guides(request: Request) -> HttpResponse:
    """What my employer proposed for my career, and what we confirmed."""
    person = present.own_person(request.capacity)
    context = guides.guides_page(person.pk, request.on)
    return render(request, "worker/show_career_guides.html", context)


@signed_in
@posts
def answer_career_guide(request: Request, guide: int, version: int) -> HttpResponse:
    """Agree to the version that waits, or ask for a change."""
    messages.success(request, guides.answer(guide, version, request))
    return redirect("worker:show_career_guides")


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
