"""Which enterprises recognise each other's grades."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.recognition import queries as recognition
from gongtu.web.agreements_page import agreements_page
from gongtu.web.http import Request, reads


@reads
def list_agreements(request: Request) -> HttpResponse:
    """Parties, scope and term of every agreement; nothing of any worker."""
    context = agreements_page(recognition.list_agreements(), request)
    return render(request, "public/list_agreements.html", context)
