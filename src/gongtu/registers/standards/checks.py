"""Whether a body was filed to examine what a certificate of a special ability says (Art. 23)."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.verify import Authority
from gongtu.registers.standards.models import AbilityAssessor
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


def ability_filings() -> dict[int, list[dict[str, Any]]]:
    """What each body was ever filed to examine, for whoever checks without a network."""
    told: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for filing in AbilityAssessor.objects.select_related("project"):
        ends = [day for day in (filing.until, filing.project.retired_on) if day]
        told[filing.organisation_id].append(
            {
                "number": filing.project.number,
                "since": filing.since.isoformat(),
                "until": min(ends).isoformat() if ends else None,
            }
        )
    return told
