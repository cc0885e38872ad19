"""Anybody checks a certificate: one verdict, the fewest fields, the steps below."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override

from gongtu.web.http import Request, reads, writes
from gongtu.web.public import certificates_page, not_found_page
from gongtu.web.public.forms import CheckForm, CorrectionForm
from gongtu.web.public.offline_page import offline_page, told_language
from gongtu.web.written import show_form


@writes
def check_certificate(request: Request) -> HttpResponse:
    """Number and name, posted so that no address holds a name."""
    form = CheckForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return show_form(request, "public/check_certificate.html", {"form": form})
    sought, name = form.cleaned_data["number"], form.cleaned_data["name"]
    found = certificates_page.found_page(sought, name, request)
    if found:
        return render(request, "public/check_certificate_verdict.html", {"found": found})
    asking = CorrectionForm(initial={"number": form.data["number"], "name": name})
    context = not_found_page.not_found_page(sought, asking)
    return render(request, "public/check_certificate_not_found.html", context)


@writes
def ask_correction(request: Request) -> HttpResponse:
    """Ask whoever can tell why a certificate is not found; it becomes a case with a clock."""
    form = CorrectionForm(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        certificates_page.count_attempt(request)
        return redirect(not_found_page.ask(form, request))
    return show_form(request, "public/ask_correction.html", {"form": form})


@reads
def check_offline(request: Request) -> HttpResponse:
    """By the code on paper, on the reader's own device, with or without a network."""
    with override(told_language(request)):
        return render(request, "public/check_offline.html", offline_page())


@reads
def show_verdict(request: Request, code: str) -> HttpResponse:
    """Where the code on paper leads: the verdict; its holder only to who knows the name."""
    context = certificates_page.verdict_page(code, request)
    context = {"told": context, "paper": offline_page(), "number": code}
    return render(request, "public/show_verdict.html", context)
