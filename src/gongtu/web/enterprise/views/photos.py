"""Photos of candidates, for their certificates."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.registers.skills import services as register
from gongtu.web.enterprise import photos
from gongtu.web.http import Request, signed_in, writes
from gongtu.web.written import show_form, written


@signed_in
@writes
def keep_photo(request: Request, number: str, candidate: int) -> HttpResponse:
    """Hand in a candidate's photo, or another in its place."""
    context, by, on = photos.photo_page(number, candidate, request), request.capacity, request.on
    handed_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form = photos.PhotoForm(*handed_in)

    def keep() -> None:
        register.keep_photo(number, candidate, form.cleaned_data["photo"], by=by, on=on)

    if written(form, keep, field="photo"):
        messages.success(request, _("照片已存入，下载证书时印在上面。"))
        return redirect("enterprise:show_session", number)
    return show_form(request, "enterprise/keep_photo.html", {**context, "form": form})
