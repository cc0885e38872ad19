"""A body that has filed, and a whole session of it up to the certificates."""

from datetime import date

from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from tests.scenarios.town import FITTER, Town

DAY = date(2026, 8, 20)


def file_for(town: Town, lowest: Grade, highest: Grade, site: str = "020001") -> None:
    skills.record_filing(
        town.bodies["works"].pk,
        skills.Scope(FITTER, lowest, highest),
        site=site,
        by=town.roles["hrss"],
        on=date(2026, 3, 2),
    )


def sit(
    town: Town, case: str, grade: Grade = Grade.SENIOR, marks: str = "王师傅 88 91\n小李 59 80"
) -> None:
    """A whole session up to its certificates."""
    skills.plan_session(
        case, organisation=town.bodies["works"].pk, occupation=FITTER, grade=grade,
        place="一号车间", on=DAY,
    )  # fmt: skip
    skills.list_in(case, "王师傅\n小李", on=DAY)
    skills.mark_in(case, marks, pass_mark=60)
    skills.issue_certificates(case, by=town.roles["enterprise"], on=DAY)
