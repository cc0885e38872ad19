"""The enterprise's plan for skilled staff and its career channels: shown, adopted, revised."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.careers.services import adopt_usual_lattice, adopt_usual_plan
from gongtu.web.enterprise import lattices, plans
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.enterprise.publishing import publish_or_show
from gongtu.web.http import Request, posts, reads, signed_in, writes


@signed_in
@reads
def show_staff_plan(request: Request) -> HttpResponse:
    """What is wanted, who is there, what is missing, and who could fill it first."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/show_staff_plan.html", plans.plan_page(body, request))


@signed_in
@posts
def adopt_staff_plan(request: Request) -> HttpResponse:
    """Publish what the roster suggests, in one tap."""
    adopt_usual_plan(own_enterprise(request.capacity).pk, by=request.capacity, on=request.on)
    messages.success(request, _("默认规划已经发布，随时可以修订。"))
    return redirect("enterprise:show_staff_plan")


@signed_in
@writes
def revise_staff_plan(request: Request) -> HttpResponse:
    """Enter what is wanted and publish it as the next version."""
    body = own_enterprise(request.capacity)
    form = plans.form_of(body, request)
    return publish_or_show(
        request,
        form,
        lambda: plans.publish(form, body, request),
        page="staff_plan",
        says=_("规划已经发布；原来的版本都留着。"),
    )


@signed_in
@reads
def show_lattice(request: Request) -> HttpResponse:
    """The posts of the three tracks, and where one may cross."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/show_lattice.html", lattices.show_page(body, request))


@signed_in
@posts
def adopt_lattice(request: Request) -> HttpResponse:
    """Publish the default to the staff, in one tap."""
    adopt_usual_lattice(own_enterprise(request.capacity).pk, by=request.capacity, on=request.on)
    messages.success(request, _("默认通道已经向职工公布，随时可以修订。"))
    return redirect("enterprise:show_lattice")


@signed_in
@writes
def revise_lattice(request: Request) -> HttpResponse:
    """Enter posts and crossings, and publish them as the next version."""
    body = own_enterprise(request.capacity)
    form = lattices.form_of(body, request)
    return publish_or_show(
        request,
        form,
        lambda: lattices.publish(form, body, request),
        page="lattice",
        says=_("职业发展通道已经向职工公布；原来的版本都留着。"),
    )
