"""Certificates of every session whose notice has ended, and one that was withheld."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.skills import services as register
from gongtu.registers.skills.services import issuing_together as together
from gongtu.web.enterprise import issuing
from gongtu.web.enterprise.own import own_assessing
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.job_page import own_job


@signed_in
@writes
def issue_sessions(request: Request) -> HttpResponse:
    """What would be issued; confirmed, it is started, once."""
    body = own_assessing(request.capacity)
    if request.method == "POST":
        job = together.start_issuing(body, by=request.capacity, on=request.on)
        return redirect("enterprise:show_issuing", job.pk)
    return render(request, "enterprise/issue_sessions.html", issuing.waiting_page(body, request))


@signed_in
@reads
def show_issuing(request: Request, key: UUID) -> HttpResponse:
    """How far it is, and what was passed over and why."""
    own_assessing(request.capacity)
    page = issuing.issuing_page(own_job(key, together.KIND, request))
    return render(request, "enterprise/show_issuing.html", {"job": page})


@signed_in
@posts
def issue_withheld(request: Request, number: str, candidate: int) -> HttpResponse:
    """Issue what was withheld from a candidate, once the certificate in its way counts no more."""
    own_assessing(request.capacity)
    made = register.issue_withheld(number, candidate, by=request.capacity, on=request.on)
    messages.success(request, _("证书%(number)s已核发。") % {"number": made.number})
    return redirect("enterprise:show_session", number)
