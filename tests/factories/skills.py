"""What the skills and insurance registers hold before a test begins."""

from __future__ import annotations

from datetime import date

from gongtu.registers.insurance import services as insurance
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY, FITTER, FOUNDED, Cast


def filing(cast: Cast) -> None:
    """甲公司 may assess fitters up to 技师."""
    scope = skills.Scope(FITTER, Grade.JUNIOR, Grade.TECHNICIAN)
    organisation = cast.bodies["works"].pk
    skills.record_filing(organisation, scope, site="020001", by=cast.liu, on=FOUNDED)


def certificate(
    cast: Cast, serial: int = 1, *, grade: Grade = Grade.SENIOR, issued_on: date = DAY
) -> Certificate:
    """A certificate of 王师傅's, issued by 甲公司."""
    return Certificate.objects.create(
        number=f"Y000037020001263{serial:06d}",
        person=cast.person(cast.wang),
        occupation_id=FITTER,
        grade=grade,
        issuer=cast.bodies["works"],
        issued_on=issued_on,
    )


def insured(cast: Cast, months: int = 48) -> None:
    """王师傅 has paid unemployment insurance for so long."""
    insurance.record([(cast.person(cast.wang).pk, months)], as_of=FOUNDED, source="社保经办机构")
