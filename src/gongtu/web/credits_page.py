"""Credit rules and transcripts as several pages show them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.registers.credits.choices import SourceKind
from gongtu.registers.credits.numbers import written
from gongtu.registers.credits.queries import Offered, Transcript
from gongtu.registers.education.choices import Level
from gongtu.registers.skills.choices import Grade
from gongtu.web.chain_page import label_of
from gongtu.web.wording import name_of


def programme_rows(offered: Offered) -> dict[str, Any]:
    """A programme with its terms and rules of the day."""
    programme, terms = offered.programme, offered.terms
    return {
        "id": programme.pk,
        "name": programme.name,
        "school": name_of(programme.school),
        "level": label_of(Level(programme.level)),
        "full_time": programme.full_time,
        "terms": terms_row(terms) if terms else None,
        "rules": [rule_row(rule) for rule in offered.rules],
    }


def terms_row(terms: Any) -> dict[str, Any]:
    """What a programme asks since when."""
    return {
        "needed": written(terms.needed),
        "ceiling": written(terms.ceiling),
        "since": terms.since,
        "instrument": terms.instrument,
    }


def rule_row(rule: Any) -> dict[str, Any]:
    """What a rule takes, and what it brings."""
    return {
        "id": rule.pk,
        "takes": takes(rule),
        "course": rule.course,
        "credits": written(rule.credits),
        "since": rule.since,
        "until": rule.until,
        "instrument": rule.instrument,
    }


def takes(rule: Any) -> str:
    """装配钳工 高级工以上证书, or 装配钳工 180学时以上培训."""
    name = rule.occupation.name
    if rule.kind == SourceKind.CERTIFICATE:
        told = {"name": name, "grade": label_of(Grade(rule.grade))}
        return _("%(name)s %(grade)s以上证书") % told
    return _("%(name)s %(hours)s学时以上培训") % {"name": name, "hours": rule.class_hours}


def transcript_rows(transcript: Transcript) -> dict[str, Any]:
    """A transcript with how far it is; each course says where it comes from."""
    student, programme = transcript.student, transcript.student.programme
    return {
        "number": student.number,
        "programme": programme.name,
        "programme_id": programme.pk,
        "school": name_of(programme.school),
        "school_id": programme.school_id,
        "level": label_of(Level(programme.level)),
        "since": student.enrolled_on,
        "needed": written(student.terms.needed),
        "ceiling": written(student.terms.ceiling),
        "total": written(transcript.total),
        "converted": written(transcript.converted),
        "missing": written(transcript.missing),
        "is_complete": transcript.is_complete,
        "diploma": student.diploma.number if student.diploma else "",
        "credits": [_credit(one) for one in transcript.credits],
    }


def _credit(one: Any) -> dict[str, Any]:
    return {
        "course": one.course,
        "credits": written(one.credits),
        "on": one.counted_on,
        "how": how(one),
    }


def how(credit: Any) -> str:
    """Studied at the school, or converted from what."""
    if credit.conversion is None:
        return _("在校学习")
    if held := credit.conversion.certificate:
        told = {"occupation": held.occupation.name, "grade": label_of(Grade(held.grade))}
        return _("由%(occupation)s %(grade)s证书转化") % told
    name = credit.conversion.trainee.course.occupation.name
    return _("由%(name)s培训转化") % {"name": name}
