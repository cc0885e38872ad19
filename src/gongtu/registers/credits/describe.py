"""What a signed transcript tells whoever checks it: which credits counted on which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.kinds import Kind, Line, PublicFields, Subject, Words
from gongtu.engines.credentials.models import Credential
from gongtu.registers.credits.choices import TRANSCRIPT
from gongtu.registers.credits.printed import FORM
from gongtu.registers.credits.queries import get_signed
from gongtu.registers.education.choices import Level
from gongtu.registers.skills.describe import issued
from gongtu.registers.skills.services.papers.showing import issuer_called


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptFields(PublicFields):
    """How many credits of which programme counted on the day `as_of`."""

    kind: Literal["transcript"] = "transcript"
    programme: str
    level: str
    credits: str
    needed: str
    as_of: date


def _fields(credential: Credential) -> TranscriptFields:
    made, subject = get_signed(credential.number), _subject(credential)
    return TranscriptFields(
        **issued(credential, made.student.programme.school.name, made.as_of),
        programme=subject["programme"],
        level=subject["level"],
        credits=subject["credits"],
        needed=subject["creditsNeeded"],
        as_of=made.as_of,
    )


def _lines(credential: Credential) -> Sequence[Line]:
    made, subject = get_signed(credential.number), _subject(credential)
    school = made.student.programme.school
    credits_told = _("%(credits)s学分，毕业需要%(needed)s学分") % {
        "credits": subject["credits"],
        "needed": subject["creditsNeeded"],
    }
    return (
        Line(_("专业"), subject["programme"]),
        Line(_("层次"), Level(subject["level"])),
        Line(_("学分"), credits_told),
        Line(_("计入学分的课程"), subject["coursesShown"]),
        Line(_("出具学校"), school, issuer_called(credential)),
        Line(_("截至"), made.as_of),
    )


def _subject(credential: Credential) -> dict[str, Any]:
    subject: dict[str, Any] = credential.document["credentialSubject"]
    return subject


def _title(subject: Subject) -> Sequence[Any]:
    return _("学分成绩单"), subject["programme"]


def _english(subject: Subject) -> Mapping[str, str]:
    return {"levelName": Level(subject["level"]).label_en}


SIGNED_TRANSCRIPT = Kind(
    key=TRANSCRIPT,
    shape=TranscriptFields,
    fields=_fields,
    lines=_lines,
    title=_title,
    form=FORM,
    always=(
        "school",
        "programme",
        "level",
        "levelName",
        "credits",
        "creditsNeeded",
        "coursesShown",
        "asOf",
    ),
    english=_english,
    folder="transcripts",
    label=gettext_lazy("学分成绩单"),
    says=gettext_lazy("由学校按条例第二十四条第二款出具，写明截至所写日期计入的学分。"),
    numbered_as=gettext_lazy("成绩单证明编号"),
    verdicts={
        Verdict.VALID: Words(
            gettext_lazy("有效"),
            gettext_lazy("签名无误，由登记这份成绩单的学校出具；出具以后学分没有变动。"),
        ),
        Verdict.REVOKED: Words(gettext_lazy("已撤销"), gettext_lazy("成绩单已被收回，不再作数。")),
        Verdict.SUPERSEDED: Words(
            gettext_lazy("学分已有变动"),
            gettext_lazy("这是以前出具的，此后学分有变动，不再作数；请查验新的成绩单。"),
        ),
    },
)
