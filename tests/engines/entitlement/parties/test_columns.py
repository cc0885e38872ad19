"""Persons over the city, and whom they work for, against what is known of one of them."""

from datetime import date, timedelta

from gongtu.engines.entitlement.parties.facts import Person
from gongtu.engines.entitlement.parties.known import person_facts
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.parties.models import Person as Record
from gongtu.parties.queries import get_person
from gongtu.parties.queries.organisations import employer_of
from tests.cast import DAY, Cast
from tests.snapshots import town


def works_at(
    cast: Cast, body: str, since: date, until: date | None = None, kind=MembershipKind.EMPLOYMENT
) -> None:
    """小李 belongs there besides."""
    Membership.objects.create(
        person_id=cast.li.person,
        organisation=cast.bodies[body],
        kind=kind,
        since=since,
        until=until,
    )


def employer(on: date, person) -> str | None:
    """The employer in the frames, by id."""
    city = town(on)
    row = list(city.frame("person").keys).index(str(person))
    works_at = city.frame("person").joins["enterprise"][row]
    return None if works_at == -1 else city.frame("enterprise").keys[works_at]


def test_everybody_is_told_as_they_are_alone(cast):
    Record.objects.filter(pk=cast.li.person).update(birth=None, sex="", division=None)
    persons = town(DAY).frame("person")

    for row, person in enumerate(persons.keys):
        assert {
            fact.key: persons.columns[fact.key].of(row, fact.kind) for fact in Person.facts.values()
        } == {key: known.value for key, known in person_facts(get_person(person)).items()}


def test_the_employer_is_that_of_the_longest_employment_that_holds(cast):
    Membership.objects.filter(person=cast.li.person).delete()
    works_at(cast, "other", date(2026, 2, 1))
    works_at(cast, "works", date(2026, 1, 1), until=DAY)
    works_at(cast, "works", date(2026, 3, 1))
    works_at(cast, "works", date(2019, 1, 1), kind=MembershipKind.UNION)

    for on in (DAY, DAY - timedelta(days=1), date(2026, 1, 31), date(2018, 1, 1)):
        alone = employer_of(cast.li.person, on)
        assert employer(on, cast.li.person) == (str(alone.pk) if alone else None)
    assert employer(DAY, cast.li.person) == str(cast.bodies["other"].pk)
    assert employer(date(2018, 1, 1), cast.li.person) is None


def test_who_works_for_no_enterprise_belongs_to_none(cast):
    Membership.objects.filter(person=cast.li.person).delete()
    works_at(cast, "hrss", date(2019, 1, 1))
    works_at(cast, "works", date(2026, 3, 1))

    assert employer(DAY, cast.li.person) is None
