"""The table of equal treatment as an enterprise's pages show and take it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy

from gongtu.parties.models import Organisation
from gongtu.registers.careers import queries as careers
from gongtu.registers.careers import services
from gongtu.registers.careers.rows import read_treatment, write_treatment
from gongtu.web.equal_treatment_page import check_rows, law_words, table_rows
from gongtu.web.http import Request


class TreatmentForm(forms.Form):
    """A line for each grade, or for some matters of it."""

    rows = forms.CharField(
        label=gettext_lazy("各等级比照的职称级别"),
        help_text=gettext_lazy(
            "每行写技能等级、比照的职称级别；只适用于某些方面的，接着写方面，"
            "例如：技师 中级 评优评奖、科研项目申报。不写方面的，五个方面都适用。"
        ),
        widget=forms.Textarea,
    )


def form_of(body: Organisation, request: Request) -> TreatmentForm:
    """The form filled in with what is in force, else with the default."""
    latest = careers.latest_treatment(body.pk)
    equals = careers.equals_of(latest) if latest else services.usual_treatment()
    return TreatmentForm(request.POST or None, initial={"rows": write_treatment(equals)})


def publish(form: TreatmentForm, body: Organisation, request: Request) -> None:
    """Publish what was entered as the next version.

    Raises:
        Refused: With every line at fault.
    """
    equals = read_treatment(form.cleaned_data["rows"])
    services.publish_treatment(body.pk, equals, by=request.capacity, on=request.on)


def show_page(body: Organisation, request: Request) -> dict[str, Any]:
    """The version asked for, else that in force, with what is found of it; else the default."""
    asked = request.GET.get("version", "")
    latest = careers.latest_treatment(body.pk)
    version = careers.find_treatment(body.pk, int(asked)) if asked.isdecimal() else latest
    equals = careers.equals_of(version) if version else services.usual_treatment()
    check = careers.check_treatment(body.pk, by=request.capacity, on=request.on)
    return {
        "law": law_words(request.on),
        "rows": table_rows(equals),
        "published": version and {"version": version.version, "on": version.published_on},
        "is_latest": version == latest,
        "check": check_rows(check) if latest else None,
        "versions": [_version(one) for one in careers.list_treatments(body.pk)],
    }


def _version(one: Any) -> dict[str, Any]:
    address = f"{reverse('enterprise:show_equal_treatment')}?version={one.version}"
    return {"version": one.version, "on": one.published_on, "address": address}
