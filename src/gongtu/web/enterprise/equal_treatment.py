"""The table of equal treatment as an enterprise's pages show and take it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gongtu.parties.models import Organisation
from gongtu.registers.careers import queries as careers
from gongtu.registers.careers import services
from gongtu.registers.careers.rows import read_treatment, write_treatment
from gongtu.web.enterprise.versions import shown
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
    latest = careers.TREATMENTS.latest(body.pk)
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
    versions = shown(careers.TREATMENTS, body.pk, request)
    version = versions.version
    equals = careers.equals_of(version) if version else services.usual_treatment()
    is_checked = version is not None and versions.is_latest
    return {
        "law": law_words(request.on),
        "rows": table_rows(equals),
        "check": check_rows(_check(body, request)) if is_checked else None,
        **versions.page,
    }


def _check(body: Organisation, request: Request) -> careers.Check:
    return careers.check_treatment(body.pk, by=request.capacity, on=request.on)
