"""Credentials signed from outside: opened, checked by the same steps, refused by member."""

from __future__ import annotations

from typing import Any

import pytest

from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.jose import ALGORITHM_OF
from gongtu.engines.credentials.presentations import verify_presentation
from gongtu.engines.credentials.verify import Verification, verify
from tests.engines.credentials.documents import DAY, Signatory, envelope, jwt


def checked(token: str, **more: Any) -> Verification:
    return verify(envelope(token, **more), on=DAY)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(ALGORITHM_OF), ids=str)
def test_envelope_is_opened_and_its_credential_checked(kind: KeyKind) -> None:
    found = checked(jwt(Signatory(kind)))

    assert found.verdict == "valid"
    assert [step.key for step in found.steps][:4] == ["structure", "contexts", "key", "signature"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("header", "change", "pointer"),
    [
        ({"alg": "none"}, {}, "/header/alg"),
        ({"alg": "HS256"}, {}, "/header/alg"),
        ({"typ": "JWT"}, {}, "/header/typ"),
        ({"crit": ["exp"]}, {}, "/header/crit"),
        ({"kid": ...}, {}, "/header/kid"),
        ({"kid": Signatory().method}, {}, "/header/kid"),
        ({"kid": "did:web:elsewhere.example#k"}, {}, "/header/kid"),
        ({}, {"vc": {}}, "/payload/vc"),
        ({}, {"issuer": ...}, "/payload/issuer"),
        ({}, {"type": ["Other"]}, "/payload/type"),
        ({}, {"@context": ["https://example.com"]}, "/payload/@context"),
        ({}, {"unexplained": 1}, "/payload/unexplained"),
        ({}, {"iss": "did:key:zOther"}, "/payload/iss"),
        ({}, {"jti": "urn:x:1"}, "/payload/jti"),
        ({}, {"sub": "did:example:bob"}, "/payload/sub"),
        ({}, {"exp": "tomorrow"}, "/payload/exp"),
        ({}, {"exp": 1_000_000_000}, "/payload/exp"),
        ({}, {"nbf": 4_000_000_000}, "/payload/nbf"),
    ],
)
def test_what_does_not_do_is_refused_by_member(
    header: dict[str, Any], change: dict[str, Any], pointer: str
) -> None:
    found = checked(jwt(header=header, **change))

    assert found.verdict == "cannot-tell"
    assert found.problems[0].pointer == pointer


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "a.b", "a.b.c", "é.e30.AA", "e30.W10.AA", "e30..AA"])
def test_what_is_no_jwt_is_refused(token: str) -> None:
    found = checked(token)

    assert found.verdict == "cannot-tell"
    assert found.steps[0].key == "structure"


@pytest.mark.django_db
def test_tampered_envelope_is_not_valid() -> None:
    issuer = Signatory()
    header, _payload, signature = jwt(issuer).split(".")
    other = jwt(issuer, name="另一张").split(".")[1]

    found = checked(f"{header}.{other}.{signature}")

    assert (found.verdict, found.steps[-1].key) == ("cannot-tell", "signature")
    assert found.problems[0].pointer == "/id"


@pytest.mark.django_db
def test_no_changed_sign_of_an_envelope_verifies() -> None:
    token = jwt()
    assert checked(token).verdict == "valid"

    for at, sign in enumerate(token):
        is_last = token[at + 1 : at + 2] in ("", ".")
        for other in "ABCDEFGHgh45-_" if is_last else "A." if sign != "A" else "B":
            changed = token[:at] + other + token[at + 1 :]
            if changed != token:
                assert checked(changed).verdict == "cannot-tell", changed


@pytest.mark.django_db
def test_envelope_of_another_kind_is_refused_with_the_kind() -> None:
    found = checked(jwt(), kind="application/vc+cose")

    assert found.problems[0].pointer == "/id"
    assert "application/vc+jwt" in found.problems[0].says


@pytest.mark.django_db
def test_presentation_carries_an_envelope() -> None:
    holder = Signatory()

    found = verify_presentation(holder.shows(envelope(jwt())), on=DAY)

    assert found.credentials["/verifiableCredential/0"].verdict == "valid"
