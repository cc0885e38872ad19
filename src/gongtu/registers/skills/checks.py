"""Whether an assessor was filed for what a certificate says, on the day it was issued (Art. 22)."""

from datetime import date
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext as _

from gongtu.engines.credentials.verify import Authority
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import was_filed

GRADES = frozenset(Grade)


def _told_covered(on: date) -> str:
    return _("发证单位%(day)s的评价备案包括这一职业和等级") % {"day": on}


# Put into the reader's language when, and if, it is read.
_covered = lazy(_told_covered, str)


def filed_on(organisation: int, document: dict[str, Any], on: date) -> Authority:
    """What the register of filings says; of a credential that names no grade it says nothing."""
    subject = document["credentialSubject"]
    occupation, grade = subject.get("occupationCode"), subject.get("grade")
    if not isinstance(occupation, str) or not isinstance(grade, str) or grade not in GRADES:
        return Authority(None, _("没有登记可查"))
    if not was_filed(organisation, occupation, Grade(grade), on=on):
        return Authority(False, _("发证单位%(day)s没有这一职业和等级的评价备案") % {"day": on})
    return Authority(True, _covered(on))
