"""Two records of one person: by two officers, with their history, and back while nothing rests."""

from __future__ import annotations

from datetime import date

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.casework.services import open_case
from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.queries import find_credential, list_held
from gongtu.engines.credentials.verify import verify
from gongtu.parties import services as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.models import Person
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade, RevocationReason
from gongtu.registers.skills.models import Certificate, IdentityMerger
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.queries import (
    find_holder,
    highest_grade,
    history_of,
    list_certificates,
    list_mergers,
    list_public,
    survivor_of,
)
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast, id_number, oneself
from tests.factories.skills import certificate, filing

LATER = date(2026, 9, 20)
PROOF = "公安机关出具的号码变更证明。"


@pytest.fixture
def old(cast: Cast) -> Person:
    """王师傅's record, under the number he had; with his certificate."""
    filing(cast)
    held = certificate(cast)
    works = cast.bodies["works"].pk
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=works, by=cast.clerk, on=DAY
    )
    return cast.person(cast.wang)


@pytest.fixture
def new(cast: Cast) -> Person:
    """The record he got under his new number."""
    return parties.register_person(
        name="王建新", id_number=id_number(77), division=cast.district, by=cast.liu, on=DAY
    )


def proposed(cast: Cast, old: Person, new: Person, proof: str = PROOF) -> IdentityMerger:
    return skills.propose_merger(old, new, proof=proof, by=cast.liu, on=DAY)


def decided(cast: Cast, old: Person, new: Person) -> IdentityMerger:
    return skills.decide_merger(proposed(cast, old, new).pk, by=cast.sun, on=DAY)


def test_certificates_go_over_with_their_history(cast: Cast, old: Person, new: Person) -> None:
    decided(cast, old, new)

    [held] = list_certificates(new.pk)
    assert list(list_certificates(old.pk)) == []
    assert [one.number for one in list_held(str(new.pk))] == [held.number]
    told = history_of(held)[-1]
    assert (told.kind, told.told) == ("moved", PROOF)


def test_what_was_signed_stays_true_and_is_found_by_either_number(
    cast: Cast, old: Person, new: Person
) -> None:
    number = Certificate.objects.get().number
    before = find_credential(number).document
    decided(cast, old, new)

    assert find_credential(number).document == before
    assert verify(before, on=DAY).verdict is Verdict.VALID
    for asked in (id_number(1), id_number(77)):
        sought = Sought.read(asked)
        assert [one.number for one in list_public(sought, "王师傅")] == [number]
        assert find_holder(sought) == new.pk
    assert list_public(Sought.read(id_number(1)), "李师傅") == []


def test_nothing_changes_before_another_officer_decides(
    cast: Cast, old: Person, new: Person
) -> None:
    waiting = proposed(cast, old, new)

    with pytest.raises(skills.OwnProposal):
        skills.decide_merger(waiting.pk, by=cast.liu, on=DAY)
    assert list_certificates(old.pk).count() == 1
    assert survivor_of(old.pk) == old.pk
    assert [one.pk for one in list_mergers(by=cast.liu, on=DAY)] == [waiting.pk]


def test_it_is_dropped_with_a_reason_and_can_be_proposed_again(
    cast: Cast, old: Person, new: Person
) -> None:
    waiting = proposed(cast, old, new)
    with pytest.raises(skills.NotMergeable, match="已经提出合并"):
        proposed(cast, old, new)

    with pytest.raises(Refused, match="理由"):
        skills.drop_merger(waiting.pk, reason=" ", by=cast.liu, on=DAY)
    skills.drop_merger(waiting.pk, reason="证明不足。", by=cast.liu, on=DAY)

    with pytest.raises(skills.MergerSettled):
        skills.decide_merger(waiting.pk, by=cast.sun, on=DAY)
    assert proposed(cast, old, new).pk != waiting.pk


def test_it_is_undone_while_nothing_rests_on_it(cast: Cast, old: Person, new: Person) -> None:
    merger = decided(cast, old, new)
    skills.undo_merger(merger.pk, reason="两人同名。", by=cast.liu, on=LATER)

    [held] = list_certificates(old.pk)
    assert list_held(str(old.pk)).count() == 1
    assert [event.told for event in history_of(held)][-2:] == [PROOF, "两人同名。"]
    assert survivor_of(old.pk) == old.pk
    with pytest.raises(skills.MergerSettled):
        skills.undo_merger(merger.pk, reason="再次。", by=cast.liu, on=LATER)


def _revoke(number: str, cast: Cast) -> None:
    skills.revoke_certificate(
        number, reason=RevocationReason.ISSUED_IN_ERROR, told="误发。", heard="无异议。",
        by=cast.clerk, on=LATER,
    )  # fmt: skip


def _subsidise(number: str, _cast: Cast) -> None:
    skills.record_subsidy(number, case_number="20260000009", on=LATER)


def _claim(number: str, _cast: Cast) -> None:
    survivor = Certificate.objects.get().person
    answers = {"certificate": number}
    open_case("skill-upgrade-subsidy", answers=answers, by=oneself(survivor), on=LATER)


@pytest.mark.parametrize("act", [_revoke, _subsidise, _claim])
def test_it_is_not_undone_once_something_rests_on_it(
    cast: Cast, old: Person, new: Person, act
) -> None:
    merger = decided(cast, old, new)
    act(Certificate.objects.get().number, cast)

    with pytest.raises(skills.RestsOnIt):
        skills.undo_merger(merger.pk, reason="两人同名。", by=cast.liu, on=LATER)
    assert list_certificates(new.pk).count() == 1


def test_records_that_are_no_two_are_not_merged(cast: Cast, old: Person, new: Person) -> None:
    with pytest.raises(skills.NotMergeable) as refused:
        proposed(cast, old, old, proof=" ")
    assert len(refused.value.reasons) == 2

    decided(cast, old, new)
    li = cast.person(cast.li)
    with pytest.raises(skills.NotMergeable, match="已经并入另一份"):
        proposed(cast, li, old)
    with pytest.raises(skills.NotMergeable, match="不能再把它并入别处"):
        proposed(cast, new, li)


def test_other_credentials_keep_a_record_from_going_over(
    cast: Cast, old: Person, new: Person
) -> None:
    credentials.issue(
        "technician-appointment", number="P1", title="聘任", subject={"name": "王师傅"},
        issuer_organisation=cast.bodies["works"].pk, valid_from=DAY, holder_index=str(old.pk),
        by=cast.clerk, on=DAY,
    )  # fmt: skip

    with pytest.raises(skills.NotMergeable, match="其他凭证"):
        proposed(cast, old, new)


@pytest.mark.parametrize("who", ["clerk", "union", "wang", "education"])
def test_only_the_office_merges(cast: Cast, old: Person, new: Person, who: str) -> None:
    with pytest.raises(NotEntitled):
        skills.propose_merger(old, new, proof=PROOF, by=getattr(cast, who), on=DAY)


def test_grades_count_for_who_holds_them_now(cast: Cast, old: Person, new: Person) -> None:
    decided(cast, old, new)
    assert (highest_grade(new.pk), highest_grade(old.pk)) == (Grade.SENIOR, None)
