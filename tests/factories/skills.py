"""What the skills and insurance registers hold before a test begins."""

from __future__ import annotations

from datetime import date

from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.registers.insurance import services as insurance
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY, FITTER, FOUNDED, Cast

CHECKED = "已按所用的国家职业标准核对，工作证明存单位档案。"


def filing(cast: Cast) -> None:
    """甲公司 may assess fitters up to 技师."""
    filing_of(cast, "works", "020001")


def filing_of(cast: Cast, body: str, site: str, occupation: str = FITTER) -> None:
    """One of the bodies may assess fitters, or others, up to 技师."""
    scope = skills.Scope(occupation, Grade.JUNIOR, Grade.TECHNICIAN)
    skills.record_filing(cast.bodies[body].pk, scope, site=site, by=cast.liu, on=FOUNDED)


def seasoned(cast: Cast) -> None:
    """王师傅 and 小李 were fitters of 甲公司 for years before: 高级工 is open by one wording."""
    for capacity in (cast.wang, cast.li):
        Membership.objects.get_or_create(
            person=cast.person(capacity),
            organisation=cast.bodies["works"],
            kind=MembershipKind.EMPLOYMENT,
            occupation=FITTER,
            since=date(2008, 1, 1),
            until=date(2019, 12, 31),
        )


def certificate(
    cast: Cast,
    serial: int = 1,
    *,
    grade: Grade = Grade.SENIOR,
    issued_on: date = DAY,
    of: Capacity | None = None,
) -> Certificate:
    """A certificate of 王师傅's unless told, issued by 甲公司."""
    return Certificate.objects.create(
        number=f"Y000037020001263{serial:06d}",
        person=cast.person(of or cast.wang),
        occupation_id=FITTER,
        grade=grade,
        issuer=cast.bodies["works"],
        issued_on=issued_on,
    )


def insured(cast: Cast, months: int = 48, *, of: Capacity | None = None) -> None:
    """王师傅, unless told, has paid unemployment insurance for so long."""
    insurance.record(
        [(cast.person(of or cast.wang).pk, months)], as_of=FOUNDED, source="社保经办机构"
    )
