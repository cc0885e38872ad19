"""A school's programmes, rules and transcripts, as its pages show and take them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties.access import NotEntitled
from gongtu.parties.models import Organisation
from gongtu.registers.credits import queries as credit_bank
from gongtu.registers.credits import services as register
from gongtu.registers.credits.choices import KINDS, LEVELS, SourceKind
from gongtu.registers.credits.rows import Line
from gongtu.registers.education.choices import Level, SchoolKind
from gongtu.registers.skills.choices import Grade
from gongtu.web.chain_page import label_of
from gongtu.web.credits_page import programme_rows, rule_row, terms_row, transcript_rows
from gongtu.web.fields import DayField, offer_choices
from gongtu.web.http import Request

INSTRUMENT = gettext_lazy("依据的学校文件")


def credit_field(label: Any) -> forms.DecimalField:
    """Credits, in halves."""
    return forms.DecimalField(
        label=label, min_value=0, max_digits=4, decimal_places=1, widget=forms.NumberInput(
            {"step": "0.5", "unit": gettext_lazy("学分")}
        )
    )  # fmt: skip


class TermsForm(forms.Form):
    """How many credits the diploma takes, and how many may be converted."""

    needed = credit_field(gettext_lazy("毕业所需学分"))
    ceiling = credit_field(gettext_lazy("其中可以转化的上限"))
    instrument = forms.CharField(label=INSTRUMENT, max_length=120)


class ProgrammeForm(TermsForm):
    """A programme of the school's and its first terms."""

    name = forms.CharField(label=gettext_lazy("专业名称"), max_length=80)
    level = forms.ChoiceField(label=gettext_lazy("学历层次"))
    school_kind = forms.ChoiceField(label=gettext_lazy("学校类别"))
    full_time = forms.BooleanField(label=gettext_lazy("全日制"), required=False)
    field_order = ("name", "level", "school_kind", "full_time")

    def __init__(self, told: Any = None) -> None:
        super().__init__(told)
        offer_choices(self, "level", [(one.value, label_of(one)) for one in LEVELS])
        offer_choices(self, "school_kind", [(one.value, label_of(one)) for one in KINDS])

    def plan(self) -> register.Plan:
        """What is opened."""
        told = self.cleaned_data
        chosen = {"level": Level(told["level"]), "school_kind": SchoolKind(told["school_kind"])}
        return register.Plan(**{**told, **chosen})


class RuleForm(forms.Form):
    """What is taken, and what it brings."""

    kind = forms.ChoiceField(label=gettext_lazy("转化什么"), widget=forms.RadioSelect)
    occupation = forms.CharField(
        label=gettext_lazy("职业代码"),
        help_text=gettext_lazy("例如 6-20-01-01；在“职业”页面可以按名称查到。"),
        max_length=20,
    )
    grade = forms.ChoiceField(label=gettext_lazy("证书：该等级以上"), required=False)
    class_hours = forms.IntegerField(
        label=gettext_lazy("培训：该学时以上"), required=False, min_value=1, max_value=9999
    )
    course = forms.CharField(label=gettext_lazy("计入的课程"), max_length=60)
    credits = credit_field(gettext_lazy("计入的学分"))
    since = DayField(label=gettext_lazy("施行日期"))
    instrument = forms.CharField(label=INSTRUMENT, max_length=120)

    def __init__(self, request: Request) -> None:
        super().__init__(request.POST or None, initial={"since": request.on, "kind": "certificate"})
        offer_choices(self, "kind", [(one.value, label_of(one)) for one in SourceKind])
        grades = [(one.value, label_of(one)) for one in Grade if one.level]
        offer_choices(self, "grade", [("", "—"), *grades])

    def taking(self) -> register.Taking:
        """The rule that is meant; what the other kind asks is left out."""
        told, kind = self.cleaned_data, SourceKind(self.cleaned_data["kind"])
        by_grade = kind is SourceKind.CERTIFICATE
        return register.Taking(
            kind=kind,
            occupation=told["occupation"].strip(),
            course=told["course"],
            credits=told["credits"],
            instrument=told["instrument"],
            grade=Grade(told["grade"]) if by_grade and told["grade"] else None,
            class_hours=None if by_grade else told["class_hours"],
        )


class StudyForm(forms.Form):
    """A course that the school taught."""

    course = forms.CharField(label=gettext_lazy("课程"), max_length=60)
    credits = credit_field(gettext_lazy("学分"))

    def line(self) -> Line:
        """The course with its credits."""
        return Line(self.cleaned_data["course"].strip(), self.cleaned_data["credits"])


class EnrolForm(forms.Form):
    """Who is enrolled: both have to agree with the record."""

    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    id_number = forms.CharField(label=gettext_lazy("身份证号"), max_length=24)


def list_page(school: Organisation, form: ProgrammeForm, request: Request) -> dict[str, Any]:
    """The school's programmes, and the form for another."""
    found = credit_bank.list_programmes(on=request.on, school=school.pk)
    return {"programmes": [programme_rows(one) for one in found], "form": form}


def own_programme(school: Organisation, programme: int) -> Any:
    """A programme of the school's.

    Raises:
        ProgrammeUnknown, NotEntitled: There is none, or it is another's.
    """
    found = credit_bank.get_programme(programme)
    if found.school_id != school.pk:
        raise NotEntitled(_("这是其他学校的专业。"))
    return found


def programme_page(programme: Any, form: forms.Form, request: Request) -> dict[str, Any]:
    """One programme: terms, rules, students."""
    terms = credit_bank.terms_on(programme.pk, on=request.on)
    students = credit_bank.list_students(programme.pk)
    return {
        "programme": {"id": programme.pk, "name": programme.name},
        "terms": terms_row(terms) if terms else None,
        "rules": [rule_row(one) for one in credit_bank.rules_on(programme.pk, on=request.on)],
        "students": [_student(one) for one in students],
        "form": form,
    }


def student_page(student: Any, form: StudyForm) -> dict[str, Any]:
    """One student's transcript, and the form for a course that was taught."""
    transcript = credit_bank.transcript_of(student)
    return {
        "person": student.person.name,
        "transcript": transcript_rows(transcript),
        "signed": _signed(credit_bank.find_signed(student)),
        "programme": student.programme_id,
        "form": form,
    }


def _signed(made: Any) -> dict[str, Any] | None:
    """The transcript that stands, signed in the school's name for its holder; where to check it."""
    if made is None:
        return None
    check = reverse("public:show_verdict", args=[made.number])
    return {"number": made.number, "as_of": made.as_of, "check": check}


def _student(student: Any) -> dict[str, Any]:
    return {
        "name": student.person.name,
        **transcript_rows(credit_bank.transcript_of(student)),
    }
