"""Many papers under one signature: each proves by itself that it lies in its batch."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.base import merkle
from gongtu.engines.credentials import batches, services
from gongtu.engines.credentials.building import Order
from gongtu.engines.credentials.choices import Effect, KeyKind, Verdict
from gongtu.engines.credentials.custody import count_touched, declare_compromised
from gongtu.engines.credentials.dids import did_document, did_of
from gongtu.engines.credentials.inclusion import leaf_of, verify_inclusion
from gongtu.engines.credentials.keys import make_key
from gongtu.engines.credentials.models import BatchTile, Credential, CredentialBatch, IssuerKey
from gongtu.engines.credentials.practice import practice
from gongtu.engines.credentials.published import keys_in
from gongtu.engines.credentials.verify import Authority, use_authority, verify
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ENTERPRISE, HRSS
from gongtu.records.context import instant_of
from gongtu.records.journal.queries import list_chain
from tests.cast import DAY, raise_curtain

SOURCE, KIND = "0" * 64, "paper"
NOW = instant_of(DAY)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@pytest.fixture
def issuer(db: None) -> Iterator[int]:
    raise_curtain()
    before = use_authority(lambda *_asked: Authority(True, "filed"))
    yield Organisation.objects.values_list("pk", flat=True)[0]
    use_authority(before)


def order(number: int) -> Order:
    subject = {"name": f"王{number}", "grade": "senior"}
    return Order(
        number=f"P{number:06d}", title="旧证书", subject=subject, valid_from=date(2020, 5, 6)
    )


def batch_of(issuer: int, count: int, *, sealed: bool = True) -> CredentialBatch:
    batch = batches.open_batch(KIND, SOURCE, issuer_organisation=issuer)
    for after in range(0, count, batches.LOT):
        lot = [order(number) for number in range(after, min(count, after + batches.LOT))]
        assert batches.add_lot(batch.pk, after, lot, on=DAY)
    return batches.seal(batch.pk, by=CLOCK, on=DAY) if sealed else batch


def handed_out(number: str) -> dict[str, Any]:
    whole = batches.complete(Credential.objects.get(number=number).document)
    assert whole is not None
    return json.loads(json.dumps(whole))


def steps(found: Any) -> dict[str, bool | None]:
    return {step.key: step.passed for step in found.steps}


def test_each_paper_of_a_batch_is_valid_as_kept_and_as_handed_out(issuer: int) -> None:
    batch_of(issuer, 2 * batches.LOT + 3)

    for number in ("P000000", "P001023", "P001024", "P002050"):
        kept = verify(number, on=DAY)
        assert kept.verdict == verify(handed_out(number), on=DAY).verdict == Verdict.VALID
        assert steps(kept) == dict.fromkeys(
            ["structure", "contexts", "inclusion", "key", "signature", "validity", "authority",
             "status"], True,
        )  # fmt: skip


def test_a_batch_of_one_has_no_way_to_go(issuer: int) -> None:
    batch_of(issuer, 1)

    assert handed_out("P000000")["proof"][0]["path"] == []
    assert verify("P000000", on=DAY).verdict == Verdict.VALID


def test_the_kept_tree_is_the_tree_of_its_leaves(issuer: int) -> None:
    batch = batch_of(issuer, 700)
    rows = Credential.objects.order_by("pk").values_list("document", flat=True)
    leaves = [leaf_of(one, one["proof"][0]["salt"]) for one in rows]

    assert batch.document["credentialSubject"]["rootHash"] == merkle.root(leaves).hex()
    for number, path in list(enumerate(merkle.proofs(leaves)))[::97]:
        told = handed_out(f"P{number:06d}")["proof"][0]
        assert [bytes.fromhex(one) for one in told["path"]] == path


def test_a_paper_is_looked_up_by_two_reads_however_many_there_are(issuer: int) -> None:
    batch_of(issuer, 600)
    kept = Credential.objects.get(number="P000599").document

    with CaptureQueriesContext(
        connection,
    ) as asked:
        batches.complete(kept)

    assert len(asked) == 2


def test_it_can_be_checked_without_a_database(issuer: int) -> None:
    batch_of(issuer, 300)
    document, keys = handed_out("P000299"), keys_in(did_document(issuer, "name"))
    BatchTile.objects.all().delete()
    Credential.objects.all().delete()

    with CaptureQueriesContext(connection) as asked:
        found = verify_inclusion(document, keys=keys, now=NOW)
        stranger = verify_inclusion(document, keys=lambda _method: None, now=NOW)

    assert not asked.captured_queries
    assert found.is_genuine
    assert steps(stranger)["key"] is None


def test_before_it_is_sealed_nobody_can_tell(issuer: int) -> None:
    batch_of(issuer, 3, sealed=False)

    found = verify("P000001", on=DAY)

    assert found.verdict == Verdict.CANNOT_TELL
    assert steps(found) == {"inclusion": None}


@pytest.mark.parametrize("name", ["urn:gongtu:batch:999999", "urn:gongtu:batch:x", "other"])
def test_of_a_batch_that_nobody_knows_nobody_can_tell(issuer: int, name: str) -> None:
    batch_of(issuer, 3)
    document = deepcopy(Credential.objects.get(number="P000001").document)
    document["proof"][0]["batch"] = name

    assert verify(document, on=DAY).verdict == Verdict.CANNOT_TELL


def test_one_paper_is_revoked_and_its_neighbours_are_not(issuer: int) -> None:
    batch_of(issuer, 3)
    document = handed_out("P000001")
    officer = Capacity(ENTERPRISE, None, None, issuer, None, "")

    services.revoke("P000001", "issued-in-error", "核发有误", by=officer, on=DAY)

    assert verify(document, on=DAY).verdict == Verdict.REVOKED
    assert verify("P000002", on=DAY).verdict == Verdict.VALID


@pytest.mark.parametrize("held", [None, False])
def test_what_nobody_knows_of_the_issuer_is_never_valid(issuer: int, held: bool | None) -> None:
    batch_of(issuer, 2)
    use_authority(lambda *_asked: Authority(held, "?"))

    found = verify("P000001", on=DAY)

    assert found.verdict == Verdict.CANNOT_TELL
    assert steps(found)["authority"] is held


def test_a_batch_that_another_signed_proves_nothing(issuer: int) -> None:
    batch_of(issuer, 2)
    document = handed_out("P000001")
    other = Organisation.objects.exclude(pk=issuer)[0].pk
    forged = signed_by(other, document["proof"][0]["batch"])
    document["proof"][0]["batch"] = forged

    found = verify(document, on=DAY)

    assert found.verdict == Verdict.CANNOT_TELL
    assert steps(found)["key"] is False


def signed_by(organisation: int, batch: dict[str, Any]) -> dict[str, Any]:
    bare = {name: value for name, value in batch.items() if name != "proof"}
    bare["issuer"] = did_of(organisation)
    return practice(organisation, on=DAY).prove(bare, created=services.stamp(DAY))


def test_a_new_key_does_not_spoil_what_the_old_one_sealed(issuer: int) -> None:
    batch_of(issuer, 2)
    later = DAY + timedelta(days=30)
    IssuerKey.objects.update(until=later)
    make_key(issuer, on=later, kind=KeyKind.ED25519)

    assert verify("P000001", on=later).verdict == Verdict.VALID


@pytest.mark.parametrize(
    ("effect", "verdict"),
    [(Effect.REVOKED, Verdict.REVOKED), (Effect.CANNOT_TELL, Verdict.CANNOT_TELL)],
)
def test_a_leaked_key_takes_what_it_sealed_with_it(
    issuer: int, effect: Effect, verdict: Verdict
) -> None:
    batch_of(issuer, 3)
    key = IssuerKey.objects.get(kind=KeyKind.ED25519)
    before = DAY - timedelta(days=1)
    assert count_touched(key.public, after=before, effect=effect) == 3

    decided, ended = declare_compromised(
        key.public, after=before, effect=effect, reason="失窃", by=Keeper(), on=DAY
    )

    assert (decided.effect, ended) == (effect, [])
    for document in (handed_out("P000001"), Credential.objects.get(number="P000001").document):
        found = verify(document, on=DAY)
        assert found.verdict == verdict
        assert "失窃" in found.steps[-1].says
    (entry,) = list_chain(f"issuer-key:{key.public}"[:80])
    assert entry.what["papers"] == 3


def test_what_a_key_sealed_by_the_day_outlives_its_loss(issuer: int) -> None:
    batch_of(issuer, 3)
    key = IssuerKey.objects.get(kind=KeyKind.ED25519)
    assert count_touched(key.public, after=DAY, effect=Effect.REVOKED) == 0

    declare_compromised(
        key.public, after=DAY, effect=Effect.REVOKED, reason="失窃", by=Keeper(), on=DAY
    )

    assert verify("P000001", on=DAY).verdict == Verdict.VALID


class Keeper:
    role, account, organisation = HRSS, None, None


def test_a_lot_is_entered_once(issuer: int) -> None:
    batch = batch_of(issuer, 5)

    assert not batches.add_lot(batch.pk, 0, [order(9)], on=DAY)
    assert not batches.add_lot(batch.pk, 5, [order(9)], on=DAY)
    assert batches.seal(batch.pk, by=CLOCK, on=DAY + timedelta(days=1)).sealed_on == DAY
    assert Credential.objects.count() == 5


def test_a_number_that_is_taken_leaves_nothing_of_its_lot(issuer: int) -> None:
    batch = batch_of(issuer, 0, sealed=False)

    with pytest.raises(services.NumberTaken):
        batches.add_lot(batch.pk, 0, [order(1), order(1)], on=DAY)
    assert not Credential.objects.exists()
    assert not BatchTile.objects.exists()
    assert CredentialBatch.objects.get().size == 0


def places(value: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*where, name))
    else:
        yield where


@pytest.fixture
def paper(issuer: int) -> dict[str, Any]:
    batch_of(issuer, 300)
    return handed_out("P000123")


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(drawn=st.data())
def test_whatever_is_altered_it_is_not_valid_and_a_step_says_so(
    paper: dict[str, Any], drawn: st.DataObject
) -> None:
    document = deepcopy(paper)
    *way, last = drawn.draw(st.sampled_from(sorted(places(document), key=str)))
    inner = document
    for name in way:
        inner = inner[name]
    before = inner[last]
    if isinstance(before, str):
        at = drawn.draw(st.integers(0, max(len(before) - 1, 0)))
        letter = drawn.draw(st.sampled_from("0af9AFzZ王 "))
        inner[last] = before[:at] + letter + before[at + 1 :]
    else:
        inner[last] = before + drawn.draw(st.integers(1, 400))
    if inner[last] == before:
        return

    found = verify(document, on=DAY)

    assert found.verdict != Verdict.VALID
    assert found.steps[-1].passed is not True


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(junk=JUNK, member=st.sampled_from(["batch", "index", "salt", "path", "else"]))
def test_no_proof_however_strange_breaks_the_check(
    paper: dict[str, Any], member: str, junk: Any
) -> None:
    document = deepcopy(paper)
    document["proof"][0][member] = junk

    assert verify(document, on=DAY).verdict == Verdict.CANNOT_TELL
