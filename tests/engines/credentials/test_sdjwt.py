"""Presentations that disclose chosen claims, checked by the same steps as certificates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.engines.credentials import services
from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.jose import decode, encode
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.sdjwt import Audience, present, verify_disclosed
from gongtu.engines.credentials.verify import Authority, use_authority
from tests.engines.credentials.conftest import DAY
from tests.engines.credentials.documents import Clerk, Signatory

SUBJECT = {
    "name": "王师傅", "idNumber": "3702**********451X", "occupationName": "装配钳工",
    "occupationCode": "6-20-01-01", "gradeDisplay": "三级/高级工", "grade": "senior",
}  # fmt: skip
YI = Audience("乙公司", "31415926")


@pytest.fixture(autouse=True)
def _filed() -> Iterator[None]:
    before = use_authority(lambda *_asked: Authority(True, "有备案"))
    yield
    use_authority(before)


@pytest.fixture
def credential(factory: int) -> Credential:
    return services.issue(
        "skill-certificate", number="Y000037020001263000001", subject=SUBJECT,
        issuer_organisation=factory, valid_from=DAY, by=Clerk(factory), on=DAY,
    )  # fmt: skip


def claims(shown: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(decode(shown.split(".")[1]))
    return told


def pointers(shown: str, **more: Any) -> list[str]:
    return [one.pointer for one in verify_disclosed(shown, on=DAY, **more).problems]


@pytest.mark.django_db
def test_just_the_chosen_claims_are_disclosed(credential: Credential) -> None:
    shown = present(credential, {"name"}, to=None, on=DAY)
    found = verify_disclosed(shown, on=DAY)

    assert found.verdict == "valid"
    assert found.claims["name"] == "王师傅"
    assert found.claims["grade"] == "senior"
    assert "idNumber" not in found.claims
    plain = str(claims(shown)) + "".join(str(decode(part)) for part in shown.split("~")[1:-1])
    assert credential.number not in plain
    assert "451X" not in plain


@pytest.mark.django_db
def test_presentation_is_bound_to_whom_it_is_for(credential: Credential) -> None:
    shown = present(credential, {"name"}, to=YI, on=DAY)

    found = verify_disclosed(shown, on=DAY, to=YI)
    assert (found.verdict, found.bound) == ("valid", True)
    for other in (Audience("丙公司", YI.nonce), Audience(YI.name, "27182818")):
        refused = verify_disclosed(shown, on=DAY, to=other)
        assert (refused.verdict, refused.claims) == ("cannot-tell", {})
        assert pointers(shown, to=other) == ["/keyBinding"]


@pytest.mark.django_db
def test_presentation_for_nobody_is_not_taken_for_one_for_us(credential: Credential) -> None:
    unbound = present(credential, {"name"}, to=None, on=DAY)
    stripped = present(credential, {"name"}, to=YI, on=DAY).rpartition("~")[0] + "~"

    for shown in (unbound, stripped):
        assert pointers(shown, to=YI) == ["/keyBinding"]
    told = {step.key: step.passed for step in verify_disclosed(unbound, on=DAY).steps}
    assert told["binding"] is None


@pytest.mark.django_db
def test_every_verdict_is_told_of_a_presentation_too(credential: Credential) -> None:
    by = Clerk(credential.issuer_organisation)
    shown = present(credential, set(), to=None, on=DAY)

    def verdict(days: int = 0) -> str:
        return verify_disclosed(shown, on=DAY + timedelta(days=days)).verdict.value

    assert verdict() == "valid"
    services.suspend(credential.number, "待核", by=by, on=DAY)
    assert verdict() == "cannot-tell"
    services.resume(credential.number, by=by, on=DAY)
    services.revoke(credential.number, "issued-in-error", "重复", by=by, on=DAY)
    assert verdict() == "revoked"


@pytest.mark.django_db
def test_superseded_and_expired_are_told_too(factory: int) -> None:
    by = Clerk(factory)
    old, new = (
        services.issue(
            "skill-certificate", number=number, subject=SUBJECT, issuer_organisation=factory,
            valid_from=DAY, valid_until=DAY + timedelta(days=10), by=by, on=DAY,
        )
        for number in ("Y000037020001263000001", "Y000037020001263000002")
    )  # fmt: skip
    services.supersede(old.number, new.number, by=by, on=DAY)

    superseded = verify_disclosed(present(old, set(), to=None, on=DAY), on=DAY)
    late = DAY + timedelta(days=11)
    expired = verify_disclosed(present(new, set(), to=None, on=DAY), on=late)

    assert (superseded.verdict, expired.verdict) == ("superseded", "expired")


@pytest.mark.django_db
def test_two_presentations_have_no_signature_in_common(credential: Credential) -> None:
    one, other = (present(credential, {"name"}, to=None, on=DAY) for _time in range(2))

    assert not set(one.split("~")) & set(other.split("~")) - {""}


def header(shown: str, **change: Any) -> str:
    signed, tilde, rest = shown.partition("~")
    first, payload, signature = signed.split(".")
    told = {**json.loads(decode(first)), **change}
    told = {name: value for name, value in told.items() if value is not None}
    return f"{encode(json.dumps(told).encode())}.{payload}.{signature}{tilde}{rest}"


def payload(shown: str, **change: Any) -> str:
    signed, tilde, rest = shown.partition("~")
    first, _payload, signature = signed.split(".")
    told = {**claims(shown), **change}
    told = {name: value for name, value in told.items() if value is not None}
    return f"{first}.{encode(json.dumps(told).encode())}.{signature}{tilde}{rest}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"alg": "none"}, "/header/alg"),
        ({"alg": "HS256"}, "/header/alg"),
        ({"typ": "jwt"}, "/header/typ"),
        ({"typ": None}, "/header/typ"),
        ({"kid": None}, "/header/kid"),
        ({"kid": "did:web:elsewhere.example#key"}, "/header/kid"),
        ({"crit": ["b64"]}, "/header/crit"),
        ({"alg": "ES256"}, "/header/kid"),
        ({"extra": "signed by nobody"}, "/signature"),
    ],
)
def test_header_that_does_not_do_is_refused_by_member(
    credential: Credential, change: dict[str, Any], pointer: str
) -> None:
    shown = present(credential, {"name"}, to=None, on=DAY)

    assert pointers(header(shown, **change))[0] == pointer


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"iss": None}, "/payload/iss"),
        ({"iss": "nobody"}, "/payload/iss"),
        ({"iss": "did:web:elsewhere.example"}, "/header/kid"),
        ({"vct": None}, "/payload/vct"),
        ({"signedAt": "today"}, "/payload/signedAt"),
        ({"signedAt": "2020-01-01T00:00:00Z"}, "/header/kid"),
        ({"validFrom": "2026-09-01"}, "/payload/validFrom"),
        ({"credentialStatus": None}, "/payload/credentialStatus"),
        ({"credentialStatus": {}}, "/payload/credentialStatus/type"),
        ({"grade": 3}, "/payload/grade"),
        ({"grade": "chief-technician"}, "/signature"),
    ],
)
def test_claim_that_does_not_do_is_refused_by_member(
    credential: Credential, change: dict[str, Any], pointer: str
) -> None:
    shown = present(credential, {"name"}, to=None, on=DAY)

    assert pointers(payload(shown, **change))[0] == pointer


@pytest.mark.django_db
def test_disclosure_that_was_not_signed_is_refused(credential: Credential) -> None:
    shown = present(credential, {"name"}, to=None, on=DAY)
    forged = encode(json.dumps(["salt", "name", "李师傅"]).encode())

    for wrong in (shown + forged + "~", shown.replace("~", f"~{forged}~", 1), shown + "~x~"):
        assert verify_disclosed(wrong, on=DAY).verdict == "cannot-tell"
        assert pointers(wrong)[0].startswith(("/disclosures", "/keyBinding"))


@pytest.mark.django_db
def test_status_place_of_another_issuer_is_not_believed(credential: Credential) -> None:
    # Signed by a key known by itself, over the place of a certificate that is not its own.
    stranger = Signatory(KeyKind.ED25519)
    told = {**claims(present(credential, set(), to=None, on=DAY)), "iss": stranger.did}
    first = encode(
        json.dumps({"alg": "EdDSA", "typ": "dc+sd-jwt", "kid": stranger.method}).encode()
    )
    second = encode(json.dumps(told).encode())
    signature = encode(stranger.key.sign(f"{first}.{second}".encode()))

    found = verify_disclosed(f"{first}.{second}.{signature}~", on=DAY)

    assert found.verdict == "cannot-tell"
    assert found.steps[-1].key == "status"


def resigned(credential: Credential, told: dict[str, Any]) -> str:
    """The same issuer signs other claims."""
    signing = identity(credential.issuer_organisation, on=DAY)
    first = {"alg": "EdDSA", "typ": "dc+sd-jwt", "kid": signing.method}
    signed = ".".join(encode(json.dumps(part).encode()) for part in (first, told))
    return f"{signed}.{encode(signing.signer.sign(signed.encode()))}~"


@pytest.mark.django_db
def test_of_a_kind_that_nobody_here_knows_the_steps_are_still_told(credential: Credential) -> None:
    told = {**claims(present(credential, set(), to=None, on=DAY)), "vct": "urn:elsewhere:badge"}

    found = verify_disclosed(resigned(credential, told), on=DAY)

    assert (found.kind, found.verdict) == (None, "valid")


def by_stranger(disclosure: bytes, stranger: Signatory | None = None, **change: Any) -> str:
    """Signed by who knows what it discloses: a key known by itself, or another of its own."""
    stranger, hidden = stranger or Signatory(KeyKind.ED25519), encode(disclosure)
    told = {
        "iss": stranger.did, "vct": "urn:elsewhere:badge", "signedAt": "2026-09-01T00:00:00Z",
        "validFrom": "2026-08-01T00:00:00Z", "credentialStatus": {"type": "Elsewhere"},
        "_sd": [encode(sha256(hidden.encode()).digest())], "_sd_alg": "sha-256", **change,
    }  # fmt: skip
    header = {"alg": "EdDSA", "typ": "dc+sd-jwt", "kid": stranger.method}
    signed = ".".join(encode(json.dumps(part).encode()) for part in (header, told))
    return f"{signed}.{encode(stranger.key.sign(signed.encode()))}~{hidden}~"


@pytest.mark.django_db
def test_what_is_disclosed_is_read_as_strictly_as_all_else() -> None:
    sound = verify_disclosed(by_stranger('["salt", "name", "王师傅"]'.encode()), on=DAY)
    assert sound.claims["name"] == "王师傅"

    for disclosed, says in (
        (b'["salt", "name", {"a": 1, "a": 2}]', "出现了两次"),
        (b'["salt", "name", 1e400]', "数字过大"),
        (b'["salt", "name", ' + b"9" * 5_000 + b"]", "数字过大"),
        (b'["salt", "name", NaN]', "NaN"),
        (b'["salt", "name", "\\ud800"]', "不成对的代理字符"),
        (b'["salt", "name", ' + b"[" * 50 + b"]" * 50 + b"]", "嵌套超过40层"),
        (b'["salt", "name", ' + b"[" * 50_000, "嵌套超过40层"),
        ('["salt", "name", "王"]'.encode("gb18030"), "不是UTF-8编码"),
    ):
        found = verify_disclosed(by_stranger(disclosed), on=DAY)

        assert (found.verdict, found.claims) == ("cannot-tell", {})
        assert [step.key for step in found.steps] == ["structure"]
        (problem,) = found.problems
        assert problem.pointer.startswith("/disclosures/0")
        assert says in problem.says


@pytest.mark.django_db
@pytest.mark.parametrize("member", ["validUntil", "issuerName"])
def test_what_was_hidden_is_looked_at_once_it_is_disclosed(member: str) -> None:
    shown = by_stranger(json.dumps(["salt", member, 5]).encode())

    assert pointers(shown) == [f"/disclosures/{member}"]
    assert verify_disclosed(shown, on=DAY).claims == {}


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='eyJ.~-_AZaz09 中{}"', max_size=80))
def test_whatever_is_pasted_never_breaks(pasted: str) -> None:
    assert verify_disclosed(pasted, on=DAY, keys=lambda _method: None).verdict == "cannot-tell"


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def altered(shown: str) -> Iterator[str]:
    """Each sign changed by one of its neighbours, and the last of each part by every other."""
    for at, sign in enumerate(shown):
        following = shown[at + 1 : at + 2]
        is_last = following in ("", ".", "~")
        others = LETTERS if is_last else LETTERS[LETTERS.find(sign) - 1]
        yield from (shown[:at] + other + shown[at + 1 :] for other in others if other != sign)


@pytest.mark.django_db
@pytest.mark.parametrize("to", [None, YI], ids=["anybody", "somebody"])
def test_no_changed_sign_of_a_presentation_verifies(
    credential: Credential, to: Audience | None
) -> None:
    shown = present(credential, {"name"}, to=to, on=DAY)
    assert verify_disclosed(shown, on=DAY, to=to).verdict == "valid"

    for changed in altered(shown):
        found = verify_disclosed(changed, on=DAY, to=to)

        assert found.verdict == "cannot-tell", changed
        assert any(step.problems for step in found.steps), changed
