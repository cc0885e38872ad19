"""A link that a holder gave out: who looks says so first."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.http import Request, writes
from gongtu.web.public import shared_page
from gongtu.web.public.forms import ViewerForm


@writes
def show_share(request: Request, token: str) -> HttpResponse:
    """Who are you, and why; then the verdict and what its holder chose to show."""
    context = shared_page.shared_page(token, request)
    if not context["is_open"]:
        return _private(render(request, "public/show_share_ended.html", status=shared_page.GONE))
    form = ViewerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        opened = shared_page.opened_page(token, form, request)
        return _private(render(request, "public/show_share_opened.html", opened))
    status = 422 if form.errors else shared_page.OPEN
    told = {**context, "form": form}
    return _private(render(request, "public/show_share.html", told, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    """Neither kept on the way, nor found by a search."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
