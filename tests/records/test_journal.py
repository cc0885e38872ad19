"""The journal: whatever is changed in it, is found."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.base import merkle
from gongtu.base.errors import Broken
from gongtu.records.append_only import lifted
from gongtu.records.context import acting_at, instant_of
from gongtu.records.journal.hashing import canonical
from gongtu.records.journal.models import JournalEntry, JournalText
from gongtu.records.journal.queries import entries_about_person, list_chain, text_of
from gongtu.records.journal.seals import find_proof, seal
from gongtu.records.journal.services import Line, erase_text, write, write_many
from gongtu.records.journal.verify import verify_all

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
NOON = instant_of(DAY)
WANG = UUID("58172aac-d8ba-41ed-83dd-0b3aef56cc33")


@dataclass(frozen=True)
class Clerk:
    role: str = "hrss"
    account: int | None = 7
    organisation: int | None = 3


def written(chains: int = 3, each: int = 3) -> None:
    for n in range(chains * each):
        what = {"procedure": "skill-upgrade-subsidy", "move": "grant", "person": WANG, "n": n}
        write(f"case:{n % chains}", "moved", on=DAY, by=Clerk(), what=what, text=f"理由{n}")


def changed(statement: str, *parameters: Any) -> None:
    """As somebody with the database's password would."""
    with lifted(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        assert cursor.rowcount > 0


def problems() -> list[tuple[str, str]]:
    return [(problem.where, problem.what) for problem in verify_all().problems]


def test_an_entry_names_who_did_what_to_whom() -> None:
    what = {"procedure": "skill-upgrade-subsidy", "stage": "review", "person": WANG, "case": "1"}

    write("case:1", "opened", on=DAY, by=Clerk(), what=what, text="申请")

    entry = list_chain("case:1").get()
    assert (entry.procedure, entry.stage, entry.move) == ("skill-upgrade-subsidy", "review", "")
    assert (entry.actor_role, entry.actor_account, entry.actor_organisation) == ("hrss", 7, 3)
    assert (entry.subject_person, entry.what, text_of(entry)) == (WANG, {"case": "1"}, "申请")
    assert entry.at == NOON
    assert list(entries_about_person(WANG)) == [entry]


def test_the_instant_is_the_doors() -> None:
    with acting_at(NOON.replace(hour=16, minute=5)):
        entry = write("case:1", "viewed", on=DAY, by=None)

    assert (entry.at.hour, entry.at.minute) == (16, 5)


def test_each_entry_names_the_one_before() -> None:
    written(chains=1, each=3)

    first, second, third = list_chain("case:0")
    assert (first.previous, second.previous, third.previous) == ("", first.hash, second.hash)


def test_many_entries_at_once_are_the_same_entries() -> None:
    written(chains=2, each=2)
    lines = [
        Line(chain=f"bulk:{n % 2}", kind="moved", on=DAY, by=Clerk(), what={"n": n}, text=str(n))
        for n in range(50)
    ]

    assert write_many(lines) == 50

    assert [entry.what["n"] for entry in list_chain("bulk:1")][:3] == [1, 3, 5]
    assert text_of(list_chain("bulk:1")[1]) == "3"
    report = verify_all()
    assert (report.entries, report.chains, report.problems) == (54, 4, [])


def test_fractions_have_no_place_in_the_journal() -> None:
    with pytest.raises(Broken):
        write("case:1", "paid", on=DAY, by=None, what={"amount": 1.5})


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records_journalentry SET kind = 'read'",
        "DELETE FROM records_journalentry",
        "UPDATE records_journaltext SET text = ''",
        "UPDATE records_seal SET root = ''",
        "DELETE FROM records_sealedhead",
    ],
)
def test_the_database_refuses_changes(statement: str) -> None:
    written()
    seal(NOON)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.postgres
def test_postgresql_refuses_to_truncate() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("TRUNCATE is PostgreSQL's")
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("TRUNCATE records_journalentry CASCADE")


MUTATIONS = {
    "kind": "read",
    "procedure": "apprenticeship-subsidy",
    "move": "refuse",
    "stage": "x",
    "division": "370202",
    "actor_account": 8,
    "actor_role": "finance",
    "actor_organisation": 4,
    "subject_organisation": 9,
    "what": '{"n": 99}',
    "digest": "0" * 64,
    "hash": "0" * 64,
    "previous": "0" * 64,
    "on": "2026-09-02",
    "at": "2026-09-01 05:00:00+00:00",
}


@given(column=st.sampled_from(sorted(MUTATIONS)), chain=st.integers(0, 2), seq=st.integers(1, 3))
@settings(max_examples=45, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_single_change_is_found_and_named(column: str, chain: int, seq: int) -> None:
    with transaction.atomic():
        written()
        changed(
            f'UPDATE records_journalentry SET "{column}" = %s WHERE chain = %s AND seq = %s',
            MUTATIONS[column], f"case:{chain}", seq,
        )  # fmt: skip

        assert f"case:{chain}#{seq}" in [where for where, _ in problems()]
        transaction.set_rollback(True)


@given(at=st.integers(0, 63), seq=st.integers(1, 3))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_single_flipped_bit_is_found(at: int, seq: int) -> None:
    with transaction.atomic():
        written(chains=1)
        entry = list_chain("case:0").get(seq=seq)
        flipped = entry.hash[:at] + f"{int(entry.hash[at], 16) ^ 1:x}" + entry.hash[at + 1 :]
        changed("UPDATE records_journalentry SET hash = %s WHERE id = %s", flipped, entry.pk)

        assert (f"case:0#{seq}", "内容已被改动") in problems()
        transaction.set_rollback(True)


def drop(chain: str, seq: int) -> None:
    entry = JournalEntry.objects.get(chain=chain, seq=seq)
    changed("DELETE FROM records_journaltext WHERE entry_id = %s", entry.pk)
    changed("DELETE FROM records_journalentry WHERE id = %s", entry.pk)


def test_a_lost_middle_is_named() -> None:
    written()
    drop("case:1", 2)

    assert ("case:1#3", "前面缺少第2条") in problems()


def test_a_lost_tail_is_named() -> None:
    written()
    drop("case:1", 3)

    assert problems() == [("case:1#3", "缺少至第3条")]


def test_a_lost_tail_whose_head_was_moved_back_is_named_by_the_seal() -> None:
    written()
    seal(NOON)
    drop("case:1", 3)
    last = list_chain("case:1").get(seq=2).hash
    changed("UPDATE records_journalhead SET seq=2, hash=%s WHERE chain='case:1'", last)

    assert ("case:1#3", "封存后被删除") in problems()


def test_two_entries_that_changed_places_are_named() -> None:
    written(chains=1)
    for old, new in ((1, 99), (2, 1), (99, 2)):
        changed("UPDATE records_journalentry SET seq = %s WHERE seq = %s", new, old)

    assert {where for where, _ in problems()} >= {"case:0#1", "case:0#2"}


def test_changed_words_are_named() -> None:
    written()
    first = list_chain("case:0").get(seq=1)
    changed("UPDATE records_journaltext SET text = '另一个理由' WHERE entry_id = %s", first.pk)

    assert problems() == [("case:0#1", "文字已被改动")]


def test_lawful_erasure_destroys_the_words_and_keeps_the_proof() -> None:
    written()
    entry = list_chain("case:0").get(seq=1)

    erase_text(entry, by=Clerk(), on=DAY, reason="本人要求删除")

    assert not JournalText.objects.filter(entry=entry).exists()
    assert list_chain("case:0").last().kind == "erased"
    assert problems() == []


def test_words_that_vanish_without_a_record_are_named() -> None:
    written()
    JournalText.objects.filter(entry__chain="case:0", entry__seq=1).delete()

    assert problems() == [("case:0#1", "文字被删除，没有删除记录")]


def test_a_seal_binds_the_chains_that_grew() -> None:
    written()
    first = seal(NOON)
    write("case:0", "read", on=DAY, by=None)
    second = seal(NOON)

    assert first is not None
    assert second is not None
    assert (first.chains, second.chains, second.previous) == (3, 1, first.hash)
    assert seal(NOON) is None
    assert verify_all().as_json() == {
        "sound": True, "entries": 10, "chains": 3, "seals": 2, "problems": [],
    }  # fmt: skip


@pytest.mark.parametrize("column", ["root", "hash", "previous"])
def test_a_changed_seal_is_named(column: str) -> None:
    written()
    seal(NOON)
    changed(f"UPDATE records_seal SET {column} = %s", "0" * 64)

    assert "seal:1" in [where for where, _ in problems()]


def test_a_lost_seal_is_found() -> None:
    written()
    seal(NOON)
    changed("DELETE FROM records_sealedhead WHERE seal_id IN (SELECT id FROM records_seal)")
    changed("DELETE FROM records_seal")

    assert ("case:0", "封存被删除") in problems()


def test_a_chain_written_anew_from_the_start_is_named_by_the_seal() -> None:
    written(chains=1)
    seal(NOON)
    for seq in (1, 2, 3):
        drop("case:0", seq)
    changed("UPDATE records_journalhead SET seq = 0, hash = ''")
    written(chains=1)

    assert problems() == [("case:0#3", "与封存时不同")]


def test_anybody_can_check_that_an_entry_was_sealed() -> None:
    written(chains=5)
    seal(NOON)
    entry = list_chain("case:3").get(seq=1)

    proof = find_proof(entry)

    assert proof is not None
    assert proof.hashes[0] == entry.hash
    assert len(proof.hashes) == 3
    assert proof.hashes[-1] in proof.leaf
    path = [bytes.fromhex(step) for step in proof.path]
    root = bytes.fromhex(proof.root)
    assert merkle.verify(proof.leaf.encode(), proof.index, proof.size, path, root)


def test_an_entry_that_is_not_sealed_yet_has_no_proof() -> None:
    assert find_proof(write("case:1", "opened", on=DAY, by=None)) is None


ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ASCII, inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(ASCII, VALUES))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_canonical_text_is_that_of_rfc_8785(said: dict[str, Any]) -> None:
    assert canonical(said) == rfc8785.dumps(said)
