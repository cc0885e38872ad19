"""Occupational standards: read, compared, commented on while a draft is open, answered."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.standards import queries, services
from gongtu.registers.standards.choices import Outcome
from gongtu.web.downloads import download
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.public import standards_page
from gongtu.web.written import show_form, written


@reads
def list_standards(request: Request) -> HttpResponse:
    """Drafts open to comments, and every edition."""
    return render(request, "public/list_standards.html", standards_page.list_page(request))


@writes
def show_standard(request: Request, version: int) -> HttpResponse:
    """One edition or draft; somebody signed in comments on a draft while its round runs."""
    found = queries.get_public(version)
    form, by, on = standards_page.CommentForm(found, request), request.capacity, request.on
    if written(form, lambda: services.comment(version, **form.cleaned_data, by=by, on=on)):
        messages.success(request, _("意见已收到，送审以前逐条答复，并在本页公开。"))
        return redirect("public:show_standard", version)
    context = {**standards_page.standard_page(found, request), "form": form}
    return show_form(request, "public/show_standard.html", context)


@reads
def compare_standard(request: Request, version: int) -> HttpResponse:
    """What changed, section by section."""
    context = standards_page.changes_page(queries.get_public(version), request)
    return render(request, "public/compare_standard.html", context)


@reads
def download_standard(_request: Request, version: int) -> HttpResponse:
    """The text as its drafters set it."""
    found = queries.get_public(version)
    if found.file is None:
        raise Http404(version)
    return download(found.file.pk, found.file.name)


@signed_in
@posts
def answer_comment(request: Request, version: int, comment: int) -> HttpResponse:
    """The drafters answer one comment."""
    told = request.POST.get("outcome", "")
    if told not in set(Outcome):
        raise services.CommentWrong(_("请选择采纳、部分采纳或者不采纳。"))
    reason = request.POST.get("reason", "")
    services.answer(comment, Outcome(told), reason=reason, by=request.capacity, on=request.on)
    messages.success(request, _("已答复，并在本页公开。"))
    return redirect("public:show_standard", version)
