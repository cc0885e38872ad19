"""What the register of careers holds before a test begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from gongtu.parties.models import Membership
from gongtu.registers.careers.models import GuideVersion
from gongtu.registers.careers.services import Proposal, adopt_usual_lattice, propose_guide
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, Cast, hire

REVIEW = date(2027, 3, 1)
PROPOSAL = Proposal(
    occupation=FITTER,
    goal="grade-technician",
    steps="2026年：研修班\n2027年：申报技师",
    training="技师研修班",
    review_on=REVIEW,
)


def guide(cast: Cast, **other: Any) -> GuideVersion:
    """甲公司 proposes to 王师傅 a way to 技师."""
    works, proposal = cast.bodies["works"].pk, replace(PROPOSAL, **other)
    assert cast.wang.person is not None
    return propose_guide(works, cast.wang.person, proposal, by=cast.clerk, on=DAY)


def more_fitters(cast: Cast) -> None:
    """甲公司 hires six, and everybody employed anywhere is a fitter."""
    for serial in range(60, 66):
        hire("钳工", serial, cast.bodies["works"])
    Membership.objects.filter(kind="employment").update(occupation=FITTER)


def channels(cast: Cast) -> str:
    """甲公司 publishes the usual channels; the key of a match with the post of a senior worker."""
    adopt_usual_lattice(cast.bodies["works"].pk, by=cast.clerk, on=DAY)
    return f"post-{Grade.SENIOR.rank}"
