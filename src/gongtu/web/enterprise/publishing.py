"""What is entered as text and published whole, or comes back with every line at fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from gongtu.web.http import Request
from gongtu.web.written import show_form, written


def publish_or_show(
    request: Request, form: Any, publish: Callable[[], object], *, page: str, says: str
) -> HttpResponse:
    """Publish and lead to `page`; else show the form of that page's revision again.

    What is refused stands beside the form, so that nothing entered is lost.
    """
    if written(form, publish):
        messages.success(request, says)
        return redirect(f"enterprise:show_{page}")
    return show_form(request, f"enterprise/revise_{page}.html", {"form": form})
