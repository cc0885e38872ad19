"""Anybody checks a certificate: one verdict, the fewest fields, the steps below."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.http import Request, reads, writes
from gongtu.web.public import certificates_page
from gongtu.web.public.forms import CheckForm


@writes
def check_certificate(request: Request) -> HttpResponse:
    """Number and name, posted so that no address holds a name."""
    form = CheckForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "public/check_certificate.html", {"form": form}, status=status)
    number, name = form.cleaned_data["number"], form.cleaned_data["name"]
    context = certificates_page.verdict_page(number, name, request)
    return render(request, "public/check_certificate_verdict.html", context)


@reads
def show_verdict(request: Request, code: str) -> HttpResponse:
    """Where the code on paper leads: the verdict; its holder only to who knows the name."""
    context = certificates_page.verdict_page(code, "", request)
    return render(request, "public/show_verdict.html", context)
