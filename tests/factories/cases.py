"""Cases in the hands of the cast."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import Capacity
from tests.cast import DAY, FITTER, Cast

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
FILING = {
    "occupation": FITTER, "lowest": "junior", "highest": "technician",
    "own_business": True, "fund_drawn": True, "staffed": True,
}  # fmt: skip


def filing_case(cast: Cast, **told: Any) -> Case:
    """甲公司 files for its own assessment; 区人社局 holds the case."""
    files = [casework.Handed(key, f"{key}.pdf", PDF) for key in ("plan", "assessors")]
    return casework.open_case(
        "assessor-filing", answers={**FILING, **told}, files=files, by=cast.clerk, on=DAY
    )


def late_case(cast: Cast) -> Case:
    """A filing that was due on the day it was opened."""
    case = filing_case(cast)
    Case.objects.filter(pk=case.pk).update(due_order=DAY)
    return case


def filing_cases(cast: Cast, count: int) -> None:
    """Many of them."""
    for _ in range(count):
        filing_case(cast)


def supervision(cast: Cast, on: date = DAY) -> Case:
    """甲公司工会 has found that wages are in arrears."""
    answers = {
        "enterprise": str(cast.bodies["works"].pk), "breach": "wages",
        "found_on": on, "found": "八月工资未按时发放，涉及十二人。",
    }  # fmt: skip
    return casework.open_case("union-supervision", answers=answers, by=cast.union, on=on)


def reminded(cast: Cast, on: date = DAY) -> Case:
    """The union has sent its reminder; the enterprise is to answer."""
    case = supervision(cast, on)
    return casework.make_move(
        case.number, "remind", by=cast.union, on=on, answers={"request": "请补发。"},
        once=uuid4().hex,
    )  # fmt: skip


def claim(cast: Cast, certificate: str, *, by: Capacity | None = None) -> Case:
    """王师傅, unless told, claims the subsidy for a certificate."""
    answers, by = {"certificate": certificate}, by or cast.wang
    return casework.open_case("skill-upgrade-subsidy", answers=answers, by=by, on=DAY)


def recorded(cast: Cast) -> Case:
    """王师傅's qualification is on record."""
    told = {
        "name": "注册安全工程师", "kind": "access", "number": "ZA1", "issuer": "颁发部门",
        "issued_on": "2025-06-01",
    }  # fmt: skip
    paper = [casework.Handed("certificate", "证书.pdf", PDF)]
    case = casework.open_case(
        "qualification-record", answers=told, files=paper, by=cast.wang, on=DAY
    )
    register = {"register": "颁发部门的查询系统"}
    return casework.make_move(case.number, "record", answers=register, by=cast.liu, on=DAY)
