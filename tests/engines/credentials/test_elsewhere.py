"""Issuers elsewhere: fetched by a job from public addresses only, and never asked in a check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from gongtu.engines.credentials.choices import KeyKind, Verdict
from gongtu.engines.credentials.chores import fetch_issuers
from gongtu.engines.credentials.fetching import MOST_BYTES, fetch_documents
from gongtu.engines.credentials.jose import jwk_of
from gongtu.engines.credentials.models import IssuerDocument
from gongtu.engines.credentials.multikey import public_key
from gongtu.engines.credentials.presentations import verify_presentation
from gongtu.engines.credentials.suites import PROFILES
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.ops.commands.credentials import list_elsewhere
from gongtu.records.context import instant_of
from gongtu.records.jobs.models import Job
from tests.engines.credentials.documents import DAY, Signatory, envelope, jwt
from tests.engines.credentials.school import School, allow_this_machine, believed, served

pytestmark = pytest.mark.django_db
NOW = instant_of(DAY)


def keep(school: School, at: datetime = NOW, **change: Any) -> None:
    """Its document, as a round of fetching left it."""
    told = {"document": school.document(**change), "fetched_at": at, "tried_at": at}
    IssuerDocument.objects.update_or_create(did=school.did, defaults=told)


def checked(school: School, on: date = DAY, **change: Any) -> Verification:
    return verify(school.signs(school.credential(**change)), on=on)


def why(found: Verification) -> str:
    """Why nobody can tell whose the key is."""
    assert found.verdict == Verdict.CANNOT_TELL
    (step,) = [step for step in found.steps if step.key == "key"]
    assert step.passed is None
    assert [one.pointer for one in step.problems] == ["/proof/verificationMethod"]
    return step.says


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    with served(monkeypatch, tmp_path) as school, believed(school):
        yield school


def test_what_was_fetched_is_all_a_check_needs(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_this_machine(monkeypatch)

    outcome = fetch_issuers(Job(payload={"at": NOW.isoformat()}))
    found = checked(school)

    assert outcome["keys"] == {"fetched": 1, "failed": 0}
    assert school.asked == ["/.well-known/did.json"]
    assert found.verdict == Verdict.VALID
    told = {step.key: step.says for step in found.steps}
    assert "2026-09-01" in told["key"]
    assert "某文件" in told["authority"]


def test_an_address_of_this_machine_or_its_network_is_never_asked(school: School) -> None:
    assert fetch_documents(at=NOW) == {"fetched": 0, "failed": 1}

    kept = IssuerDocument.objects.get()
    assert (school.asked, kept.fetched_at) == ([], None)
    assert "blocked address 127.0.0.1" in kept.failure
    assert "还没有取到" in why(checked(school))


@pytest.mark.parametrize(
    ("status", "content", "says"),
    [
        (302, b"{}", "redirect"),
        (404, b"{}", "404"),
        (200, b"not json", "JSON"),
        (200, b'{"id": "did:web:other.example"}', "did:web:other.example"),
        (200, b'{"id": "x", "id": "y"}', "id"),
        (200, b'{"name": "\\u0000"}', "空字符"),
        (200, b"\xff", "UTF-8"),
        (200, b" " * (MOST_BYTES + 1), "exceeds"),
    ],
    ids=["elsewhere", "missing", "no JSON", "another", "twice", "null", "bytes", "large"],
)
def test_what_is_no_document_of_theirs_leaves_what_is_kept(
    school: School, monkeypatch: pytest.MonkeyPatch, status: int, content: bytes, says: str
) -> None:
    allow_this_machine(monkeypatch)
    keep(school)
    school.answer = (status, content)

    outcome = fetch_documents(at=NOW + timedelta(days=1))

    kept = IssuerDocument.objects.get()
    assert outcome == {"fetched": 0, "failed": 1}
    assert says in kept.failure
    assert (kept.fetched_at, kept.tried_at) == (NOW, NOW + timedelta(days=1))
    assert checked(school).verdict == Verdict.VALID


def test_a_server_under_a_certificate_of_nobody_is_not_believed(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_this_machine(monkeypatch)
    monkeypatch.delenv("SSL_CERT_FILE")

    assert fetch_documents(at=NOW) == {"fetched": 0, "failed": 1}
    assert "CERTIFICATE_VERIFY_FAILED" in IssuerDocument.objects.get().failure


def test_who_is_not_on_the_list_is_neither_asked_nor_believed() -> None:
    stranger, former, coming = School(), School(8443), School(9443)
    keep(stranger)
    keep(former)
    with believed(former, until=date(2026, 8, 31)):
        assert fetch_documents(at=NOW) == {"fetched": 0, "failed": 0}
        assert "名单上" in why(checked(stranger))
        assert "名单上" in why(checked(former))
        assert checked(former, date(2026, 8, 31)).verdict == Verdict.VALID
    keep(coming)
    with believed(coming, since=date(2026, 9, 2)):
        assert "名单上" in why(checked(coming))


def test_what_was_fetched_long_ago_tells_nothing_any_more() -> None:
    school = School()
    with believed(school):
        keep(school, NOW - timedelta(days=30))
        assert checked(school).verdict == Verdict.VALID
        keep(school, NOW - timedelta(days=31))
        assert "已经超过30天" in why(checked(school))


def test_as_long_as_nobody_decided_how_long_a_document_is_good_nobody_can_tell() -> None:
    school, before = School(), date(2026, 2, 1)
    keep(school, instant_of(before))
    with believed(school):
        assert "待核" in why(checked(school, before))


METHODS: list[tuple[dict[str, Any], Verdict]] = [
    ({"id": "#key-1"}, Verdict.VALID),
    ({"controller": ...}, Verdict.VALID),
    ({"validFrom": "2026-08-01", "validThrough": "2026-08-31"}, Verdict.VALID),
    ({"validFrom": "2026-09-01"}, Verdict.CANNOT_TELL),
    ({"expires": "2026-08-30T00:00:00Z"}, Verdict.CANNOT_TELL),
    ({"revoked": "2026-08-01T00:00:00Z"}, Verdict.CANNOT_TELL),
    ({"controller": "did:web:other.example"}, Verdict.CANNOT_TELL),
    ({"id": "did:web:other.example#key-1"}, Verdict.CANNOT_TELL),
    ({"id": 7}, Verdict.CANNOT_TELL),
    ({"publicKeyMultibase": "z6Mk"}, Verdict.CANNOT_TELL),
    ({"publicKeyMultibase": ...}, Verdict.CANNOT_TELL),
    ({"publicKeyMultibase": ..., "publicKeyJwk": {"crv": "Ed25519"}}, Verdict.CANNOT_TELL),
    ({"publicKeyMultibase": ..., "publicKeyJwk": {"crv": "P-256", "y": "é"}}, Verdict.CANNOT_TELL),
]


@pytest.mark.parametrize(("change", "verdict"), METHODS, ids=str)
def test_a_key_is_read_as_its_owner_publishes_it(change: dict[str, Any], verdict: Verdict) -> None:
    school = School()
    keep(school, verificationMethod=[school.published(**change)])
    with believed(school):
        assert checked(school).verdict == verdict


@pytest.mark.parametrize("kind", [KeyKind.ED25519, KeyKind.P256, KeyKind.P384])
def test_a_key_may_be_a_web_key_and_stand_where_it_is_used(kind: KeyKind) -> None:
    school = School(kind=kind)
    jwk = jwk_of(public_key(school.key.public))
    method = school.published(publicKeyMultibase=..., publicKeyJwk=jwk)
    keep(school, verificationMethod=..., assertionMethod=[method])
    profile = next(one for one in PROFILES.values() if one.kind == kind)

    with believed(school):
        signed = school.signs(school.credential(), profile)
        assert verify(signed, on=DAY).verdict == Verdict.VALID


@pytest.mark.parametrize("document", [{"verificationMethod": 7}, {"assertionMethod": {"id": []}}])
def test_a_document_of_any_shape_is_read_without_a_fall(document: dict[str, Any]) -> None:
    school = School()
    keep(school, **document)
    with believed(school):
        assert checked(school).verdict == Verdict.CANNOT_TELL


def test_a_key_that_may_not_assert_or_is_not_there_signs_nothing() -> None:
    school = School()
    keep(school, assertionMethod=..., authentication=[school.method])
    with believed(school):
        found = checked(school)
        assert "assertionMethod" in found.problems[0].says
        credential = Signatory().signs(Signatory().credential())
        shown = verify_presentation(school.shows(credential), on=DAY)
        assert shown.is_genuine
        keep(school, verificationMethod=[])
        assert "2026-09-01" in why(checked(school))


def test_an_envelope_is_checked_by_the_same_keys() -> None:
    school = School()
    keep(school)
    wrapped = envelope(jwt(school))

    with believed(school):
        found = verify(wrapped, on=DAY)
        assert found.verdict == Verdict.VALID
        assert "2026-09-01" in next(step.says for step in found.steps if step.key == "key")
    unknown = verify(wrapped, on=DAY)
    assert (unknown.verdict, unknown.problems[0].pointer) == (Verdict.CANNOT_TELL, "/header/kid")
    assert "名单上" in unknown.problems[0].says


def test_a_school_does_not_sign_for_another() -> None:
    school, other = School(), School(8443)
    keep(school)
    with believed(school, other):
        found = verify(school.signs(other.credential()), on=DAY)

    assert [one.pointer for one in found.problems] == ["/issuer"]


def test_who_is_believed_and_of_when_their_keys_are_is_told(
    school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list_elsewhere(fetch=True) == 1
    assert "blocked address" in capsys.readouterr().out
    allow_this_machine(monkeypatch)
    assert list_elsewhere(fetch=True) == 0
    told = capsys.readouterr().out
    assert school.did in told
    assert "公钥文件取于" in told
    assert "没有取到" not in told
    assert IssuerDocument.objects.get().document == school.document()
