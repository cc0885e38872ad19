"""Every amount and period the platform uses, with its document or 待核."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web import values_page
from gongtu.web.asking import day_asked
from gongtu.web.http import Request, reads


@reads
def list_parameters(request: Request) -> HttpResponse:
    """All parameters as of a day, grouped by provision."""
    groups = values_page.groups_on(day_asked(request))
    return render(request, "public/list_parameters.html", {"groups": groups})
