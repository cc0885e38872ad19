"""Lawful erasure: nothing tells who it was, and the journal still verifies."""

from datetime import timedelta

import pytest

from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Account, Person
from gongtu.records.journal.queries import list_chain, text_of
from gongtu.records.journal.services import write
from gongtu.records.journal.verify import verify_all
from tests.parties.conftest import DAY, WANG, World


def erase(world: World, person: Person, reason: str = "本人要求") -> Person:
    return services.erase_person(person, reason=reason, by=world.as_self(person), on=DAY)


def test_erased_person_cannot_be_found(world: World) -> None:
    erase(world, world.wang)

    erased = queries.get_person(world.wang.pk)
    assert queries.find_person_by_id_number(WANG) is None
    assert (erased.name, erased.birth, bytes(erased.id_number_cipher)) == ("", None, b"")
    assert Account.objects.filter(person=erased).count() == 0


def test_words_about_an_erased_person_are_gone(world: World) -> None:
    chain = f"person:{world.wang.pk}"
    write(chain, "moved", on=DAY, by=CLOCK, what={"person": world.wang.pk}, text="家住某处")

    erase(world, world.wang)

    assert "家住某处" not in [text_of(entry) for entry in list_chain(chain)]
    assert any(entry.digest for entry in list_chain(chain))


def test_journal_verifies_after_erasure(world: World) -> None:
    chain = f"person:{world.wang.pk}"
    write(chain, "moved", on=DAY, by=CLOCK, what={"person": world.wang.pk}, text="家住某处")
    before = [entry.hash for entry in list_chain(chain)]

    erase(world, world.wang)

    assert [entry.hash for entry in list_chain(chain)][: len(before)] == before
    assert verify_all().problems == []


def test_number_of_an_erased_person_may_be_registered_anew(world: World) -> None:
    erase(world, world.wang)

    again = services.register_person(
        name="王师傅", id_number=WANG, division="370202", by=CLOCK, on=DAY
    )

    assert again.pk != world.wang.pk


def test_employed_person_is_not_erased(world: World) -> None:
    services.employ(world.wang, world.works, since=DAY - timedelta(days=9), by=CLOCK, on=DAY)

    with pytest.raises(services.NotYetErasable, match="仍在职或者仍任职的"):
        erase(world, world.wang)


def test_erasure_needs_a_reason(world: World) -> None:
    with pytest.raises(services.NotYetErasable, match="请说明删除的理由和依据"):
        erase(world, world.wang, reason="")


def test_stranger_erases_nobody(world: World) -> None:
    with pytest.raises(services.NotYetErasable, match="只有本人或者人社部门"):
        services.erase_person(world.wang, reason="x", by=world.as_self(world.stranger), on=DAY)


def test_person_is_erased_once(world: World) -> None:
    by = world.as_self(world.wang)
    erased = services.erase_person(world.wang, reason="本人要求", by=by, on=DAY)

    with pytest.raises(services.NotYetErasable, match="已经依法删除"):
        services.erase_person(erased, reason="本人要求", by=by, on=DAY)
