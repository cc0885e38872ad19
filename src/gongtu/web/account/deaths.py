"""A death is recorded in the person's file, or taken back where it was recorded in error."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties import access, queries, services
from gongtu.web.fields import DayField
from gongtu.web.http import Request, posts, signed_in, writes
from gongtu.web.written import handed_in, show_form, written


class DeathForm(forms.Form):
    """The day, and which document says so."""

    died_on = DayField(label=gettext_lazy("死亡日期"))
    source = forms.CharField(
        label=gettext_lazy("依据的文件"),
        max_length=200,
        help_text=gettext_lazy("例如死亡证明、户口注销证明的编号和日期。"),
    )


@signed_in
@writes
def record_death(request: Request, person: UUID) -> HttpResponse:
    """Record it: links to the certificates end, the certificates stay true."""
    found, by, on = queries.get_person(person), request.capacity, request.on
    access.require(by, "record-death", found, on=on)
    form = DeathForm(handed_in(request))
    if written(form, lambda: services.record_death(found, **form.cleaned_data, by=by, on=on)):
        messages.success(request, _("已登记。分享链接不再显示内容，证书仍可查验。"))
        return redirect("account:show_person", person)
    return show_form(request, "account/record_death.html", {"person": found, "form": form})


@signed_in
@posts
def take_back_death(request: Request, person: UUID) -> HttpResponse:
    """It was recorded in error, with the reason."""
    services.take_back_death(
        queries.get_person(person), reason=request.POST.get("reason", ""),
        by=request.capacity, on=request.on,
    )  # fmt: skip
    messages.success(request, _("死亡登记已经撤回。"))
    return redirect("account:show_person", person)
