"""Public notices, and objections to them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.engines.casework import services as casework
from gongtu.web.asking import first_page, next_page
from gongtu.web.http import Request, reads, writes
from gongtu.web.public import notices_page
from gongtu.web.public.forms import ObjectionForm
from gongtu.web.written import show_form


@reads
def list_notices(request: Request) -> HttpResponse:
    """What is on public notice today."""
    page = notices_page.rows_on(request.on, after=request.GET.get("after", ""))
    context = {
        "notices": page.rows,
        "next_page": next_page(request, page.next),
        "first_page": first_page(request),
    }
    return render(request, "public/list_notices.html", context)


@writes
def show_notice(request: Request, notice: int) -> HttpResponse:
    """One notice; anybody may object until its last day."""
    form = ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        casework.object_to_notice(notice, by=request.capacity, on=request.on, **form.cleaned())
        messages.success(request, _("异议已收到。承办单位须在公示结束、进入下一环节前答复。"))
        return redirect("public:show_notice", notice=notice)
    page = notices_page.notice_page(notice, on=request.on)
    return show_form(request, "public/show_notice.html", {"notice": page, "form": form})
