"""The small town in which every scenario plays: the same bodies and people each time."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.ledger import services as ledger
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, PUBLIC, Capacity
from gongtu.parties.models import Account, Division, Organisation, Person
from gongtu.parties.queries import get_capacity
from gongtu.parties.roles import (
    ASSESSOR,
    DEPARTMENT,
    ENTERPRISE,
    FEDERATION,
    HRSS,
    SCHOOL,
    UNION,
    Role,
)
from gongtu.registers.insurance import services as insurance
from gongtu.registers.ladder.queries import overlaps_of
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate, Occupation
from gongtu.registers.standards.models import AbilityProject
from tests.replay import replayed
from tests.scenarios import credit_bank, furnishing
from tests.scenarios.employer import furnish_employer

FOUNDED = date(2020, 1, 1)
FITTER = "6-20-01-01"
FUNDS = {
    "unemployment-insurance-fund": "失业保险基金",
    "employment-subsidy-fund": "就业补助资金",
    "talent-fund": "人才资金",
}
UNCONFIRMED = "unconfirmed-fund", "资金渠道待核"
NUMBERS = (
    "37020219850312451X", "370202200011306720", "370203197208154937", "370203198811023821",
    "370214199001017634",
)  # fmt: skip


@dataclass
class Town:
    """Who is there, and in which capacity each acts, by the name scenarios use."""

    district: Division
    bodies: dict[str, Organisation]
    people: dict[str, Person] = field(default_factory=dict)
    roles: dict[str, Capacity] = field(default_factory=dict)

    def stands_for(self, told: Any) -> Any:
        """What a scenario means by `@works`, `@master` or `@occupation`."""
        if not isinstance(told, str) or not told.startswith("@"):
            return told
        named = told.removeprefix("@")
        if named in self.bodies:
            return str(self.bodies[named].pk)
        if named in self.people:
            return str(self.people[named].pk)
        if named.startswith("examiner"):
            return furnishing.examiner_number(named.removeprefix("examiner").strip())
        if (found := self._found().get(named)) is not None:
            return found()
        if (person := Person.objects.filter(name=named).first()) is not None:
            return str(person.pk)
        return {"occupation": FITTER, "certificate": f"{PREFIX}263000001"}[named]

    def _found(self) -> dict[str, Callable[[], str]]:
        """What has its name only once something happened."""
        return {
            "programme": lambda: credit_bank.programme_of(self.bodies["school"]),
            "ability": lambda: str(AbilityProject.objects.get().pk),
            "overlap": lambda: overlaps_of(self.people["master"].pk)[0].key,
        }

    def hire(self, name: str, since: date) -> None:
        """It comes to light that the works employ somebody since that day."""
        person = Person.objects.get(name=name)
        parties.employ(person, self.bodies["works"], by=CLOCK, on=since)


PREFIX = "Y000037020001"


@replayed
def found() -> Town:
    """Offices of two levels, an enterprise with its union, a school, employees, money in funds."""
    city = Division.objects.create(code="370200", name="甲市", level="city")
    south = Division.objects.create(code="370202", name="南区", level="district", parent=city)
    works = _body("甲公司", ENTERPRISE, south, uscc="91370200264574251E")
    bodies = {
        "works": works,
        "other": _body("乙公司", ENTERPRISE, south, uscc="91350100M000100Y43"),
        "school": _body("甲技师学院", SCHOOL, south, key="school"),
        "social": _body("甲评价中心", ASSESSOR, south, key="social"),
        "union": _body("甲公司工会", UNION, south, parent=works),
        "hrss": _body("南区人社局", HRSS, south, key="hrss", level="district"),
        "hrss-city": _body("甲市人社局", HRSS, city, key="hrss", level="city"),
        "federation": _body("南区总工会", FEDERATION, south, key="federation", level="district"),
        "housing": _body("南区住建局", DEPARTMENT, south, key="housing", level="district"),
    }
    town = Town(south, bodies)
    _settle(town)
    Occupation.objects.create(code=FITTER, name="装配钳工")
    ledger.open_fund(*UNCONFIRMED, "public")
    for key, title in FUNDS.items():
        ledger.open_fund(key, title, "public")
        for year in (2025, 2026, 2027):
            ledger.allot(
                key, year=year, amount=Yuan(100_000), instrument="预算", by=CLOCK, on=FOUNDED
            )
    return town


def furnish(town: Town, given: dict[str, Any]) -> None:
    """Put on record what a scenario says was there before."""
    if "filing" in given:
        told = given["filing"]
        skills.record_filing(
            town.bodies[told.get("of", "works")].pk,
            skills.Scope(FITTER, Grade(told["lowest"]), Grade(told["highest"])),
            site="020001",
            by=town.roles["hrss"],
            on=told["since"],
        )
    _furnish_sessions(town, given)
    _furnish_jobs(town, given)
    if "assessed" in given:
        _assess(town, given)
    for serial, told in enumerate(given.get("certificates", ()), start=1):
        _certificate(town, serial, told)
    _furnish_records(town, given)
    if "training" in given:
        claims = Organisation.objects.filter(pk=town.roles["opener"].organisation or 0)
        provider = claims.first() or town.bodies["works"]
        furnishing.trained(town.people["master"], provider, FITTER, given["training"])
    furnish_employer(town.bodies["works"].pk, given)
    credit_bank.furnish_credits(town.people["master"], town.roles["school"], given)
    if "insured" in given:
        master, as_of = town.people["master"].pk, given.get("as_of", FOUNDED)
        insurance.record([(master, given["insured"])], as_of=as_of, source="社保经办机构")


def _furnish_jobs(town: Town, given: dict[str, Any]) -> None:
    if "worked" in given:
        for person in town.people.values():
            furnishing.worked(person, town.bodies["works"], FITTER, given["worked"])
    if "worked_elsewhere" in given:
        master, told = town.people["master"], given["worked_elsewhere"]
        furnishing.worked(master, town.bodies["other"], FITTER, told)


def _furnish_sessions(town: Town, given: dict[str, Any]) -> None:
    examiners = given.get("examiners", ("孙科员",) if "published" in given else ())
    furnishing.examiners(examiners, FITTER, by=town.roles["hrss"])
    _body_key, clerk, wang = _host(given)
    clerks = town.roles[clerk], town.roles[f"{clerk}-colleague"]
    if "published" in given:
        furnishing.published(*clerks, FITTER, wang, on=given["published"])
    if "planned" in given:
        furnishing.planned(*clerks, FITTER, given["planned"])
    if "appealed" in given:
        furnishing.appealed(given["appealed"], town.district)


def _host(given: dict[str, Any]) -> tuple[str, str, str]:
    """The filed body, who acts for it, and how its lists name the master."""
    if given.get("filing", {}).get("of") == "social":
        return "social", "assessor", f"王师傅 {NUMBERS[0]}"
    return "works", "enterprise", "王师傅"


def _assess(town: Town, given: dict[str, Any]) -> None:
    """A whole session, so that the master's certificate is a signed one."""
    told, (body, clerk, wang) = given["assessed"], _host(given)
    case, on, by = "20250000001", told["issued_on"], town.roles[clerk]
    skills.plan_session(
        case, organisation=town.bodies[body].pk, occupation=FITTER, grade=Grade(told["grade"]),
        place="一号车间", on=on,
    )  # fmt: skip
    skills.list_in(case, wang, on=on)
    skills.mark_in(case, "王师傅 88 91", pass_mark=60)
    skills.issue_certificates(case, by=by, on=on)


def _furnish_records(town: Town, given: dict[str, Any]) -> None:
    master = town.people["master"]
    if "budget" in given:
        furnishing.budget(given["budget"])
    for told in given.get("degrees", ()):
        furnishing.degree(master, told)
    for told in given.get("titles", ()):
        furnishing.title(master, told)
    for told in given.get("abilities", ()):
        furnishing.ability(master, town.bodies["hrss"], told)
    if "examiner" in given:
        furnishing.examiner(town.bodies["school"], given["examiner"])
    for told in given.get("honours", ()):
        furnishing.honour(master, told)
    for told in given.get("awards", ()):
        furnishing.award(master, FITTER, told)


def _certificate(town: Town, serial: int, told: dict[str, Any]) -> None:
    Certificate.objects.create(
        number=f"{PREFIX}263{serial:06d}",
        person=town.people["master"],
        occupation_id=FITTER,
        grade=told["grade"],
        issuer=town.bodies["works"],
        issued_on=told["issued_on"],
        status=told.get("status", "valid"),
        revoked_on=told["issued_on"] if told.get("status") == "revoked" else None,
        revoked_for="issued-in-error" if told.get("status") == "revoked" else "",
        subsidised_on=told.get("subsidised_on"),
        subsidised_by="20250000001" if "subsidised_on" in told else "",
    )


def _settle(town: Town) -> None:
    """Everybody in the capacity they act in; offices have two officers for four eyes."""
    names = ("王师傅", "小李", "刘科长", "赵主席", "孙科员")
    people = [
        parties.register_person(
            name=name, id_number=number, division=town.district, by=CLOCK, on=FOUNDED
        )
        for name, number in zip(names, NUMBERS, strict=True)
    ]
    master, apprentice, liu, zhao, sun = people
    town.people = {"master": master, "apprentice": apprentice}
    for person in (master, apprentice):
        parties.employ(person, town.bodies["works"], by=CLOCK, on=FOUNDED)
    town.roles = {
        "public": replace(PUBLIC, division=town.district.pk),
        "worker": get_capacity(_account(master), "worker", FOUNDED),
        "enterprise": _office(zhao, town.bodies["works"], ENTERPRISE),
        "enterprise-colleague": _office(liu, town.bodies["works"], ENTERPRISE),
        "enterprise-third": _office(sun, town.bodies["works"], ENTERPRISE),
        "partner": _office(liu, town.bodies["other"], ENTERPRISE),
        "assessor": _office(zhao, town.bodies["social"], ASSESSOR),
        "assessor-colleague": _office(liu, town.bodies["social"], ASSESSOR),
        "school": _office(zhao, town.bodies["school"], SCHOOL),
        "union": _office(master, town.bodies["union"], UNION),
        "hrss": _office(liu, town.bodies["hrss"], HRSS),
        "hrss-colleague": _office(sun, town.bodies["hrss"], HRSS),
        "hrss-city": _office(liu, town.bodies["hrss-city"], HRSS),
        "hrss-city-colleague": _office(sun, town.bodies["hrss-city"], HRSS),
        "federation": _office(liu, town.bodies["federation"], FEDERATION),
        "federation-colleague": _office(sun, town.bodies["federation"], FEDERATION),
        "department": _office(sun, town.bodies["housing"], DEPARTMENT),
    }
    town.roles["opener"] = town.roles["enterprise"]


def _body(name: str, kind: Role, division: Division, **more: Any) -> Organisation:
    return parties.register_organisation(
        name=name, kind=kind, division=division, by=CLOCK, on=FOUNDED, **more
    )


def _account(person: Person) -> Account:
    found = Account.objects.filter(person=person).first()
    return found or parties.open_account(email=f"{person.pk}@example.org", person=person)


def _office(person: Person, organisation: Organisation, role: Role) -> Capacity:
    office = parties.grant_office(
        person, organisation, role=role, title="科员", by=CLOCK, on=FOUNDED
    )
    return get_capacity(_account(person), f"office:{office.pk}", FOUNDED)
