"""Examiners as the desk files, lists and ends them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gongtu.base.errors import Refused
from gongtu.parties.access import require
from gongtu.registers.recognition.rows import read_scope
from gongtu.registers.sittings.queries import list_examiners
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.services import Scope
from gongtu.web.chain_page import label_of
from gongtu.web.fields import PersonField
from gongtu.web.http import Request

SHOWN = 200


class ScopesField(forms.CharField):
    """A line for each occupation: its code, the lowest and the highest grade."""

    widget = forms.Textarea

    def clean(self, value: Any) -> Any:
        text: str = super().clean(value)
        try:
            return [Scope(*line) for line in read_scope(text)]
        except Refused as refusal:
            raise ValidationError(list(refusal.reasons)) from None


class ExaminerForm(forms.Form):
    """Who may examine what, and by which document."""

    person = PersonField(label=_("考评人员（身份证号码）"), max_length=20)
    scopes = ScopesField(
        label=_("可以考评的职业和等级"),
        help_text=_("每行写职业代码、最低等级、最高等级，例如：6-18-02-04 初级工 高级工"),
    )
    instrument = forms.CharField(label=_("备案依据（文件、证书编号）"), max_length=120)


def list_page(form: ExaminerForm, request: Request) -> dict[str, Any]:
    """Everybody who is or was filed, and the form to file another.

    Raises:
        NotEntitled: The reader files nobody.
    """
    require(request.capacity, "list-examiners", None, on=request.on)
    rows = [_row(one, request) for one in list_examiners()[:SHOWN]]
    return {"examiners": rows, "form": form}


def _row(examiner: Any, request: Request) -> dict[str, Any]:
    standing = examiner.holds_on(request.on)
    return {
        "key": examiner.pk,
        "number": examiner.number,
        "name": examiner.person.name,
        "since": examiner.since,
        "until": examiner.until,
        "standing": standing,
        "instrument": examiner.instrument,
        "ended_for": examiner.ended_for,
        "scopes": scope_lines(examiner),
        "end": reverse("desk:end_examiner", args=[examiner.pk]) if standing else "",
    }


def scope_lines(examiner: Any) -> list[str]:
    """Each occupation with the grades, as people read it."""
    return [
        f"{one.occupation.name} {label_of(Grade(one.lowest))} – {label_of(Grade(one.highest))}"
        for one in examiner.scopes.all()
    ]
