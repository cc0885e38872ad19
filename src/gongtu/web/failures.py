"""Refusals and breakdowns as pages: what was wrong, and what would help."""

import uuid

import structlog
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused

log = structlog.get_logger()

WORDS = ("reason", "words", "told", "text")
"""Fields in which people write at length."""


def show_refusal(request: HttpRequest, refusal: Refused, status: int = 422) -> HttpResponse:
    """The reasons of a refusal, each as a sentence, what was written, and the way back."""
    back = request.META.get("HTTP_REFERER", "/")
    written = [words for name in WORDS if (words := request.POST.get(name, "").strip())]
    context = {"reasons": refusal.reasons, "status": status, "back": back, "written": written}
    return render(request, "failures/refused.html", context, status=status)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the reader may not see or do this."""
    reasons = exception.args if exception and exception.args else ()
    context = {"reasons": [str(reason) for reason in reasons], "status": 403, "back": "/"}
    return render(request, "failures/refused.html", context, status=403)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 where more was sent than anybody fills in: nothing of it was read."""
    is_large = isinstance(exception, RequestDataTooBig)
    says = _("内容太大，没有接收。") if is_large else _("提交的内容读不出来，请刷新页面再试。")
    status = 413 if is_large else 400
    context = {"reasons": [says], "status": status, "back": "/"}
    return render(request, "failures/refused.html", context, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, with the places people usually look for."""
    del exception
    return render(request, "failures/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our mistake, with a reference number that finds the log line."""
    reference = uuid.uuid4().hex[:8]
    log.error("page broke", reference=reference, path=request.path)
    return render(request, "failures/broken.html", {"reference": reference}, status=500)
