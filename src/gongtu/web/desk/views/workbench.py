"""The policy workbench: try other values of what my office decides, see the effect, propose."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.oversight import towns
from gongtu.oversight.workbench import require_deciding
from gongtu.registers.instruments import queries as decisions
from gongtu.registers.instruments import services as instruments
from gongtu.web.desk import standards, workbench
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.written import made, show_form, written


@signed_in
@reads
def list_drafts(request: Request) -> HttpResponse:
    """My drafts, and what I may draft."""
    require_deciding(request.capacity)
    return render(request, "desk/list_drafts.html", workbench.list_page(request))


@signed_in
@posts
def begin_draft(request: Request) -> HttpResponse:
    """Begin to try out another value of one standard."""
    require_deciding(request.capacity)
    parameter = standards.parameter_of(request.POST.get("parameter", ""))
    draft = instruments.begin_draft(parameter.key, by=request.capacity, on=request.on)
    return redirect("desk:show_draft", draft.pk)


@signed_in
@writes
def show_draft(request: Request, draft: int) -> HttpResponse:
    """One draft: its values, its day, and what they would change."""
    require_deciding(request.capacity)
    held = decisions.get_draft(draft, request.capacity)
    form = workbench.DraftForm(held, request)
    if written(form, form.keep):
        after = "desk:propose_draft" if "propose" in request.POST else "desk:show_draft"
        return redirect(after, draft)
    return show_form(request, "desk/show_draft.html", workbench.draft_page(held, form, request))


@signed_in
@posts
def delete_draft(request: Request, draft: int) -> HttpResponse:
    """Give a draft up."""
    require_deciding(request.capacity)
    instruments.delete_draft(draft, by=request.capacity, on=request.on)
    messages.success(request, _("草案已删除。"))
    return redirect("desk:list_drafts")


@signed_in
@writes
def propose_draft(request: Request, draft: int) -> HttpResponse:
    """Propose all of a draft by one document, for a second officer to approve."""
    require_deciding(request.capacity)
    held = decisions.get_draft(draft, request.capacity)
    form, by, on = standards.DocumentForm(request), request.capacity, request.on

    def propose() -> list[Any]:
        return instruments.propose_draft(draft, instrument=form.document(), by=by, on=on)

    if proposals := made(form, propose):
        messages.success(request, _("已提出，等待另一名工作人员批准。"))
        return redirect("desk:show_decision", proposals[0].parameter)
    context = workbench.propose_page(held, form, request)
    return show_form(request, "desk/propose_draft.html", context)


@signed_in
@posts
def read_registers(request: Request, draft: int) -> HttpResponse:
    """Read the registers into columns, where that was not done yet; the page shows how far."""
    require_deciding(request.capacity)
    held = decisions.get_draft(draft, request.capacity)
    towns.start_reading(by=request.capacity, on=request.on)
    return redirect("desk:show_draft", held.pk)


@signed_in
@reads
def list_touched(request: Request, draft: int, benefit: str, change: str) -> HttpResponse:
    """Whom a draft changes something for; reading it is journaled."""
    require_deciding(request.capacity)
    held = decisions.get_readable_draft(draft, request.capacity)
    context = workbench.touched_page(held, benefit, change, request)
    return render(request, "desk/list_touched.html", context)


@signed_in
@reads
def show_effect(request: Request, decision: int) -> HttpResponse:
    """What a proposal would change, for those who approve it."""
    proposal = standards.decision_of(decision)
    standards.require_decider(standards.parameter_of(proposal.parameter), request.capacity)
    context = workbench.proposal_effect(proposal, request)
    return render(request, "desk/show_effect.html", context)
