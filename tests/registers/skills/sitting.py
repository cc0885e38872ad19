"""A body that has filed, and a whole session of it up to the certificates."""

from datetime import date, timedelta

from stdnum.cn import ric

from gongtu.base.identifiers import IdNumber
from gongtu.parties.models import Person
from gongtu.parties.services.persons import draft_person
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Candidate
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


def many_sit(town: Town, case: str, count: int) -> None:
    """A session of so many, all of whom passed; nothing is issued yet."""
    file_for(town, Grade.JUNIOR, Grade.SENIOR)
    session = skills.plan_session(
        case, organisation=town.bodies["works"].pk, occupation=FITTER, grade=Grade.SENIOR,
        place="一号车间", on=DAY,
    )  # fmt: skip
    people = [draft_person(f"考生{n}", id_number_of(n), None, on=DAY) for n in range(count)]
    Person.objects.bulk_create(people, batch_size=1000)
    reached = {"theory": 80, "practice": 80, "passed": True}
    candidates = [Candidate(session=session, person=one, **reached) for one in people]
    Candidate.objects.bulk_create(candidates, batch_size=1000)


def id_number_of(n: int) -> IdNumber:
    """As many numbers as there are sequels and days of forty years."""
    day = date(1960, 1, 1) + timedelta(days=n % 14_600)
    body = f"370203{day:%Y%m%d}{n // 14_600:03d}"
    return IdNumber(body + ric.calc_check_digit(body + "0"))
