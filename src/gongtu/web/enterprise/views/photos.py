"""Photos of candidates, for their certificates."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.registers.skills import services as register
from gongtu.web.enterprise import photos
from gongtu.web.http import Request, signed_in, writes


@signed_in
@writes
def keep_photo(request: Request, number: str, candidate: int) -> HttpResponse:
    """Hand in a candidate's photo, or another in its place."""
    context = photos.photo_page(number, candidate, request)
    handed_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form = photos.PhotoForm(*handed_in)
    if form.is_valid():
        photo, by, on = form.cleaned_data["photo"], request.capacity, request.on
        try:
            register.keep_photo(number, candidate, photo, by=by, on=on)
        except Refused as refused:
            form.add_error("photo", list(refused.reasons))
        else:
            messages.success(request, _("照片已存入，下载证书时印在上面。"))
            return redirect("enterprise:show_session", number)
    status = 422 if form.errors else 200
    return render(request, "enterprise/keep_photo.html", {**context, "form": form}, status=status)
