"""Keys as text: multibase (base58btc) over multicodec, as in W3C Controlled Identifiers.

One `PublicKey` and one `SecretKey` for the three kinds that credentials are signed with; a
signature is the plain bytes that Data Integrity wants (r and s side by side for ECDSA).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol, Self

import base58
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from gongtu.engines.credentials.choices import KeyKind

POINT = serialization.PublicFormat.CompressedPoint
X962 = serialization.Encoding.X962


class Signer(Protocol):
    """What signs: a key in memory, or one that never leaves its device."""

    @property
    def kind(self) -> KeyKind: ...
    @property
    def public(self) -> str: ...
    def sign(self, data: bytes) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Codec:
    """How one kind is written: its multicodec prefixes, and the size of each value in bytes."""

    kind: KeyKind
    public: bytes
    secret: bytes
    size: int
    public_size: int
    curve: Callable[[], ec.EllipticCurve] | None = None
    hashing: Callable[[], hashes.HashAlgorithm] = hashes.SHA256


CODECS = (
    Codec(KeyKind.ED25519, b"\xed\x01", b"\x80\x26", 32, 32),
    Codec(KeyKind.P256, b"\x80\x24", b"\x86\x26", 32, 33, ec.SECP256R1),
    Codec(KeyKind.P384, b"\x81\x24", b"\x87\x26", 48, 49, ec.SECP384R1, hashes.SHA384),
)
OF_KIND = {codec.kind: codec for codec in CODECS}


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that checks."""

    codec: Codec
    key: Any

    @property
    def kind(self) -> KeyKind:
        return self.codec.kind

    def verifies(self, signature: bytes, data: bytes) -> bool:
        """Whether the signature, of just the right length, is this key's over the data."""
        if len(signature) != 2 * self.codec.size:
            return False
        try:
            if self.codec.curve is None:
                self.key.verify(signature, data)
            else:
                self.key.verify(_as_der(signature), data, ec.ECDSA(self.codec.hashing()))
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class SecretKey:
    """A key that signs, held in memory."""

    codec: Codec
    key: Any

    @classmethod
    def generate(cls, kind: KeyKind = KeyKind.ED25519) -> Self:
        codec = OF_KIND[kind]
        if codec.curve is None:
            return cls(codec, ed25519.Ed25519PrivateKey.generate())
        return cls(codec, ec.generate_private_key(codec.curve()))

    @property
    def kind(self) -> KeyKind:
        return self.codec.kind

    @property
    def public(self) -> str:
        """As `z6Mk…`, `zDna…`, `z82L…`."""
        key = self.key.public_key()
        if self.codec.curve is None:
            return encode(self.codec.public + key.public_bytes_raw())
        return encode(self.codec.public + key.public_bytes(X962, POINT))

    @property
    def text(self) -> str:
        """`z3u2…`; to be enciphered at once."""
        if self.codec.curve is None:
            return encode(self.codec.secret + self.key.private_bytes_raw())
        number = self.key.private_numbers().private_value
        return encode(self.codec.secret + number.to_bytes(self.codec.size, "big"))

    def sign(self, data: bytes) -> bytes:
        if self.codec.curve is None:
            signature: bytes = self.key.sign(data)
            return signature
        # Deterministic (RFC 6979): no signature depends on the machine's luck with random numbers.
        how = ec.ECDSA(self.codec.hashing(), deterministic_signing=True)
        r, s = decode_dss_signature(self.key.sign(data, how))
        return r.to_bytes(self.codec.size, "big") + s.to_bytes(self.codec.size, "big")


@lru_cache(maxsize=4096)
def public_key(text: str) -> PublicKey:
    """Raises `ValueError` when the text is no public key of a kind that signs credentials."""
    content = decode(text)
    for codec in CODECS:
        if content[:2] == codec.public and len(content) == 2 + codec.public_size:
            return PublicKey(codec, _point(codec, content[2:]))
    raise ValueError("not a public key of a known kind")


def secret_key(text: str) -> SecretKey:
    """Raises `ValueError` when the text is no secret key of a kind that signs credentials."""
    content = decode(text)
    for codec in CODECS:
        if content[:2] == codec.secret and len(content) == 2 + codec.size:
            return SecretKey(codec, _secret(codec, content[2:]))
    raise ValueError("not a secret key of a known kind")


def encode(content: bytes) -> str:
    """Multibase base58btc.

    >>> encode(b"gongtu")
    'ztWT4fBgQ'
    """
    return "z" + base58.b58encode(content).decode("ascii")


def decode(text: str) -> bytes:
    """Raises `ValueError` when the text is not multibase base58btc."""
    if not text.startswith("z"):
        raise ValueError("not multibase base58btc")
    if text != text.strip():
        raise ValueError("blanks around multibase")
    return base58.b58decode(text[1:])


def _point(codec: Codec, content: bytes) -> Any:
    if codec.curve is None:
        return ed25519.Ed25519PublicKey.from_public_bytes(content)
    return ec.EllipticCurvePublicKey.from_encoded_point(codec.curve(), content)


def _secret(codec: Codec, content: bytes) -> Any:
    if codec.curve is None:
        return ed25519.Ed25519PrivateKey.from_private_bytes(content)
    return ec.derive_private_key(int.from_bytes(content, "big"), codec.curve())


def _as_der(signature: bytes) -> bytes:
    half = len(signature) // 2
    return encode_dss_signature(
        int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")
    )
