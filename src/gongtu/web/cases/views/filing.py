"""Opening a case: the form, the check of one's answers, the button that hands it in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.refusals import WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.cases import filing
from gongtu.web.cases.present import case_row, draft_rows
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.written import show_form


@signed_in
@reads
def list_cases(request: Request) -> HttpResponse:
    """What I opened or take part in, and what I have not finished filling in."""
    found = cases.list_cases_of(request.capacity)
    if (after := number_asked(request)) is not None:
        found = found.filter(pk__lt=after)
    rows, pages = page_of(found, request, number_of)
    context = {
        "drafts": draft_rows(request.capacity),
        "cases": [case_row(case, request.capacity, on=request.on) for case in rows],
        **pages,
    }
    return render(request, "cases/list_cases.html", context)


@signed_in
@writes
def start_case(request: Request, key: str) -> HttpResponse:
    """The declared form; what is half filled in is kept as a draft."""
    procedure = get_procedure(key)
    if request.capacity.role not in procedure.openers:
        raise casework.wrong_opener(procedure)
    form = filing.opening_form(procedure, request)
    if request.method == "POST":
        valid = form.is_valid()
        answers = form.cleaned_data if valid else filing.told(procedure, request)
        casework.save_draft(key, answers, by=request.capacity, on=request.on)
        if request.POST.get("step") == "save":
            messages.success(request, _("已存为草稿，可以在“我的办件”中继续填写。"))
            return redirect("cases:list_cases")
        if valid:
            return redirect("cases:check_answers", key)
    context = filing.form_page(procedure, form, request)
    return show_form(request, "cases/start_case.html", context)


@signed_in
@writes
def check_answers(request: Request, key: str) -> HttpResponse:
    """Every answer once more, the conditions as they look now, the files, and the button."""
    procedure = get_procedure(key)
    draft = cases.get_draft(key, request.capacity)
    if request.method == "POST":
        try:
            case = filing.hand_in(procedure, draft, request)
        except WrongHands:
            raise
        except Refused as refused:
            context = filing.check_page(procedure, draft, request, refused.reasons)
            return render(request, "cases/check_answers.html", context, status=422)
        messages.success(request, _("已提交，编号%(number)s。") % {"number": case.number})
        return redirect("cases:show_case", case.number)
    if draft is None:
        return redirect("cases:start_case", key)
    context = filing.check_page(procedure, draft, request)
    return render(request, "cases/check_answers.html", context)


@signed_in
@posts
def discard_draft(request: Request, key: str) -> HttpResponse:
    """Throw away what was half filled in."""
    casework.discard_draft(key, by=request.capacity)
    messages.success(request, _("草稿已删除。"))
    return redirect("cases:list_cases")
