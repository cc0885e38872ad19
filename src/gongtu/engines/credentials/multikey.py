"""Keys as text: multibase (base58btc) over multicodec, as in W3C Controlled Identifiers.

One `PublicKey` and one `SecretKey` for all the kinds that credentials are signed with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Protocol, Self

import based58
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from gongtu.engines.credentials.algorithms import ECDSA, SM2, Algorithm, EdDSA
from gongtu.engines.credentials.choices import KeyKind

KEYS_AT_HAND = 4096
# Decoding works with the square of the length; keys and signatures are far shorter.
LONGEST = 4096


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
    algorithm: Algorithm


CODECS = (
    Codec(KeyKind.ED25519, b"\xed\x01", b"\x80\x26", 32, 32, EdDSA()),
    Codec(KeyKind.P256, b"\x80\x24", b"\x86\x26", 32, 33, ECDSA(ec.SECP256R1, hashes.SHA256, 32)),
    Codec(KeyKind.P384, b"\x81\x24", b"\x87\x26", 48, 49, ECDSA(ec.SECP384R1, hashes.SHA384, 48)),
    # Drafts of the multicodec table, 0x1206 and 0x1310; W3C names no multikey of SM2.
    Codec(KeyKind.SM2, b"\x86\x24", b"\x90\x26", 32, 33, SM2()),
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
        right_length = len(signature) == 2 * self.codec.size
        return right_length and self.codec.algorithm.verifies(self.key, signature, data)


@dataclass(frozen=True)
class SecretKey:
    """A key that signs, held in memory."""

    codec: Codec
    key: Any = field(repr=False)

    @classmethod
    def generate(cls, kind: KeyKind = KeyKind.ED25519) -> Self:
        codec = OF_KIND[kind]
        return cls(codec, codec.algorithm.generate())

    @property
    def kind(self) -> KeyKind:
        return self.codec.kind

    @cached_property
    def public(self) -> str:
        """As `z6Mk…`, `zDna…`, `z82L…`."""
        return public_text(self.kind, self.codec.algorithm.public_bytes(self.key))

    @property
    def text(self) -> str:
        """`z3u2…`; to be enciphered at once."""
        return encode(self.codec.secret + self.codec.algorithm.secret_bytes(self.key))

    def sign(self, data: bytes) -> bytes:
        return self.codec.algorithm.sign(self.key, data)


def public_text(kind: KeyKind, content: bytes) -> str:
    """The multikey of a public key's bytes."""
    return encode(OF_KIND[kind].public + content)


@lru_cache(maxsize=KEYS_AT_HAND)
def public_key(text: str) -> PublicKey:
    """Raises `ValueError` when the text is no public key of a kind that signs credentials."""
    content = decode(text)
    for codec in CODECS:
        if content[:2] == codec.public and len(content) == 2 + codec.public_size:
            return PublicKey(codec, codec.algorithm.public(content[2:]))
    raise ValueError("not a public key of a known kind")


def secret_key(text: str) -> SecretKey:
    """Raises `ValueError` when the text is no secret key of a kind that signs credentials."""
    content = decode(text)
    for codec in CODECS:
        if content[:2] == codec.secret and len(content) == 2 + codec.size:
            return SecretKey(codec, codec.algorithm.secret(content[2:]))
    raise ValueError("not a secret key of a known kind")


def encode(content: bytes) -> str:
    """Multibase base58btc.

    >>> encode(b"gongtu")
    'ztWT4fBgQ'
    """
    return "z" + based58.b58encode(content).decode("ascii")


def decode(text: str) -> bytes:
    """Raises `ValueError` when the text is not multibase base58btc."""
    if not text.startswith("z"):
        raise ValueError("not multibase base58btc")
    if text != text.strip():
        raise ValueError("blanks around multibase")
    if len(text) > LONGEST:
        raise ValueError("too long for multibase")
    try:
        return based58.b58decode(text[1:].encode("ascii"))
    except ValueError:
        raise ValueError("not base58btc") from None
