"""How one's own assessing is watched over: figures, checks, measures, and a comment."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.quality import services
from gongtu.registers.quality.services import NothingSaid
from gongtu.web.enterprise import quality
from gongtu.web.enterprise.own import own_assessing
from gongtu.web.http import Request, signed_in, writes


@signed_in
@writes
def show_quality(request: Request) -> HttpResponse:
    """One's own figures with what they are figures of; a comment stands beside them."""
    body = own_assessing(request.capacity)
    reasons: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            told = request.POST.get("told", "")
            services.comment(body.pk, told, by=request.capacity, on=request.on)
        except NothingSaid as refused:
            reasons = refused.reasons
        else:
            messages.success(request, _("已提交，人社部门会和数据一起看到。"))
            return redirect("enterprise:show_quality")
    context = {**quality.quality_page(body, request), "reasons": reasons}
    status = 422 if reasons else 200
    return render(request, "enterprise/show_quality.html", context, status=status)
