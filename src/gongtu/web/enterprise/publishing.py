"""What is entered as text and published whole, or comes back with every line at fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.web.http import Request


def publish_or_show(
    request: Request, form: Any, publish: Callable[[], object], *, page: str, says: str
) -> HttpResponse:
    """Publish and lead to `page`; else show the form of that page's revision again.

    What is refused stands beside the form, so that nothing entered is lost.
    """
    if request.method == "POST" and form.is_valid():
        try:
            publish()
        except NotEntitled:
            raise
        except Refused as refused:
            form.add_error(None, list(refused.reasons))
        else:
            messages.success(request, says)
            return redirect(f"enterprise:show_{page}")
    status = 422 if form.errors else 200
    return render(request, f"enterprise/revise_{page}.html", {"form": form}, status=status)
