"""The enterprise's table of equal treatment: shown, adopted, revised."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.careers.services import adopt_usual_treatment
from gongtu.web.enterprise import equal_treatment
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.enterprise.publishing import publish_or_show
from gongtu.web.http import Request, posts, reads, signed_in, writes


@signed_in
@reads
def show_equal_treatment(request: Request) -> HttpResponse:
    """As whom each grade is treated, and what the registers show of it."""
    body = own_enterprise(request.capacity)
    context = equal_treatment.show_page(body, request)
    return render(request, "enterprise/show_equal_treatment.html", context)


@signed_in
@posts
def adopt_equal_treatment(request: Request) -> HttpResponse:
    """Publish the default to the staff, in one tap."""
    adopt_usual_treatment(own_enterprise(request.capacity).pk, by=request.capacity, on=request.on)
    messages.success(request, _("默认的同等待遇表已经向职工公布，随时可以修订。"))
    return redirect("enterprise:show_equal_treatment")


@signed_in
@writes
def revise_equal_treatment(request: Request) -> HttpResponse:
    """Enter the rows, and publish them as the next version."""
    body = own_enterprise(request.capacity)
    form = equal_treatment.form_of(body, request)
    return publish_or_show(
        request,
        form,
        lambda: equal_treatment.publish(form, body, request),
        page="equal_treatment",
        says=_("同等待遇表已经向职工公布；原来的版本都留着。"),
    )
