"""Entering the figures of a year, which duties and credits are checked by."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.web.enterprise import figures
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, signed_in, writes
from gongtu.web.written import show_form, written


@signed_in
@writes
def enter_figures(request: Request) -> HttpResponse:
    """One of two years: the current or the last; what is left empty stays as it was."""
    body, year = own_enterprise(request.capacity), figures.year_asked(request)
    form = figures.form_of(body, year, request)
    if written(form, lambda: figures.record(form, body, year, request)):
        messages.success(request, _("已登记，义务和待遇按新的数字核对。"))
        return redirect("enterprise:list_duties")
    context = {"form": form, "year": year, "years": figures.years_page(year, request.on)}
    return show_form(request, "enterprise/enter_figures.html", context)
