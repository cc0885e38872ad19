"""Anybody checks a presentation: a file that discloses part of a certificate."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.http import Request, writes
from gongtu.web.public.forms import PresentationForm
from gongtu.web.public.presentation_page import presentation_page
from gongtu.web.written import made, show_form


@writes
def check_presentation(request: Request) -> HttpResponse:
    """Pasted or as a file; for whom it must be, if whoever checks has asked for it."""
    form = PresentationForm(request.POST or None, request.FILES or None)
    if found := made(form, lambda: presentation_page(form.cleaned_data, request)):
        form.put_back()
        told = {**found, "again": form}
        return render(request, "public/check_presentation_verdict.html", told)
    if form.errors:
        form.put_back()
    return show_form(request, "public/check_presentation.html", {"form": form})
