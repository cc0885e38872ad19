"""What another issuer's status list says, and when it says nothing that can be believed."""

from typing import Any

import pytest

from gongtu.engines.credentials.building import build_status_list
from gongtu.engines.credentials.checking.problem import ProblemType
from gongtu.engines.credentials.choices import Purpose, Verdict
from gongtu.engines.credentials.statuslist import SIZE, encode, value_at
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.records.context import instant_of
from tests.engines.credentials.documents import DAY, Signatory, handed

pytestmark = pytest.mark.django_db
ISSUER, STRANGER = Signatory(), Signatory()
ADDRESS = "https://lists.example/7"


def entry(**change: Any) -> dict[str, Any]:
    return {
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "5",
        "statusListCredential": ADDRESS,
        **change,
    }


def status_list(*bits: int, by: Signatory = ISSUER, encoded: str = "", **change: Any) -> Any:
    said = build_status_list(
        by.did, list_id=7, purpose=Purpose.REVOCATION, at=instant_of(DAY),
        encoded=encoded or encode(bits),
    )  # fmt: skip
    subject = {**said["credentialSubject"], **change.pop("subject", {})}
    return by.signs({**said, "credentialSubject": subject, **change})


def checked(carried: Any, status: Any = None) -> Verification:
    document = ISSUER.signs(ISSUER.credential(credentialStatus=status or entry()))
    lists = {} if carried is None else {ADDRESS: carried}
    return verify(document, on=DAY, lists=handed(lists))


def why(found: Verification) -> tuple[Verdict, list[tuple[str, ProblemType]]]:
    return found.verdict, [(one.pointer, one.type) for one in found.problems]


def test_a_bit_says_revoked_and_its_neighbours_do_not() -> None:
    assert checked(status_list(5)).verdict == Verdict.REVOKED
    assert checked(status_list(4, 6)).verdict == Verdict.VALID


def test_each_purpose_has_its_verdict() -> None:
    for purpose, verdict in (
        ("suspension", Verdict.CANNOT_TELL),
        ("refresh", Verdict.SUPERSEDED),
        ("message", Verdict.VALID),
        ("gossip", Verdict.CANNOT_TELL),
    ):
        carried = status_list(5, subject={"statusPurpose": ["revocation", purpose]})
        assert checked(carried, entry(statusPurpose=purpose)).verdict == verdict
        assert checked(status_list(4, subject={"statusPurpose": purpose}),
                       entry(statusPurpose=purpose)).verdict == Verdict.VALID  # fmt: skip


def test_revoked_weighs_more_than_what_cannot_be_had() -> None:
    missing = entry(statusListCredential="https://lists.example/8")

    assert checked(status_list(5), [missing, entry()]).verdict == Verdict.REVOKED
    assert checked(status_list(4), [missing, entry()]).verdict == Verdict.CANNOT_TELL


RETRIEVAL, VERIFICATION = ProblemType.STATUS_RETRIEVAL, ProblemType.STATUS_VERIFICATION
LISTS: list[tuple[str, Any, ProblemType]] = [
    ("cannot be had", None, RETRIEVAL),
    ("changed", {**status_list(4), "validUntil": "2030-01-01T00:00:00Z"}, RETRIEVAL),
    ("signed by nobody", {k: v for k, v in status_list(4).items() if k != "proof"}, RETRIEVAL),
    ("no document", "x", RETRIEVAL),
    ("another's", status_list(4, by=STRANGER), VERIFICATION),
    ("no list", ISSUER.signs(ISSUER.credential()), VERIFICATION),
    ("another kind", status_list(4, subject={"type": "https://a.example/#List"}), RETRIEVAL),
    ("another purpose", status_list(4, subject={"statusPurpose": "suspension"}), VERIFICATION),
    ("out of date", status_list(4, validUntil="2026-09-01T04:00:00Z"), VERIFICATION),
    ("not yet", status_list(4, validFrom="2026-09-02T00:00:00Z"), VERIFICATION),
    ("too short", status_list(encoded=encode([4], 1024)), ProblemType.STATUS_LIST_LENGTH),
    ("broken", status_list(encoded="uAAAA"), ProblemType.RANGE),
]


@pytest.mark.parametrize(("carried", "kind"), [one[1:] for one in LISTS], ids=[i[0] for i in LISTS])
def test_a_list_that_cannot_be_believed_leaves_the_question_open(
    carried: Any, kind: ProblemType
) -> None:
    verdict, problems = why(checked(carried))

    assert verdict == Verdict.CANNOT_TELL
    assert [problem for _pointer, problem in problems] == [kind]
    assert all(pointer.startswith("/credentialStatus") for pointer, _kind in problems)


def test_a_place_beyond_the_list_leaves_the_question_open() -> None:
    found = checked(status_list(4), entry(statusListIndex=str(SIZE)))

    assert why(found) == (
        Verdict.CANNOT_TELL,
        [("/credentialStatus/statusListIndex", ProblemType.RANGE)],
    )


def test_a_kind_of_status_nobody_knows_leaves_the_question_open() -> None:
    found = checked(None, {"type": "https://a.example/#Ledger"})

    assert why(found) == (Verdict.CANNOT_TELL, [("/credentialStatus/type", RETRIEVAL)])


def test_places_may_have_several_bits() -> None:
    encoded = encode([10, 12, 13], 2 * SIZE)

    assert [value_at(encoded, place, 2) for place in (4, 5, 6, 7)] == [0, 2, 3, 0]
    eight = encode([8 * 3 + 7], 8 * SIZE)
    assert [value_at(eight, place, 8) for place in (2, 3, 4)] == [0, 1, 0]
    three = encode([9, 11], 3 * SIZE)
    assert [value_at(three, place, 3) for place in (2, 3, 4)] == [0, 5, 0]


def test_the_lists_beside_the_one_that_is_named_are_asked_too() -> None:
    here = "https://sister.example/credentials/status/3"
    status = entry(
        statusListCredential=f"{here}/revocation",
        statusReference=[f"{here}/suspension", "https://sister.example/help"],
    )
    document = ISSUER.signs(ISSUER.credential(credentialStatus=status))
    lists = {f"{here}/revocation": status_list(4)}

    assert verify(document, on=DAY, lists=handed(lists)).verdict == Verdict.CANNOT_TELL
    lists[f"{here}/suspension"] = status_list(4, subject={"statusPurpose": "suspension"})
    assert verify(document, on=DAY, lists=handed(lists)).verdict == Verdict.VALID


def test_what_was_revoked_stays_so_however_old_the_list_is() -> None:
    old = {"validUntil": "2026-09-01T04:00:00Z"}

    assert checked(status_list(5, **old)).verdict == Verdict.REVOKED
    assert checked(status_list(4, **old)).verdict == Verdict.CANNOT_TELL
