"""The database keeps the log itself, whoever writes and however."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from gongtu.base.errors import Broken
from gongtu.parties.models import Division, Person
from gongtu.records.append_only import lifted
from gongtu.records.changes.models import Change
from gongtu.records.changes.services import take
from gongtu.records.changes.sources import WHOLE_TABLE, Source
from gongtu.records.changes.triggers import unwatch, watch

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)
PERSON = Source("watched-person".replace("-", "_"), "parties_person", {"id": UUID, "name": str})
BY_DIVISION = Source(
    "by_division", "parties_person", {"id": UUID, "division_id": str}, owner="division_id"
)


@pytest.fixture
def south() -> Division:
    return Division.objects.create(code="370202", name="市南区", level="district")


def logged() -> list[tuple[str, str]]:
    return sorted((one.source, one.owner.replace("-", "")) for one in Change.objects.all())


def person(**fields) -> Person:
    return Person.objects.create(name="王", registered_on=DAY, **fields)


def test_added_changed_and_removed_rows_are_in_the_log():
    watch([PERSON])
    one = person()
    Person.objects.filter(pk=one.pk).update(name="李")
    Person.objects.filter(pk=one.pk).delete()

    assert logged() == [("watched_person", one.pk.hex)] * 3


def test_rows_added_at_once_are_all_there():
    watch([PERSON])
    made = Person.objects.bulk_create(Person(name=str(i), registered_on=DAY) for i in range(5))

    assert logged() == sorted(("watched_person", one.pk.hex) for one in made)


def test_a_row_that_changes_hands_names_both(south):
    Division.objects.create(code="370203", name="市北区", level="district")
    one = person(division=south)
    watch([BY_DIVISION])

    Person.objects.filter(pk=one.pk).update(division="370203")

    assert logged() == [("by_division", "370202"), ("by_division", "370203")]


def test_a_row_of_nobody_touches_the_whole_table():
    watch([BY_DIVISION])
    person(division=None)

    assert logged() == [("by_division", WHOLE_TABLE)]


def test_what_was_not_watched_is_told_once():
    assert watch([PERSON, BY_DIVISION]) == {"watched_person", "by_division"}
    assert watch([PERSON, BY_DIVISION]) == frozenset()
    person()

    assert len(logged()) == 2


def test_a_source_read_otherwise_is_watched_anew_and_only_so():
    watch([PERSON])
    other = Source(PERSON.name, PERSON.table, {"id": UUID, "name": str}, owner="name")

    assert watch([other]) == {"watched_person"}
    person()
    assert logged() == [("watched_person", "王")]


def test_without_watch_nothing_is_logged():
    watch([PERSON])
    unwatch()
    person()

    assert logged() == []


def test_only_what_was_taken_in_leaves_the_log():
    some = [Change.objects.create(source="x", owner=str(i)).pk for i in range(6)]

    assert take([some[0], some[1], some[4]], "r", former="")

    assert list(Change.objects.values_list("pk", flat=True)) == [some[2], some[3], some[5]]


def test_where_another_took_some_in_meanwhile_nothing_is_forgotten():
    one = Change.objects.create(source="x", owner="1")
    take([], "theirs", former="")

    assert not take([one.pk], "ours", former="")
    assert Change.objects.filter(pk=one.pk).exists()
    assert take([one.pk], "next", former="theirs")


@pytest.mark.postgres
def test_an_emptied_table_was_wholly_touched():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    watch([PERSON])
    with lifted(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE parties_person CASCADE")

    assert ("watched_person", WHOLE_TABLE) in logged()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"name": "Person"}, "no name"),
        ({"table": "a; drop table b"}, "no name"),
        ({"owner": "person_id"}, "does not read person_id"),
        ({"key": "number"}, "does not read number"),
        ({"columns": {"id": UUID, "seen": float}}, "no kind of column: seen"),
        ({"columns": {"id": UUID, "on": date}, "owner": "on"}, "nobody is told by 'on'"),
    ],
)
def test_a_source_that_cannot_be_read_is_refused(wrong, why):
    with pytest.raises(Broken, match=why):
        Source(**({"name": "person", "table": "t", "columns": {"id": UUID}} | wrong))
