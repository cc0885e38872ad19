"""The body answers each finding; the office looks again at what it contests."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.registers.quality.choices import Stance
from gongtu.registers.quality.models import Finding


class FindingNotOpen(Refused):
    """No such finding waits for that."""


@transaction.atomic
def answer_finding(
    case_number: str, place: int, stance: Stance, *, statement: str, on: date
) -> Finding:
    """The body accepts or contests one finding.

    Raises:
        FindingNotOpen: There is none of that number, it is answered, or contested without a word.
    """
    finding = _numbered(case_number, place)
    if finding.stance:
        raise FindingNotOpen(_("第%(place)s项已经答复。") % {"place": place})
    if stance is Stance.CONTESTED and not statement.strip():
        raise FindingNotOpen(_("有异议的，请写明理由。"))
    finding.stance, finding.statement, finding.answered_on = stance, statement.strip(), on
    finding.save(update_fields=["stance", "statement", "answered_on"])
    return finding


@transaction.atomic
def settle_finding(
    case_number: str, place: int, *, upheld: bool, settled_for: str, on: date
) -> Finding:
    """The office upholds or drops a finding that the body contests, and says why.

    Raises:
        FindingNotOpen: There is none of that number, or nothing about it is open.
    """
    finding = _numbered(case_number, place)
    if finding.stance != Stance.CONTESTED or finding.upheld is not None:
        raise FindingNotOpen(_("第%(place)s项没有待核实的异议。") % {"place": place})
    finding.upheld, finding.settled_for, finding.settled_on = upheld, settled_for.strip(), on
    finding.save(update_fields=["upheld", "settled_for", "settled_on"])
    return finding


def _numbered(case_number: str, place: int) -> Finding:
    findings = Finding.objects.select_for_update()
    found = findings.filter(check_made__case_number=case_number, place=place).first()
    if found is None:
        raise FindingNotOpen(_("没有第%(place)s项问题。") % {"place": place})
    return found
