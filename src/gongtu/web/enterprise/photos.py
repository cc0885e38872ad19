"""The photo of a candidate as its page shows it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gongtu.registers.skills import services as register
from gongtu.web.http import Request


class PhotoForm(forms.Form):
    """One picture."""

    photo = forms.FileField(
        label=_("照片"),
        help_text=_(
            "本人近期免冠照片，JPEG、PNG或者WebP，最大5 MB，至少197×276像素；按宽5高7居中裁切。"
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip


def photo_page(number: str, candidate: int, request: Request) -> dict[str, Any]:
    """Whose photo it is, and the one kept so far.

    Raises:
        CandidateUnknown, NotEntitled: It is no candidate of a session of the enterprise's.
    """
    found = register.get_candidate(number, candidate, by=request.capacity, on=request.on)
    photo = reverse("account:download_photo", args=[found.pk]) if found.photo_id else ""
    return {
        "name": found.person.name,
        "photo": photo,
        "back": reverse("enterprise:show_session", args=[number]),
    }
