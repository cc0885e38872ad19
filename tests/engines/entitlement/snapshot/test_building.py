"""What is built out of the last snapshot and the log is what is built out of every row."""

from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.engines.entitlement.city import suppliers
from gongtu.engines.entitlement.snapshot.building import Built, build
from gongtu.engines.entitlement.snapshot.store import MANIFEST, read
from gongtu.parties.models import Membership, Organisation, Person
from gongtu.records.changes.models import Change, Taken
from gongtu.records.changes.services import take
from gongtu.records.changes.triggers import unwatch, watch
from gongtu.registers.insurance import services as insurance
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate, Occupation
from tests.cast import DAY, FITTER, Cast, raise_curtain
from tests.factories.skills import certificate
from tests.snapshots import within

NEXT = date(2026, 9, 2)
SERIALS = count(100)
AT = "2026-09-01T03:00:00+08:00"


@pytest.fixture
def cast(db: None) -> Cast:
    cast = raise_curtain()
    certificate(cast, 1)
    certificate(cast, 2, grade=Grade.JUNIOR)
    insurance.record([(cast.wang.person, 48), (cast.li.person, 7)], as_of=DAY, source="社保")
    # Enough of them that one owner's rows are few.
    insurance.record(
        [(p.pk, 1) for p in Person.objects.all()], as_of=date(2026, 1, 1), source="社保"
    )
    return cast


def built(folder: Path, day: date = DAY, *, taking: bool = True) -> Built:
    """As the command builds: watch, build, and tell the log."""
    unwatched = watch(suppliers.sources())
    made = build(within(), folder, suppliers.sources(), day=day, built_at=AT, unwatched=unwatched)
    if taking:
        assert take(made.taken, made.snapshot.root, former=made.began)
    return made


def from_nothing(day: date = DAY) -> str:
    """The root of a snapshot for which every row was read."""
    with TemporaryDirectory() as folder:
        return build(
            within(), Path(folder), suppliers.sources(), day=day, built_at=AT
        ).snapshot.root


def issue(cast: Cast, which: int) -> None:
    certificate(cast, next(SERIALS), issued_on=date(2026, 8, 1 + which))


def hand_over(cast: Cast, which: int) -> None:
    """A certificate turns out to be somebody else's: two owners are touched."""
    held = list(Certificate.objects.order_by("id"))
    if held:
        held[which % len(held)].person_id = cast.li.person
        held[which % len(held)].save()


def revoke_all(cast: Cast, which: int) -> None:
    Certificate.objects.filter(number__endswith=str(which)).delete()


def report(cast: Cast, which: int) -> None:
    insurance.record([(cast.li.person, which)], as_of=date(2026, 8, 1 + which), source="社保")


def correct(cast: Cast, which: int) -> None:
    Person.objects.filter(name="小李").update(birth=date(1990, 1, 1 + which) if which else None)


def rename(cast: Cast, which: int) -> None:
    Occupation.objects.filter(pk=FITTER).update(name=f"装配钳工{which}")
    Organisation.objects.filter(kind="enterprise").update(headcount=which or None)


def leave(cast: Cast, which: int) -> None:
    Membership.objects.filter(person=cast.wang.person).update(until=date(2026, 8, 1 + which))


def begin(cast: Cast, which: int) -> None:
    """Somebody new, under an id that may sort anywhere."""
    Person.objects.create(name="新人", registered_on=DAY, division=cast.district)


ACTS = [issue, hand_over, revoke_all, report, correct, rename, leave, begin]
CHANGES = st.lists(
    st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=4), max_size=4
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_whatever_changes_the_next_snapshot_is_as_if_every_row_were_read(cast, tmp_path, changes):
    with transaction.atomic(), TemporaryDirectory(dir=tmp_path) as folder:
        built(Path(folder))
        for some in changes:
            for act, which in some:
                act(cast, which)
            assert built(Path(folder)).snapshot.root == from_nothing()
            assert not Change.objects.exists()
        transaction.set_rollback(True)


def test_only_the_rows_of_those_who_changed_are_read_anew(cast, tmp_path):
    built(tmp_path)
    report(cast, 3)
    correct(cast, 4)

    owners = built(tmp_path).owners

    assert {name: many for name, many in owners.items() if many} == {"insurance": 1, "person": 1}
    assert {"certificate", "membership", "occupation", "organisation"} <= owners.keys()


def test_where_nothing_changed_the_former_snapshot_is_used_again(cast, tmp_path):
    first = built(tmp_path)
    again = built(tmp_path)

    assert again.is_reused
    assert again.snapshot.folder == first.snapshot.folder
    assert len(list(tmp_path.iterdir())) == 1


def test_of_another_day_the_unchanged_tables_are_linked(cast, tmp_path):
    first, other = built(tmp_path), built(tmp_path, NEXT)

    assert other.is_reused
    assert other.snapshot.root != first.snapshot.root
    assert other.snapshot.root == from_nothing(NEXT)
    for file in first.snapshot.folder.glob("*.parquet"):
        assert file.samefile(other.snapshot.folder / file.name)


def test_a_builder_who_died_before_telling_the_log_loses_nothing(cast, tmp_path):
    built(tmp_path)
    issue(cast, 1)
    built(tmp_path, taking=False)
    issue(cast, 2)

    assert built(tmp_path).snapshot.root == from_nothing()


def test_without_the_former_snapshot_every_row_is_read(cast, tmp_path):
    built(tmp_path / "one")
    issue(cast, 1)

    other = built(tmp_path / "other")

    assert set(other.owners.values()) == {None}
    assert other.snapshot.root == from_nothing()


def test_a_damaged_snapshot_is_not_built_upon(cast, tmp_path):
    first = built(tmp_path).snapshot
    (first.folder / "person.parquet").unlink()

    again = built(tmp_path, NEXT)

    assert "person" in again.damaged
    assert set(again.owners.values()) == {None}
    assert not first.folder.exists()
    assert read(again.snapshot.folder).root == from_nothing(NEXT)


def test_a_damaged_snapshot_of_the_same_facts_is_put_right(cast, tmp_path):
    first = built(tmp_path).snapshot
    (first.folder / MANIFEST).write_text("{}")

    again = built(tmp_path).snapshot

    assert read(again.folder).root == first.root


def test_a_source_whose_triggers_were_lost_is_read_whole(cast, tmp_path):
    built(tmp_path)
    unwatch()
    issue(cast, 1)

    assert built(tmp_path).snapshot.root == from_nothing()


def test_changes_of_a_writer_who_is_not_done_stay_in_the_log(cast, tmp_path):
    made = built(tmp_path, taking=False)
    issue(cast, 1)
    left = list(Change.objects.values_list("id", flat=True))

    take(made.taken, made.snapshot.root, former=made.began)

    assert list(Change.objects.values_list("id", flat=True)) == left
    assert Taken.objects.get().root == made.snapshot.root


def test_of_two_builders_at_once_the_later_to_end_forgets_nothing(cast, tmp_path):
    slow = built(tmp_path / "slow", taking=False)
    issue(cast, 1)
    built(tmp_path / "quick")
    issue(cast, 2)

    assert not take(slow.taken, slow.snapshot.root, former=slow.began)

    assert built(tmp_path / "slow").snapshot.root == from_nothing()
    assert built(tmp_path / "quick").snapshot.root == from_nothing()
