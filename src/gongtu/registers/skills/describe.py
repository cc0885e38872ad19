"""What certificates of grades and of special abilities tell whoever checks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gongtu.engines.credentials.kinds import Kind, Line, PublicFields, Recorded, Subject
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.queries import name_on
from gongtu.registers.skills.choices import ABILITY, Grade
from gongtu.registers.skills.numbers.abilities import rule
from gongtu.registers.skills.numbers.explaining import explain
from gongtu.registers.skills.printed import ABILITY_FORM, CERTIFICATE_FORM
from gongtu.registers.skills.queries.abilities import get_ability, list_abilities
from gongtu.registers.skills.services.certificates import KIND
from gongtu.registers.skills.services.papers.showing import KIND as PAPER
from gongtu.registers.skills.services.papers.showing import certified_on, issuer_called, shown_on


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFields(PublicFields):
    """Which grade of which occupation was certified."""

    kind: Literal["certificate"] = "certificate"
    occupation: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbilityFields(PublicFields):
    """Which special ability was certified; it is no grade."""

    kind: Literal["ability"] = "ability"
    ability: str


def issued(credential: Credential, issuer_now: str, day: date) -> dict[str, Any]:
    """What all kinds tell programs alike."""
    return {
        "number": credential.number,
        "name": name_on(credential),
        "issuer": issuer_called(credential),
        "issuer_now": issuer_now,
        "issued_on": day,
    }


def _certificate_fields(credential: Credential) -> CertificateFields:
    held = certified_on(credential)
    told = issued(credential, held.issuer, held.issued_on)
    return CertificateFields(**told, occupation=held.occupation, grade=held.grade.value)


def _certificate_lines(credential: Credential) -> Sequence[Line]:
    held = shown_on(credential)
    grade = Grade(held.grade)
    direction = credential.document["credentialSubject"].get("jobType")
    return (
        Line(_("职业"), held.occupation.name),
        *((Line(_("工种/职业方向"), direction),) if direction else ()),
        Line(_("等级"), grade.label_en if get_language() == "en" else grade.display),
        Line(_("评价机构"), held.issuer, issuer_called(credential)),
        Line(_("发证日期"), held.issued_on),
    )


def _certificate_title(subject: Subject) -> Sequence[Any]:
    return subject["occupationName"], Grade(subject["grade"])


def _certificate_english(subject: Subject) -> Mapping[str, str]:
    return {"gradeDisplay": Grade(subject["grade"]).label_en}


def _ability_fields(credential: Credential) -> AbilityFields:
    held = get_ability(credential.number)
    told = issued(credential, held.issuer.name, held.issued_on)
    return AbilityFields(**told, ability=held.name)


def _ability_lines(credential: Credential) -> Sequence[Line]:
    held = get_ability(credential.number)
    return (
        Line(_("专项职业能力"), held.name),
        Line(_("考核机构"), held.issuer, issuer_called(credential)),
        Line(_("发证日期"), held.issued_on),
    )


def _ability_title(subject: Subject) -> Sequence[Any]:
    return (subject["abilityName"],)


def _abilities_of(person: UUID) -> Iterator[Recorded]:
    for held in list_abilities(person):
        yield Recorded(
            number=held.number,
            title=(held.name,),
            issuer=held.issuer,
            issued_on=held.issued_on,
        )


CERTIFICATE = Kind(
    key=KIND,
    shape=CertificateFields,
    fields=_certificate_fields,
    lines=_certificate_lines,
    title=_certificate_title,
    form=CERTIFICATE_FORM,
    always=("occupationName", "occupationCode", "gradeDisplay", "grade"),
    english=_certificate_english,
    numbered_as=gettext_lazy("证书编号"),
    explain=explain,
)
PAPER_CERTIFICATE = replace(CERTIFICATE, key=PAPER)
SPECIAL_ABILITY = Kind(
    key=ABILITY,
    shape=AbilityFields,
    fields=_ability_fields,
    lines=_ability_lines,
    title=_ability_title,
    form=ABILITY_FORM,
    always=("abilityName", "abilityNumber"),
    recorded=_abilities_of,
    folder="abilities",
    label=gettext_lazy("专项职业能力证书"),
    says=gettext_lazy("证明一项专项职业能力，不分等级，不是职业技能等级证书。"),
    numbered_as=gettext_lazy("证书编号"),
    is_confirmed=lambda: rule().confirmed,
)
