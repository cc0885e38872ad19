"""Career guides of the staff: who has one, and the next proposal to one of them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.web.enterprise import guides
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.written import show_form, written


@signed_in
@reads
def list_career_guides(request: Request) -> HttpResponse:
    """Everybody on the staff, with how far their guide is."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/list_career_guides.html", guides.list_page(body, request))


@signed_in
@writes
def show_career_guide(request: Request, person: UUID) -> HttpResponse:
    """The guide of one of the staff, and the form by which the next version is proposed."""
    body = own_enterprise(request.capacity)
    job = guides.employed(body, person, request.on)
    form = guides.form_of(body, job, request)
    if written(form, lambda: guides.propose(form, body, person, request)):
        messages.success(request, _("已经送职工确认。"))
        return redirect("enterprise:show_career_guide", person)
    context = guides.show_page(body, job, form, request)
    return show_form(request, "enterprise/show_career_guide.html", context)
