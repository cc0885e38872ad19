"""What an appointment tells whoever checks it: a post with a term, and no rank that lapses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.base.periods import last_day
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.kinds import Kind, Line, PublicFields, Subject, Words
from gongtu.engines.credentials.models import Credential
from gongtu.registers.appointments.printed import FORM
from gongtu.registers.appointments.queries import get_appointment
from gongtu.registers.appointments.services import KIND
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.describe import issued
from gongtu.registers.skills.services.papers.showing import issuer_called


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentFields(PublicFields):
    """To which post of an enterprise somebody was appointed."""

    kind: Literal["appointment"] = "appointment"
    occupation: str
    grade: str


def _fields(credential: Credential) -> AppointmentFields:
    term = get_appointment(credential.number)
    told = issued(credential, term.organisation.name, term.since)
    return AppointmentFields(**told, occupation=term.occupation.name, grade=Grade(term.grade).value)


def _lines(credential: Credential) -> Sequence[Line]:
    term = get_appointment(credential.number)
    days = {"since": date_format(term.since), "last": date_format(last_day(term.until))}
    ended = [Line(_("终止日期"), term.ended_on)] if term.ended_on else []
    return (
        Line(_("职业"), term.occupation.name),
        Line(_("聘任岗位"), Grade(term.grade)),
        Line(_("聘任单位"), term.organisation, issuer_called(credential)),
        Line(_("聘期"), _("自%(since)s起，至%(last)s为止") % days),
        *ended,
    )


def _title(subject: Subject) -> Sequence[Any]:
    return subject["occupationName"], Grade(subject["appointedAs"])


def _english(subject: Subject) -> Mapping[str, str]:
    return {"appointedAsName": Grade(subject["appointedAs"]).label_en}


APPOINTMENT = Kind(
    key=KIND,
    shape=AppointmentFields,
    fields=_fields,
    lines=_lines,
    title=_title,
    form=FORM,
    always=("occupationName", "appointedAs", "appointedAsName"),
    english=_english,
    folder="appointments",
    label=gettext_lazy("聘任"),
    says=gettext_lazy("这是企业的岗位聘任，不是职业技能等级证书，也不是名称相近的荣誉称号。"),
    numbered_as=gettext_lazy("聘任编号"),
    verdicts={
        Verdict.VALID: Words(gettext_lazy("在聘"), gettext_lazy("签名无误，聘期未满，未被解聘。")),
        Verdict.EXPIRED: Words(
            gettext_lazy("聘期届满"), gettext_lazy("聘任属实，但聘期已经届满。")
        ),
        Verdict.REVOKED: Words(gettext_lazy("已解聘"), gettext_lazy("聘任属实，但已终止。")),
        Verdict.SUPERSEDED: Words(
            gettext_lazy("已续聘"), gettext_lazy("聘任属实，已经续聘，请查验新的聘任凭证。")
        ),
    },
)
