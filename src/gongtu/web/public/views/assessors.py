"""Bodies that assess: their list, one of them, and the draw of a year's plan."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongtu.web.http import Request, reads, writes
from gongtu.web.public import assessors_page
from gongtu.web.public.certificates_page import count_attempt
from gongtu.web.public.forms import ComplaintForm
from gongtu.web.written import handed_in, show_form


@reads
def list_assessors(request: Request) -> HttpResponse:
    """Every body that filed, by name."""
    return render(request, "public/list_assessors.html", assessors_page.list_page(request))


@reads
def show_assessor(request: Request, organisation: int) -> HttpResponse:
    """What it may assess, and the measures in force that anybody may know of."""
    context = assessors_page.assessor_page(organisation, on=request.on)
    return render(request, "public/show_assessor.html", context)


@writes
def complain_of_assessor(request: Request, organisation: int) -> HttpResponse:
    """Tell what is wrong with a body without an account; it becomes a case with a clock."""
    form = ComplaintForm(handed_in(request))
    if request.method == "POST" and form.is_valid():
        count_attempt(request, "complaint:")
        return redirect(assessors_page.complain(organisation, form, request))
    context = assessors_page.complaint_page(organisation, form)
    return show_form(request, "public/complain_of_assessor.html", context)


@reads
def show_plan(request: Request, number: str) -> HttpResponse:
    """The seed, what took part, and what was drawn."""
    context = assessors_page.plan_page(number, on=request.on)
    return render(request, "public/show_plan.html", context)
