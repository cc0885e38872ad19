"""Whether an assessor was filed for what a certificate says, on the day it was issued (Art. 22)."""

from datetime import date
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext as _

from gongtu.engines.credentials.verify import Authority
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import HRSS
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.declare import authority_told
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.queries import was_filed
from gongtu.registers.skills.services.papers.showing import entitled_then

GRADES = frozenset(Grade)


def _told_covered(on: date) -> str:
    return _("发证单位%(day)s的评价备案包括这一职业和等级") % {"day": on}


# Put into the reader's language when, and if, it is read.
_covered = lazy(_told_covered, str)


def filed_on(organisation: int, document: dict[str, Any], on: date) -> Authority:
    """What the register of filings says; of a credential that names no grade it says nothing."""
    subject = document["credentialSubject"]
    if "appointedAs" in subject:
        return Authority(None, "企业自主聘任，不以评价备案为据")
    if "treatedAs" in subject:
        return _still_treated(organisation, subject)
    if "archiveMark" in subject:
        return entitled_then(organisation, document, on)
    if (told := authority_told(organisation, subject, on)) is not None:
        return told
    occupation, grade = subject.get("occupationCode"), subject.get("grade")
    if not isinstance(occupation, str) or not isinstance(grade, str) or grade not in GRADES:
        return Authority(None, _("没有登记可查"))
    if not was_filed(organisation, occupation, Grade(grade), on=on):
        return Authority(False, _("发证单位%(day)s没有这一职业和等级的评价备案") % {"day": on})
    return Authority(True, _covered(on))


def _still_treated(organisation: int, subject: dict[str, Any]) -> Authority:
    """A statement is a human-resources office's, and good while what it rests on is."""
    if get_organisation(organisation).kind != HRSS:
        return Authority(False, _("出具单位不是人力资源和社会保障部门"))
    if (rests_on := subject.get("restsOn")) is None:
        return Authority(True, _("由人力资源和社会保障部门出具"))
    held = Certificate.objects.filter(number=rests_on).exclude(status=CertificateStatus.REVOKED)
    if not held.exists():
        return Authority(False, _("所依据的技能等级证书已被撤销，待遇不再适用"))
    return Authority(True, _("由人力资源和社会保障部门出具；所依据的技能等级证书没有被撤销"))
