"""JSON Web Signatures over credentials (RFC 7515, VC-JOSE-COSE): read strictly, checked by a key.

Only asymmetric algorithms of the kinds of keys that credentials are signed with; a header cannot
name another, and nothing it points to is fetched.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from gongtu.engines.credentials.algorithms import ECDSA
from gongtu.engines.credentials.checking.problem import Problem, Problems, ProblemType
from gongtu.engines.credentials.checking.reading import Unreadable, parse
from gongtu.engines.credentials.checking.values import is_url
from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.dids import ASSERTION, Resolved
from gongtu.engines.credentials.genuine import (
    OWNERS,
    Findings,
    Keys,
    looked_up,
    note_known,
)
from gongtu.engines.credentials.multikey import PublicKey, public_key
from gongtu.records.context import CHINA

ALGORITHM_OF: Final = {KeyKind.ED25519: "EdDSA", KeyKind.P256: "ES256", KeyKind.P384: "ES384"}
KIND_OF: Final = {name: kind for kind, name in ALGORITHM_OF.items()} | {"Ed25519": KeyKind.ED25519}
CRYPTOGRAPHIC = ProblemType.CRYPTOGRAPHIC_SECURITY
UNVERIFIABLE = ProblemType.PROOF_VERIFICATION
BASE64URL = re.compile(r"[A-Za-z0-9_-]+")
PARTS = 3


@dataclass(frozen=True, slots=True)
class Jws:
    """A compact signature taken apart; nothing in it is believed yet."""

    header: Mapping[str, Any]
    payload: dict[str, Any]
    signed: bytes
    signature: bytes

    @property
    def method(self) -> str:
        """The key it names: `kid`, beside `iss` where it names no issuer itself."""
        kid = str(self.header.get("kid", ""))
        return kid if kid.startswith("did:") else f"{self.payload.get('iss', '')}#{kid}"


class NoSignature(Unreadable):
    """The text is no compact JWS; its problem points at the part that is wrong."""

    def __init__(self, pointer: str, says: str) -> None:
        super().__init__(says)
        self.problem = Problem(pointer, says, ProblemType.PARSING)


def read(text: str) -> Jws:
    """A compact JWS taken apart; raises `NoSignature`."""
    parts = text.split(".")
    if len(parts) != PARTS or not all(BASE64URL.fullmatch(part) for part in parts):
        raise NoSignature("", _("不是三段base64url，以点相隔"))
    header, payload, signature = parts
    signed = f"{header}.{payload}".encode("ascii")
    return Jws(_object(header, "/header"), _object(payload, "/payload"), signed, decode(signature))


def header_problems(jws: Jws, kinds: frozenset[str]) -> Problems:
    """What is wrong with a header: of these media types, and by an algorithm known here."""
    header = jws.header
    if header.get("alg") not in KIND_OF:
        says = _("不接受的签名算法，应为%(known)s之一") % {"known": "、".join(KIND_OF)}
        yield Problem("/header/alg", says, CRYPTOGRAPHIC)
    if header.get("typ") not in kinds:
        says = _("应为%(value)s") % {"value": " | ".join(sorted(kinds))}
        yield Problem("/header/typ", says)
    if "crit" in header:
        yield Problem("/header/crit", _("含有不认识的必要参数"), CRYPTOGRAPHIC)
    if not isinstance(header.get("kid"), str) or not is_url(jws.method):
        yield Problem("/header/kid", _("应为签名密钥的DID地址"), CRYPTOGRAPHIC)


def signing_key(
    jws: Jws, owner: str, keys: Keys, found: Findings, *, signed: datetime | None, now: datetime
) -> tuple[Resolved, PublicKey] | None:
    """The key named, if it is known, its owner's, of the right kind, and in use when it signed."""
    whose, says = looked_up(keys, jws.method, now)
    key = _read_key(whose)
    if whose is None or key is None:
        found.tell("key", None, says, [Problem("/header/kid", str(says), UNVERIFIABLE)])
        return None
    if unfit := _unfit(jws, whose, key, owner, signed):
        found.refuse("key", [Problem("/header/kid", unfit, UNVERIFIABLE)])
        return None
    note_known(found, [whose], OWNERS)
    return whose, key


def is_signed(jws: Jws, key: PublicKey) -> bool:
    """Whether the signature is this key's over header and payload."""
    return key.verifies(jws.signature, jws.signed)


def jwk_of(key: PublicKey) -> dict[str, str]:
    """The key as a JSON Web Key (RFC 7517, 8037)."""
    if not isinstance(key.codec.algorithm, ECDSA):
        return {"kty": "OKP", "crv": "Ed25519", "x": encode(bytes(key.key))}
    x, y = map(encode, key.codec.algorithm.coordinates(key.key))
    return {"kty": "EC", "crv": key.kind.value, "x": x, "y": y}


def encode(content: bytes) -> str:
    """base64url without padding.

    >>> encode(b"gongtu")
    'Z29uZ3R1'
    """
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def decode(part: str) -> bytes:
    """The bytes of base64url, written in its one form; raises `NoSignature`."""
    try:
        found = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise NoSignature("", _("不是三段base64url，以点相隔")) from None
    if encode(found) != part:
        raise NoSignature("", _("base64url末尾有多余的位"))
    return found


def _unfit(jws: Jws, whose: Resolved, key: PublicKey, owner: str, signed: datetime | None) -> str:
    if whose.controller != owner:
        return _("密钥不属于文件所写的发证单位或者持有人")
    if ASSERTION not in whose.purposes:
        return _("密钥没有授权用于%(purpose)s") % {"purpose": ASSERTION}
    if KIND_OF[jws.header["alg"]] != key.kind:
        return _("密钥的种类与密码套件不符")
    day: date | None = signed.astimezone(CHINA).date() if signed else None
    if whose.since and (day is None or day < whose.since or (whose.until and day > whose.until)):
        return _("签名日期不在密钥的使用期内")
    return ""


def _read_key(whose: Resolved | None) -> PublicKey | None:
    try:
        return None if whose is None else public_key(whose.public)
    except ValueError:
        return None


def _object(part: str, pointer: str) -> dict[str, Any]:
    try:
        value = parse(decode(part))
    except Unreadable as unreadable:
        raise NoSignature(pointer, unreadable.problem.says) from None
    if not isinstance(value, dict):
        raise NoSignature(pointer, _("应为对象"))
    return value
