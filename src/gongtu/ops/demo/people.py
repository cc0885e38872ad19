"""Bodies, enterprises, unions, twenty thousand workers, and the cast."""

from __future__ import annotations

from datetime import date

from gongtu.base.identifiers import IdNumber
from gongtu.base.periods import months_between
from gongtu.ops.demo.names import ENTERPRISE, UNION, Trade
from gongtu.ops.demo.town import Town
from gongtu.parties import queries, services
from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import MembershipKind
from gongtu.parties.identity import encipher_id_number, index_id_number
from gongtu.parties.models import Membership, Office, Organisation, Person
from gongtu.parties.roles import OFFICES, Role
from gongtu.registers.insurance.models import InsuranceKind, InsuranceMonths

ENTERPRISES, UNIONS, WORKERS = 420, 32, 20_400
SINCE = date(2026, 3, 1)
BATCH = 2000
REPORTED_ON = date(2025, 10, 1)
INSURED_MONTHS = (4, 14, 26, 31, 38, 52, 75, 110, 160)
POSTS = ("操作工", "班组长", "检修工", "质检员")
INSURER = "社会保险经办机构（演示）"


def found(town: Town) -> None:
    """The city's own bodies, with two officers each where cases are decided."""
    services.found_city(town.city, on=SINCE)
    bodies = Organisation.objects.filter(kind__in=OFFICES).order_by("id")
    people = [person_of(town, body.division_id) for body in bodies for _ in range(2)]
    Person.objects.bulk_create(people, batch_size=BATCH)
    pairs = [(body, people[i * 2 : i * 2 + 2]) for i, body in enumerate(bodies)]
    offices = [
        Office(person=one, organisation=body, role=body.kind, title="工作人员", since=SINCE)
        for body, two in pairs
        for one in two
    ]
    Office.objects.bulk_create(offices, batch_size=BATCH)
    for office in offices:
        let_act(town, office)


def settle(town: Town) -> None:
    """Enterprises with their clerks, their unions and their workers."""
    town.enterprises = [_enterprise(town, place) for place in range(ENTERPRISES)]
    Organisation.objects.bulk_create(town.enterprises, batch_size=BATCH)
    trades = [town.names.trades[i % len(town.names.trades)] for i in range(ENTERPRISES)]
    sizes = _sizes(town)
    staff = [
        [person_of(town, enterprise.division_id) for _ in range(size)]
        for enterprise, size in zip(town.enterprises, sizes, strict=True)
    ]
    Person.objects.bulk_create([p for people in staff for p in people], batch_size=BATCH)
    for enterprise, people, trade in zip(town.enterprises, staff, trades, strict=True):
        enterprise.headcount = len(people)
        town.staff[enterprise.pk] = people
        _employ(town, enterprise, people, trade)
    Organisation.objects.bulk_update(town.enterprises, ["headcount"], batch_size=BATCH)
    _form_unions(town)
    _insure(town)


def _sizes(town: Town) -> list[int]:
    """Many small enterprises and a few large ones, all workers shared out."""
    weights = [1 + 60 / (1 + place % 70) for place in range(ENTERPRISES)]
    rate = WORKERS / sum(weights)
    sizes = [max(6, int(weight * rate)) for weight in weights]
    sizes[0] += max(WORKERS - sum(sizes), 0)
    town.random.shuffle(sizes[2:])
    return sizes


def _enterprise(town: Town, place: int) -> Organisation:
    names, district = town.names, town.districts[place % len(town.districts)]
    trade = names.trades[place % len(names.trades)]
    state_owned = place % 9 == 0
    where = town.city.division_of(district).name
    return Organisation(
        name=names.enterprise(where, trade, state_owned=state_owned),
        kind=Role.ENTERPRISE,
        uscc=names.credit_code(ENTERPRISE, district),
        division_id=district,
        industry=trade.industry,
        state_owned=state_owned,
        registered_on=SINCE,
    )


def person_of(town: Town, division: str) -> Person:
    """Somebody of that division, on record, not saved yet."""
    number = IdNumber.parse(
        town.names.id_number(division if division != town.city.division else town.home)
    )
    person_id = town.uuid()
    return Person(
        id=person_id,
        name=town.names.person(),
        sex=number.sex,
        birth=number.born,
        division_id=division,
        id_number_cipher=encipher_id_number(number, person_id),
        id_number_index=index_id_number(number),
        registered_on=SINCE,
    )


def _employ(town: Town, enterprise: Organisation, people: list[Person], trade: Trade) -> None:
    random = town.random
    Membership.objects.bulk_create(
        Membership(
            person=person,
            organisation=enterprise,
            kind=MembershipKind.EMPLOYMENT,
            occupation=random.choice(trade.occupations),
            post=random.choice(POSTS),
            since=town.names.day(date(2012, 1, 1), date(2026, 6, 1)),
        )
        for person in people
    )
    clerk = Office(
        person=people[0], organisation=enterprise, role=Role.ENTERPRISE, title="经办人", since=SINCE
    )
    clerk.save()
    let_act(town, clerk)


def _form_unions(town: Town) -> None:
    for enterprise in town.enterprises[:UNIONS]:
        union = Organisation.objects.create(
            name=enterprise.name + town.names.union_suffix,
            kind=Role.UNION,
            uscc=town.names.credit_code(UNION, enterprise.division_id),
            division_id=enterprise.division_id,
            parent=enterprise,
            registered_on=SINCE,
        )
        town.unions.append(union)
        people = town.staff[enterprise.pk]
        chair = Office(
            person=people[1], organisation=union, role=Role.UNION, title="主席", since=SINCE
        )
        chair.save()
        let_act(town, chair)
        Membership.objects.bulk_create(
            Membership(person=p, organisation=union, kind=MembershipKind.UNION, since=SINCE)
            for p in people[1 : len(people) * 4 // 5 + 2]
        )


def _insure(town: Town) -> None:
    """Months of unemployment insurance, as the insurer reported them last autumn and this month."""
    as_of = date(town.on.year, town.on.month, 1)
    passed = months_between(REPORTED_ON, as_of)
    InsuranceMonths.objects.bulk_create(
        (
            InsuranceMonths(
                person=person,
                kind=InsuranceKind.UNEMPLOYMENT,
                months=max(months - before, 0),
                as_of=day,
                source=INSURER,
            )
            for people in town.staff.values()
            for person in people
            for months in (town.random.choice(INSURED_MONTHS),)
            for day, before in ((REPORTED_ON, passed), (as_of, 0))
        ),
        batch_size=BATCH,
    )


def let_act(town: Town, office: Office) -> None:
    """From now on the town knows who acts in the office."""
    body = office.organisation
    capacity = Capacity(
        Role(office.role),
        None,
        office.person_id,
        body.pk,
        body.division_id,
        f"{body.name} · {office.title}",
        office.pk,
    )
    town.officers.setdefault(body.pk, []).append(capacity)


def second_officer(town: Town, enterprise: Organisation) -> Capacity:
    """Another than its clerk who acts for an enterprise, and approves what the clerk draws up."""
    if len(town.officers[enterprise.pk]) == 1:
        person = town.staff[enterprise.pk][-1]
        office = Office.objects.create(
            person=person, organisation=enterprise, role=Role.ENTERPRISE, title="考务", since=SINCE
        )
        let_act(town, office)
    return town.officer(enterprise.pk, 1)


def bring_the_cast(town: Town, members: dict[str, dict[str, str]]) -> None:
    """Accounts and names for the people a visitor can be."""
    places = _places(town)
    for email, told in members.items():
        person = places[email.partition("@")[0]]
        Person.objects.filter(pk=person.pk).update(name=told["name"])
        person.name = told["name"]
        key = email.partition("@")[0]
        town.cast[key] = services.open_account(email=email, person=person, is_demo=True)
        services.give_consent(
            person,
            "electronic-service",
            evidence="演示城市预置的同意",
            by=town.worker(person),
            on=SINCE,
        )


def _places(town: Town) -> dict[str, Person]:
    """Which of the synthetic people each member of the cast is."""
    first, second = town.enterprises[0], town.enterprises[len(town.districts)]
    workers = town.staff[first.pk]
    union = town.unions[len(town.districts)]

    def official(role: Role, place: int = 0, key: str = "", level: str = "district") -> Person:
        body = queries.body_for(role, town.home, level, key=key)
        return Person.objects.get(pk=str(town.officer(body.pk, place).person))

    return {
        "wang": workers[2],
        "li": workers[3],
        "chen": workers[0],
        "cui": Person.objects.get(pk=str(second_officer(town, first).person)),
        "ma": town.staff[second.pk][0],
        "wu": Person.objects.get(pk=str(town.officer(town.schools[1].pk).person)),
        "gao": Person.objects.get(pk=str(town.officer(town.providers[0].pk).person)),
        "xu": Person.objects.get(pk=str(town.officer(town.industry_bodies[0].pk).person)),
        "lu": Person.objects.get(pk=str(town.officer(town.assessors[0].pk).person)),
        "peng": Person.objects.get(pk=str(town.officer(town.assessors[0].pk, 1).person)),
        "zhao": Person.objects.get(pk=str(town.officer(union.pk).person)),
        "qian": official(Role.FEDERATION),
        "liu": official(Role.HRSS),
        "sun": official(Role.HRSS, 1),
        "zheng": official(Role.HRSS, level="city"),
        "feng": official(Role.DEPARTMENT, key="emergency"),
        "han": official(Role.GOVERNMENT, level="city"),
    }
