"""The families of signatures: what each makes of a key's bytes, and how it signs and checks.

Keys are whatever the family's library has; a signature is the plain bytes that Data Integrity
wants, r and s side by side where there are two numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from gongtu.engines.credentials import sm2

POINT = serialization.PublicFormat.CompressedPoint
X962 = serialization.Encoding.X962
DER, SPKI = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo


class Algorithm(Protocol):
    """One family; whatever reads bytes raises `ValueError` at those that are no such key."""

    def generate(self) -> Any: ...
    def secret(self, content: bytes) -> Any: ...
    def secret_bytes(self, key: Any) -> bytes: ...
    def public(self, content: bytes) -> Any: ...
    def public_bytes(self, key: Any) -> bytes:
        """Those of the public half of a secret key."""
        ...

    def sign(self, key: Any, data: bytes) -> bytes: ...
    def verifies(self, key: Any, signature: bytes, data: bytes) -> bool: ...


class EdDSA:
    """Ed25519 (RFC 8032), by libsodium, which checks twice as many signatures as OpenSSL."""

    def generate(self) -> Any:
        return SigningKey.generate()

    def secret(self, content: bytes) -> Any:
        return SigningKey(content)

    def secret_bytes(self, key: SigningKey) -> bytes:
        return bytes(key)

    def public(self, content: bytes) -> Any:
        return VerifyKey(content)

    def public_bytes(self, key: SigningKey) -> bytes:
        return bytes(key.verify_key)

    def sign(self, key: SigningKey, data: bytes) -> bytes:
        return key.sign(data).signature

    def verifies(self, key: VerifyKey, signature: bytes, data: bytes) -> bool:
        try:
            key.verify(data, signature)
        except BadSignatureError:
            return False
        return True


class Numbers(NamedTuple):
    """The two halves of a signature."""

    r: bytes
    s: bytes


@dataclass(frozen=True, slots=True)
class ECDSA:
    """One of NIST's curves, with the hash that goes with it and the bytes of a number on it.

    OpenSSL signs; AWS-LC checks, on P-384 in two fifths of OpenSSL's time.  It is loaded with the
    first key that checks, as it takes a while.
    """

    curve: Callable[[], ec.EllipticCurve]
    hashing: Callable[[], hashes.HashAlgorithm]
    size: int

    def generate(self) -> Any:
        return ec.generate_private_key(self.curve())

    def secret(self, content: bytes) -> Any:
        return ec.derive_private_key(int.from_bytes(content, "big"), self.curve())

    def secret_bytes(self, key: Any) -> bytes:
        content: bytes = key.private_numbers().private_value.to_bytes(self.size, "big")
        return content

    def public(self, content: bytes) -> Any:
        from awscrt.crypto import EC

        point = ec.EllipticCurvePublicKey.from_encoded_point(self.curve(), content)
        return EC.new_key_from_der_data(point.public_bytes(DER, SPKI))

    def coordinates(self, key: Any) -> list[bytes]:
        """Where the point of a key that checks lies: x and y."""
        return [number.rjust(self.size, b"\0") for number in key.get_public_coords()]

    def public_bytes(self, key: Any) -> bytes:
        content: bytes = key.public_key().public_bytes(X962, POINT)
        return content

    def sign(self, key: Any, data: bytes) -> bytes:
        # Deterministic (RFC 6979): no signature depends on the machine's luck with random numbers.
        how = ec.ECDSA(self.hashing(), deterministic_signing=True)
        r, s = decode_dss_signature(key.sign(data, how))
        return r.to_bytes(self.size, "big") + s.to_bytes(self.size, "big")

    def verifies(self, key: Any, signature: bytes, data: bytes) -> bool:
        written = key.encode_raw_signature(Numbers(signature[: self.size], signature[self.size :]))
        return bool(key.verify(hashlib.new(self.hashing().name, data).digest(), written))


class SM2:
    """SM2 with SM3, under the common identifier."""

    def generate(self) -> Any:
        return sm2.SecretKey.generate()

    def secret(self, content: bytes) -> Any:
        return sm2.SecretKey.from_bytes(content)

    def secret_bytes(self, key: sm2.SecretKey) -> bytes:
        return key.to_bytes()

    def public(self, content: bytes) -> Any:
        return sm2.PublicKey.from_bytes(content)

    def public_bytes(self, key: sm2.SecretKey) -> bytes:
        return key.public.to_bytes()

    def sign(self, key: sm2.SecretKey, data: bytes) -> bytes:
        return key.sign(data)

    def verifies(self, key: sm2.PublicKey, signature: bytes, data: bytes) -> bool:
        return key.verifies(signature, data)
