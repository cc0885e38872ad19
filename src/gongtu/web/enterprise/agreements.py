"""Agreements of an enterprise, and its pay by grade, as its pages show and take them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.base.money import Yuan
from gongtu.engines.casework import services as casework
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ENTERPRISE
from gongtu.registers.recognition import queries as recognition
from gongtu.registers.recognition import services as register
from gongtu.registers.recognition.rows import Line, write_scope
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.web.agreements_page import agreements_page, pay_rows, scope_of
from gongtu.web.chain_page import label_of
from gongtu.web.fields import DayField, offer_choices
from gongtu.web.forms import OrganisationField
from gongtu.web.http import Request
from gongtu.web.matching_page import titled_grade
from gongtu.web.wording import money, name_of

PROCEDURE = "mutual-recognition"


class ProposalForm(forms.Form):
    """The other enterprise by a part of its name, and the scope ticked off one's own filings."""

    partner = OrganisationField(
        kind=ENTERPRISE,
        label=gettext_lazy("协议对方企业"),
        help_text=gettext_lazy("填写名称的一部分或者统一社会信用代码。"),
        max_length=120,
    )
    ticked = forms.MultipleChoiceField(
        label=gettext_lazy("本单位备案的职业和等级"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    more = forms.CharField(
        label=gettext_lazy("对方备案的职业和等级"),
        help_text=gettext_lazy("每行写职业代码、最低等级、最高等级，例如 6-20-01-01 初级工 技师。"),
        widget=forms.Textarea,
        required=False,
    )
    since = DayField(label=gettext_lazy("生效日期"))
    until = DayField(label=gettext_lazy("期满日期"))
    notice_days = forms.IntegerField(
        label=gettext_lazy("提前终止须提前通知的日数"), min_value=0, max_value=3650
    )

    def __init__(self, body: Organisation, on: date, told: Any = None) -> None:
        super().__init__(told, initial={"since": on})
        offer_choices(self, "ticked", _filed(body, on))

    def clean(self) -> dict[str, Any]:
        """Some scope is told."""
        told = self.cleaned_data
        if not told.get("ticked") and not told.get("more", "").strip():
            self.add_error("ticked", _("请至少勾选一项，或者逐行填写。"))
        return told

    def answers(self) -> dict[str, Any]:
        """What the procedure's own form asks."""
        told = self.cleaned_data
        scope = [*told["ticked"], told["more"].strip()]
        return {
            "partner": told["partner"],
            "scope": "\n".join(line for line in scope if line),
            "since": told["since"].isoformat(),
            "until": told["until"].isoformat(),
            "notice_days": told["notice_days"],
        }


class GradePayForm(forms.Form):
    """A month's allowance for each grade; what is left empty stays."""

    def __init__(self, on: date, told: Any = None) -> None:
        super().__init__(told, initial={"since": on})
        for grade in Grade:
            self.fields[grade.value] = forms.DecimalField(
                label=_("%(grade)s每月（元）") % {"grade": label_of(grade)},
                required=False,
                min_value=0,
                max_digits=10,
                decimal_places=2,
            )
        self.fields["since"] = DayField(label=gettext_lazy("执行日期"))
        self.fields["instrument"] = forms.CharField(
            label=gettext_lazy("依据"),
            help_text=gettext_lazy("例如工资集体合同、薪酬制度。"),
            max_length=120,
        )


def list_page(body: Organisation, request: Request) -> dict[str, Any]:
    """The enterprise's agreements, and who on its staff counts by them."""
    found = recognition.list_agreements_of(body.pk)
    pay = recognition.grade_pay(body.pk, on=request.on)
    staff = recognition.recognised_staff(body.pk, on=request.on)
    return {
        **agreements_page(found, request, as_party=True),
        "staff": [_member(one, pay) for one in staff],
    }


def propose(form: ProposalForm, request: Request) -> str:
    """Open the case; a second click finds the first's."""
    case = casework.open_case(
        PROCEDURE,
        answers=form.answers(),
        by=request.capacity,
        on=request.on,
        once=request.POST.get("once") or None,
    )
    return case.number


def propose_page(form: ProposalForm, request: Request) -> dict[str, Any]:
    """The form, with what keeps a second click from proposing twice."""
    return {"form": form, "once": request.POST.get("once") or uuid4().hex}


def pay_page(form: GradePayForm, body: Organisation, request: Request) -> dict[str, Any]:
    """The form below the table of today."""
    return {"form": form, "rows": pay_rows(body.pk, request.on)}


def record_pay(form: GradePayForm, body: Organisation, request: Request) -> None:
    """Put what was filled in on record.

    Raises:
        PayWrong: Nothing was.
    """
    told = form.cleaned_data
    register.record_grade_pay(
        body.pk,
        {g: Yuan(str(told[g.value])) for g in Grade if told[g.value] is not None},
        since=told["since"],
        instrument=told["instrument"],
        by=request.capacity,
        on=request.on,
    )


def _filed(body: Organisation, on: date) -> list[tuple[str, str]]:
    return [
        (
            write_scope([Line(one.occupation_id, Grade(one.lowest), Grade(one.highest))]),
            scope_of(one.occupation.name, one.lowest, one.highest),
        )
        for one in skills.list_filings(body.pk, on=on)
    ]


def _member(one: Any, pay: Any) -> dict[str, Any]:
    row = pay.get(one.grade)
    return {
        "name": one.certificate.person.name,
        "title": titled_grade(one.certificate),
        "issuer": name_of(one.certificate.issuer),
        "since": one.since,
        "monthly": money(Yuan.of_fen(row.monthly)) if row else "",
    }
