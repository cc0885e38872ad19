"""Whether a body was filed to examine what a certificate of a special ability says (Art. 23)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.verify import Authority
from gongtu.registers.standards.queries import filing_certified_under


def filed_for_ability(organisation: int, document: dict[str, Any], _on: date) -> Authority:
    """What counts is the day of the session the certificate came from."""
    subject = document["credentialSubject"]
    found = filing_certified_under(str(subject.get("certificateNumber")))
    if found is not None:
        filing, day = found
        same = filing.project.number == subject["abilityNumber"]
        if same and filing.organisation_id == organisation and filing.holds_on(day):
            told = _("发证单位%(day)s对这一专项职业能力有考核备案") % {"day": day}
            return Authority(True, told)
    return Authority(False, _("没有登记发证单位对这一专项职业能力的考核"))
