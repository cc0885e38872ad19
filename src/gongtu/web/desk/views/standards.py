"""Standards this office decides: proposed by one officer by a document, approved by another."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.instruments import services as instruments
from gongtu.web.desk import standards
from gongtu.web.desk.queue import require_office
from gongtu.web.downloads import download
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.written import show_form, written


@signed_in
@reads
def list_decisions(request: Request) -> HttpResponse:
    """What my role decides: what is 待核 first, then proposals, then the rest."""
    require_office(request.capacity)
    return render(request, "desk/list_decisions.html", standards.list_page(request))


@signed_in
@reads
def show_decision(request: Request, key: str) -> HttpResponse:
    """One standard: its value, every value it had, every proposal."""
    require_office(request.capacity)
    context = standards.standard_page(standards.parameter_of(key), request)
    return render(request, "desk/show_decision.html", context)


@signed_in
@writes
def propose_decision(request: Request, key: str) -> HttpResponse:
    """Propose a value from a day on, with the document that decides it."""
    parameter = standards.parameter_of(key)
    standards.require_decider(parameter, request.capacity)
    form = standards.ProposalForm(parameter, request)
    if written(form, form.propose):
        messages.success(request, _("已提出，等待另一名工作人员批准。"))
        return redirect("desk:show_decision", key)
    context = {"standard": standards.standard_row(parameter, request.on), "form": form}
    return show_form(request, "desk/propose_decision.html", context)


@signed_in
@posts
def approve_decision(request: Request, decision: int) -> HttpResponse:
    """Let a colleague's proposal hold."""
    settled = instruments.approve(_known(decision), by=request.capacity, on=request.on)
    messages.success(request, _("已批准，即日起按新的标准办理。"))
    return redirect("desk:show_decision", settled.parameter)


@signed_in
@posts
def reject_decision(request: Request, decision: int) -> HttpResponse:
    """Send a proposal back with the reason."""
    reason = request.POST.get("reason", "")
    settled = instruments.reject(
        _known(decision), reason=reason, by=request.capacity, on=request.on
    )
    messages.success(request, _("已退回。"))
    return redirect("desk:show_decision", settled.parameter)


@signed_in
@posts
def withdraw_decision(request: Request, decision: int) -> HttpResponse:
    """Take one's own proposal back."""
    reason = request.POST.get("reason", "")
    settled = instruments.withdraw(
        _known(decision), reason=reason, by=request.capacity, on=request.on
    )
    messages.success(request, _("已撤回。"))
    return redirect("desk:show_decision", settled.parameter)


@signed_in
@reads
def download_instrument(request: Request, decision: int) -> HttpResponse:
    """The document a decision rests on."""
    require_office(request.capacity)
    file = standards.decision_of(decision).file
    if file is None:
        raise Http404(decision)
    return download(file.pk, file.name)


def _known(decision: int) -> int:
    return int(standards.decision_of(decision).pk)
