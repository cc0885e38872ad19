"""The database through ADBC gives what it gives to anybody, on both engines."""

from datetime import date

import polars as pl
import pytest

from gongtu.engines.entitlement.city import suppliers
from gongtu.engines.entitlement.snapshot.reading import read_log, read_taken, read_whole
from gongtu.engines.entitlement.snapshot.store import seal
from gongtu.parties.columns import ORGANISATION, PERSON
from gongtu.parties.models import Person
from gongtu.records.changes.models import Change
from gongtu.records.changes.services import take
from tests.cast import DAY, Cast, raise_curtain
from tests.factories.skills import certificate, insured
from tests.snapshots import through_adbc, within

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    cast = raise_curtain()
    certificate(cast)
    insured(cast)
    Person.objects.filter(pk=cast.li.person).update(birth=date(1969, 12, 31), sex="")
    return cast


@pytest.mark.parametrize("source", suppliers.sources(), ids=lambda source: source.name)
def test_every_source_is_the_same_through_adbc(cast, tmp_path, source):
    with through_adbc(tmp_path) as reader:
        assert seal(read_whole(reader, source)) == seal(read_whole(within(), source))


def test_days_text_and_ids_are_what_was_put_on_record(cast, tmp_path):
    with through_adbc(tmp_path) as reader:
        persons = read_whole(reader, PERSON)

    li = persons.row(by_predicate=pl.col("id") == cast.li.person.hex, named=True)
    assert li == {
        "id": cast.li.person.hex, "birth": date(1969, 12, 31), "sex": "",
        "division_id": "370202",
    }  # fmt: skip


def test_a_column_of_nothing_keeps_its_type(cast, tmp_path):
    Person.objects.update(birth=None, division=None)

    with through_adbc(tmp_path) as reader:
        persons = read_whole(reader, PERSON)

    assert persons.schema["birth"] == pl.Date
    assert persons.schema["division_id"] == pl.String
    assert persons["division_id"].null_count() == persons.height


def test_an_empty_table_has_its_columns(tmp_path):
    with through_adbc(tmp_path) as reader:
        assert read_whole(reader, ORGANISATION).shape == (0, len(ORGANISATION.columns))
        assert read_log(reader).numbers == ()
        assert read_taken(reader) == ""


def test_the_log_is_read_with_what_was_taken(cast, tmp_path):
    take([], "r" * 64, former="")
    one = Change.objects.create(source="person", owner=str(cast.li.person))
    two = Change.objects.create(source="organisation", owner="7")

    with through_adbc(tmp_path) as reader:
        log = read_log(reader)

        assert read_taken(reader) == "r" * 64
    assert set(log.numbers) == {one.pk, two.pk}
    assert log.of(PERSON) == {cast.li.person.hex}
    assert log.of(ORGANISATION) == {"7"}


def test_what_is_committed_while_reading_is_not_seen(cast, tmp_path):
    with through_adbc(tmp_path) as reader:
        before = read_whole(reader, PERSON).height
        Person.objects.create(name="新人", registered_on=DAY)

        assert read_whole(reader, PERSON).height == before
