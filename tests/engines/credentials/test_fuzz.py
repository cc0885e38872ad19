"""Whatever byte is changed, whatever is sent: nothing verifies, nothing breaks, nobody is asked."""

import json
import socket
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongtu.engines.credentials.checking.reading import Unreadable, parse
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.presentations import verify_presentation
from gongtu.engines.credentials.suites import PROFILES
from gongtu.engines.credentials.verify import verify
from tests.engines.credentials.documents import DAY, Signatory

pytestmark = pytest.mark.django_db
many = settings(
    max_examples=150, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


def written(name: str) -> bytes:
    profile = PROFILES[name]
    issuer = Signatory(profile.kind)
    document = issuer.signs(
        issuer.credential(name="证书", validFrom="2026-08-01T00:00:00Z"), profile
    )
    return json.dumps(document, ensure_ascii=False).encode("utf8")


SIGNED = [written(name) for name in PROFILES]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_more: Any) -> None:
        raise AssertionError("somebody was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@given(document=st.sampled_from(SIGNED), place=st.floats(0, 1), byte=st.integers(0, 255))
@many
def test_no_changed_byte_verifies(document: bytes, place: float, byte: int) -> None:
    at = min(int(place * len(document)), len(document) - 1)
    changed = document[:at] + bytes([byte]) + document[at + 1 :]
    try:
        told = parse(changed)
    except Unreadable:
        return
    # Another way to write the same document is not another document.
    assert (verify(told, on=DAY).verdict == Verdict.VALID) == (told == json.loads(document))


@given(document=st.sampled_from(SIGNED), start=st.floats(0, 1), length=st.integers(1, 30))
@many
def test_no_missing_part_verifies(document: bytes, start: float, length: int) -> None:
    at = int(start * len(document))
    try:
        told = parse(document[:at] + document[at + length :])
    except Unreadable:
        return
    assert (verify(told, on=DAY).verdict == Verdict.VALID) == (told == json.loads(document))


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["did:key:z6Mk", "https://a.example/", "u", "z", "2026-01-01T00:00:00Z"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["id", "type", "@id", "@type", "@context", "@value", "@list", "@graph",
                         "@reverse", "@included", "@nest", "@base", "@vocab", "name", ""]),
        inner, max_size=4,
    ),
    max_leaves=10,
)  # fmt: skip
PLACES = [
    "@context", "id", "type", "issuer", "name", "validFrom", "credentialSubject", "evidence",
    "credentialStatus", "credentialSchema", "relatedResource", "termsOfUse", "proof", "@graph",
    "@included", "holder", "verifiableCredential",
]  # fmt: skip


@given(document=st.sampled_from(SIGNED), place=st.sampled_from(PLACES), value=JSON, more=JSON)
@many
def test_whatever_stands_anywhere_gets_an_answer(
    document: bytes, place: str, value: Any, more: Any
) -> None:
    credential = json.loads(document)
    contexts = [*credential["@context"], more] if isinstance(more, dict) else credential["@context"]
    changed = {**credential, "@context": contexts, place: value}

    assert verify(changed, on=DAY).verdict in Verdict
    verify_presentation({**changed, "type": ["VerifiablePresentation"]}, on=DAY)


@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(Unreadable):
        json.dumps(parse(content), ensure_ascii=False).encode("utf8")


def test_more_parts_than_any_document_has_are_refused() -> None:
    with pytest.raises(Unreadable, match="10000"):
        parse(b"[" + b"{}," * 10_001 + b"{}]")
