"""From issuing to checking: five verdicts, and nothing that is not known is claimed."""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from gongtu.base.errors import Refused
from gongtu.engines.credentials import verify as verifying
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.engines.credentials.building import Order
from gongtu.engines.credentials.choices import ReasonClass, Status, Verdict
from gongtu.engines.credentials.custody import rotate
from gongtu.engines.credentials.dids import did_document, did_of
from gongtu.engines.credentials.documents import certificate
from gongtu.engines.credentials.models import Credential, IssuerKey, StatusList
from gongtu.engines.credentials.multikey import secret_key
from gongtu.engines.credentials.qr import svg
from gongtu.engines.credentials.queries import find_credential, find_public, list_held
from gongtu.engines.credentials.services import (
    AlreadyEnded,
    NotIssued,
    NotIssuer,
    NumberTaken,
    issue,
    issue_many,
    publish_status_list,
    revoke,
    supersede,
)
from gongtu.engines.credentials.verify import Authority, Verification, use_authority, verify
from gongtu.parties.crypto import keyring
from gongtu.records.journal.queries import list_chain, text_of
from tests.engines.credentials.documents import handed

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
LATER = date(2026, 12, 1)
NUMBER = "Y000037000001263000001"
SUBJECT = {
    "name": "王建国",
    "idType": "居民身份证",
    "idNumber": "3702**********1234",
    "occupationName": "电工",
    "jobType": "",
    "gradeDisplay": "三级/高级工",
}


@dataclass(frozen=True)
class Clerk:
    role: str = "enterprise"
    account: int | None = 7
    organisation: int | None = None


@pytest.fixture(autouse=True)
def _unknown_authority() -> Iterator[None]:
    before = verifying._authorities[""]
    yield
    use_authority(before)


def issued(factory: int, number: str = NUMBER, **more: Any) -> Credential:
    return issue(
        "skill-certificate", number=number, title="职业技能等级证书", subject=SUBJECT,
        valid_from=DAY,
        issuer_organisation=factory, by=Clerk(organisation=factory), on=DAY, **more,
    )  # fmt: skip


def failed(found: Verification) -> list[str]:
    return [step.key for step in found.steps if step.passed is False]


def test_an_issued_credential_is_valid(factory: int) -> None:
    found = verify(issued(factory).document, on=LATER)

    assert found.verdict == Verdict.VALID
    assert [(step.key, step.passed) for step in found.steps] == [
        ("structure", True),
        ("contexts", True),
        ("key", True),
        ("signature", True),
        ("validity", True),
        ("authority", None),
        ("status", True),
    ]
    assert found.status_age == timedelta()


def test_a_number_is_checked_as_people_type_it(factory: int) -> None:
    issued(factory)

    assert verify(" y0000 37000001263000001", on=LATER).verdict == Verdict.VALID


def test_a_number_nobody_issued_cannot_be_told() -> None:
    found = verify("Y000037000001263999999", on=LATER)

    assert (found.verdict, found.steps[0].says) == (Verdict.CANNOT_TELL, "没有这个编号的证书")


def test_a_credential_past_its_end_is_expired(factory: int) -> None:
    credential = issued(factory, valid_until=date(2026, 11, 1))

    assert verify(credential.document, on=date(2026, 10, 31)).verdict == Verdict.VALID
    assert verify(credential.document, on=date(2026, 11, 1)).verdict == Verdict.EXPIRED


def test_a_credential_before_its_beginning_is_not_valid_yet(factory: int) -> None:
    assert verify(issued(factory).document, on=date(2026, 8, 31)).verdict == Verdict.CANNOT_TELL


def test_a_revoked_credential_says_so_and_its_bit_is_set(factory: int) -> None:
    credential = issued(factory)
    revoke(
        NUMBER, ReasonClass.OBTAINED_BY_FRAUD, "替考", by=Clerk(organisation=factory), on=LATER
    )  # fmt: skip

    found = verify(credential.document, on=LATER)

    assert (found.verdict, failed(found)) == (Verdict.REVOKED, ["status"])
    row = find_credential(NUMBER)
    assert row is not None
    assert (row.status, row.reason_class, row.reason) == ("revoked", "obtained-by-fraud", "替考")
    entries = list_chain(f"credential:{NUMBER}")
    assert [(entry.kind, text_of(entry)) for entry in entries] == [
        ("issued", ""),
        ("revoked", "替考"),
    ]


def test_a_superseded_credential_names_the_new_one(factory: int) -> None:
    issued(factory)
    issued(factory, number="Y000037000001263000002")
    supersede(NUMBER, "Y000037000001263000002", by=Clerk(organisation=factory), on=LATER)

    found = verify(NUMBER, on=LATER)

    assert (found.verdict, found.superseded_by) == (Verdict.SUPERSEDED, "Y000037000001263000002")


def test_an_issuer_without_authority_on_that_day_makes_no_valid_credential(factory: int) -> None:
    asked = []

    def never(organisation: int, document: dict[str, Any], on: date) -> Authority:
        asked.append((organisation, on))
        return Authority(False, "当日没有备案")

    use_authority(never)

    found = verify(issued(factory).document, on=LATER)

    assert (found.verdict, failed(found)) == (Verdict.CANNOT_TELL, ["authority"])
    assert asked == [(factory, DAY)]


def test_a_changed_credential_is_noticed(factory: int) -> None:
    document = copy.deepcopy(issued(factory).document)
    document["credentialSubject"]["gradeDisplay"] = "一级/高级技师"

    found = verify(document, on=LATER)

    assert (found.verdict, failed(found)) == (Verdict.CANNOT_TELL, ["signature"])


def test_a_key_of_somebody_else_is_noticed(factory: int) -> None:
    document = copy.deepcopy(issued(factory).document)
    document["issuer"]["id"] = did_of(factory + 1)

    assert failed(verify(document, on=LATER)) == ["key"]


def test_a_key_nobody_knows_leaves_the_question_open(factory: int) -> None:
    document = copy.deepcopy(issued(factory).document)
    document["proof"][0]["verificationMethod"] = "did:web:elsewhere.example#z6Mk"

    found = verify(document, on=LATER)

    assert (found.verdict, found.steps[-1].key, found.steps[-1].passed) == (
        Verdict.CANNOT_TELL,
        "key",
        None,
    )


def test_an_unknown_vocabulary_is_not_guessed(factory: int) -> None:
    document = {**issued(factory).document}
    document["@context"] = [*document["@context"], "https://example.org/more"]

    assert failed(verify(document, on=LATER)) == ["contexts"]


def test_what_an_old_key_signed_stays_valid_after_rotation(factory: int) -> None:
    old = issued(factory)
    rotate(factory, by=Clerk(organisation=factory), on=date(2026, 10, 1))
    new = issue(
        "skill-certificate", number="Y000037000001263000002", subject=SUBJECT, valid_from=LATER,
        issuer_organisation=factory, by=Clerk(organisation=factory), on=LATER,
    )  # fmt: skip

    assert verify(old.document, on=LATER).verdict == Verdict.VALID
    assert verify(new.document, on=LATER).verdict == Verdict.VALID
    assert len(did_document(factory, "甲公司")["assertionMethod"]) == 3  # and the one of SM2


def test_a_signing_key_does_not_lie_open_in_the_table(factory: int) -> None:
    issued(factory)

    for row in IssuerKey.objects.all():
        opened = keyring().decipher(bytes(row.cipher), about=f"issuer-key:{row.public}")
        assert secret_key(opened).public == row.public
        assert opened.encode() not in bytes(row.cipher)


def test_a_number_is_used_once(factory: int) -> None:
    issued(factory)

    with pytest.raises(NumberTaken, match=NUMBER):
        issued(factory)
    assert Credential.objects.count() == 1


def test_a_whole_session_is_issued_at_once_or_not_at_all(factory: int) -> None:
    def orders(first: int) -> list[Order]:
        return [
            Order(
                number=f"Y0000370000012630001{n:02}", title="证书", subject=SUBJECT, valid_from=DAY
            )
            for n in range(first, first + 5)
        ]

    by = Clerk(organisation=factory)
    issue_many("skill-certificate", orders(0), issuer_organisation=factory, by=by, on=DAY)

    with pytest.raises(NumberTaken):
        issue_many("skill-certificate", orders(4), issuer_organisation=factory, by=by, on=DAY)
    assert list(Credential.objects.values_list("status_index", flat=True)) == [0, 1, 2, 3, 4]


def test_a_full_status_list_is_followed_by_another(factory: int) -> None:
    StatusList.objects.create(organisation=factory, size=131_072, used=131_071)

    first, second = issued(factory), issued(factory, number="Y000037000001263000002")

    assert (first.status_index, second.status_index) == (131_071, 0)
    assert first.status_list != second.status_list


def test_only_the_issuer_or_its_supervisor_takes_back(factory: int) -> None:
    issued(factory)

    with pytest.raises(NotIssuer):
        revoke(NUMBER, "issued-in-error", "错", by=Clerk(organisation=factory + 1), on=LATER)
    revoke(NUMBER, "issued-in-error", "错", by=Clerk("hrss", organisation=99), on=LATER)

    assert verify(NUMBER, on=LATER).verdict == Verdict.REVOKED


def test_a_revocation_needs_a_reason(factory: int) -> None:
    issued(factory)

    with pytest.raises(Refused, match="理由"):
        revoke(NUMBER, "issued-in-error", " ", by=Clerk(organisation=factory), on=LATER)


def test_what_ended_does_not_end_again(factory: int) -> None:
    issued(factory)
    by = Clerk(organisation=factory)
    revoke(NUMBER, "issued-in-error", "错", by=by, on=LATER)

    with pytest.raises(AlreadyEnded, match="已撤销"):
        revoke(NUMBER, "issued-in-error", "错", by=by, on=LATER)


def test_nothing_supersedes_by_a_number_that_is_not_there(factory: int) -> None:
    issued(factory)

    with pytest.raises(NotIssued, match="NONE"):
        supersede(NUMBER, "NONE", by=Clerk(organisation=factory), on=LATER)


def test_another_platform_learns_the_status_from_the_signed_list(
    factory: int, settings: Any
) -> None:
    credential = issued(factory)
    revoke(NUMBER, "issued-in-error", "错", by=Clerk(organisation=factory), on=LATER)
    published = publish_status_list(credential.status_list_id, "revocation", on=LATER)
    refresh = publish_status_list(credential.status_list_id, "refresh", on=LATER)
    carried = {one["id"]: one for one in (published, refresh)}
    assert failed(verify(published, on=LATER)) == []
    methods = [proof["verificationMethod"] for proof in credential.document["proof"]]
    keys = {method: verifying.resolve(method) for method in methods}
    Credential.objects.all().delete()
    settings.GONGTU_BASE_URL = "https://elsewhere.example"

    found = verify(
        credential.document, on=LATER + timedelta(days=2), keys=keys.get, lists=handed(carried)
    )
    unknown = verify(credential.document, on=LATER, keys=keys.get)

    assert (found.verdict, found.status_age) == (Verdict.REVOKED, timedelta(days=2))
    assert (unknown.verdict, unknown.steps[-1].says) == (
        Verdict.CANNOT_TELL,
        "这里没有这份状态列表，核验时也不联网去取",
    )


def test_the_public_needs_number_and_name(factory: int) -> None:
    credential = issued(factory, holder_index="h1")

    assert find_public(NUMBER.lower(), " 王 建国 ") == credential
    assert find_public(NUMBER, "王建") is None
    assert find_public(NUMBER, "") is None
    assert list(list_held("h1")) == [credential]


def test_a_visitor_may_look_up_so_often_and_no_more() -> None:
    assert [may_look_up("10.0.0.1", limit=2) for _ in range(3)] == [True, True, False]
    assert may_look_up("10.0.0.2", limit=2)


@pytest.mark.parametrize(
    ("change", "member"),
    [
        ({"@context": "https://www.w3.org/ns/credentials/v2"}, "/@context"),
        ({"type": ["OpenBadgeCredential"]}, "/type"),
        ({"issuer": {}}, "/issuer/id"),
        ({"validFrom": "2026-09-01"}, "/validFrom"),
        ({"credentialSubject": []}, "/credentialSubject"),
        ({"credentialStatus": {"statusListIndex": -1}}, "/credentialStatus/type"),
        ({"proof": None}, "/proof"),
        ({"proof": {"type": "DataIntegrityProof"}}, "/proof/cryptosuite"),
    ],
)
def test_a_malformed_document_is_told_which_member(
    factory: int, change: dict[str, Any], member: str
) -> None:
    found = verify({**issued(factory).document, **change}, on=LATER)

    assert member in [problem.pointer for problem in found.problems]
    assert found.steps[0].says.count(member)


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)
MEMBERS = [
    "@context", "id", "type", "issuer", "validFrom", "validUntil", "credentialSubject",
    "credentialStatus", "proof", "name",
]  # fmt: skip
PROOF_MEMBERS = ["created", "verificationMethod", "proofValue", "@context", "cryptosuite"]


@given(
    member=st.sampled_from(MEMBERS), value=JSON, proof=st.sampled_from(PROOF_MEMBERS), inner=JSON
)
@settings(
    max_examples=150, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
def test_whatever_is_put_into_a_document_gets_a_verdict(
    factory: int, member: str, value: Any, proof: str, inner: Any
) -> None:
    row = Credential.objects.first() or issued(factory)
    document = copy.deepcopy(row.document)
    document["proof"][0][proof] = inner
    verify({**document}, on=LATER)
    document[member] = value

    assert verify(document, on=LATER).verdict in Verdict


def test_a_verdict_is_told_as_json(factory: int) -> None:
    told = json.loads(json.dumps(verify(issued(factory).document, on=LATER).as_json()))

    assert told["verdict"] == "valid"
    assert told["steps"][3] == {
        "key": "signature", "title": "签名", "passed": True, "says": "与内容相符"
    }  # fmt: skip


def test_the_certificate_carries_its_fields_and_the_credential(factory: int) -> None:
    credential = issued(factory)

    content = certificate(credential, address=f"https://gongtu.example/check?n={NUMBER}")

    reader = PdfReader(BytesIO(content))
    text = reader.pages[0].extract_text().replace(" ", "")
    assert len(reader.pages) == 1
    for said in ("王建国", "三级/高级工", "青岛某精密机械有限公司", NUMBER, "2026年9月1日"):
        assert said in text
    carried = json.loads(reader.attachments["credential.json"][0])
    assert verify(carried, on=LATER).verdict == Verdict.VALID


def test_the_qr_code_is_a_picture() -> None:
    assert svg("https://gongtu.example/check").startswith("<svg")


def test_an_ended_credential_has_its_day(factory: int) -> None:
    row = issued(factory)
    assert (row.status, row.ended_on) == (Status.ISSUED, None)


def test_what_is_issued_late_for_an_earlier_day_is_valid_too(factory: int) -> None:
    issued(factory)
    earlier = issue(
        "skill-certificate", number="Y000037000001263000002", subject=SUBJECT,
        valid_from=date(2026, 8, 1), issuer_organisation=factory,
        by=Clerk(organisation=factory), on=date(2026, 8, 1),
    )  # fmt: skip

    assert verify(earlier.document, on=LATER).verdict == Verdict.VALID
