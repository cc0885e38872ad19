"""Reads for work on many at once: a fixed number of queries however many are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Account, Consent, Membership, Office, Organisation, Person
from gongtu.parties.queries.consents import standing_on
from gongtu.parties.queries.periods import holds_on
from gongtu.parties.roles import Role


def everybody() -> list[UUID]:
    """Every person on record, in a lasting order."""
    persons = Person.objects.filter(erased_on=None).order_by("id")
    return list(persons.values_list("id", flat=True))


def bodies_of_kind(kind: Role) -> list[int]:
    """Every organisation of that kind in being, in a lasting order."""
    bodies = Organisation.objects.filter(kind=kind, dissolved_on=None).order_by("pk")
    return list(bodies.values_list("pk", flat=True))


def places_of(
    persons: Iterable[UUID | None], organisations: Iterable[int | None]
) -> dict[UUID | int | None, str]:
    """The division of each, where it is known."""
    people = Person.objects.filter(pk__in={one for one in persons if one is not None})
    bodies = Organisation.objects.filter(pk__in={one for one in organisations if one is not None})
    placed: dict[UUID | int | None, str] = {}
    placed.update(people.exclude(division=None).values_list("pk", "division"))
    placed.update(bodies.values_list("pk", "division"))
    return placed


def people_known(persons: Iterable[UUID]) -> dict[UUID, Person]:
    """Those of the persons who are on record, by their id, in the order asked."""
    asked = list(persons)
    known = Person.objects.in_bulk(asked)
    return {who: known[who] for who in asked if who in known}


def memberships_of(persons: Collection[UUID]) -> dict[UUID, list[Membership]]:
    """All employments and union memberships of each."""
    found: dict[UUID, list[Membership]] = defaultdict(list)
    for one in Membership.objects.filter(person__in=persons):
        found[one.person_id].append(one)
    return {who: found[who] for who in persons}


def occupations_worked(on: date) -> list[str]:
    """The codes of every occupation somebody is employed in on the day."""
    jobs = Membership.objects.filter(holds_on(on), kind=MembershipKind.EMPLOYMENT)
    return list(jobs.exclude(occupation="").values_list("occupation", flat=True).distinct())


def workers_in(occupation: str, on: date) -> dict[UUID, str]:
    """Everybody employed in the occupation on the day, with the division of an employer."""
    jobs = Membership.objects.filter(
        holds_on(on), kind=MembershipKind.EMPLOYMENT, occupation=occupation
    )
    return dict(jobs.order_by("-id").values_list("person", "organisation__division"))


def accounts_of(persons: Iterable[UUID | None]) -> dict[UUID, int]:
    """The account of each person who has one."""
    accounts = Account.objects.filter(person__in=set(persons) - {None}, is_active=True)
    return {person: account for account, person in accounts.values_list("pk", "person")}


def accounts_of_officers(organisations: Iterable[int | None], *, on: date) -> dict[int, list[int]]:
    """The accounts of those who may act for each organisation on the day."""
    offices = Office.objects.filter(holds_on(on), organisation__in=set(organisations) - {None})
    rows = offices.filter(person__account__is_active=True)
    found: dict[int, set[int]] = defaultdict(set)
    for organisation, account in rows.values_list("organisation", "person__account"):
        found[organisation].add(account)
    return {organisation: sorted(accounts) for organisation, accounts in found.items()}


def mail_of(accounts: Iterable[int]) -> dict[int, str]:
    """The mail address of each account that gave one; the cast of the demo gave none."""
    given = Account.objects.filter(pk__in=set(accounts), is_demo=False).exclude(email=None)
    return {account: str(address) for account, address in given.values_list("pk", "email")}


def people_consenting(persons: Iterable[UUID], purpose: str, *, on: date) -> frozenset[UUID]:
    """Those of the persons whose yes to the purpose stands on the day."""
    consents = Consent.objects.filter(standing_on(on), person__in=set(persons), purpose=purpose)
    return frozenset(consents.values_list("person", flat=True))
