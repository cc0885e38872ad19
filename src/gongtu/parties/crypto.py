"""Encipher single fields, and find them again without deciphering: an AEAD and a blind index.

The secret of the settings may name several secrets, newest first, parted by upright strokes: the
newest enciphers, all decipher, the oldest alone makes the index, so that rotation loses nobody.
What is stored names its cipher, AES or SM4; both are read, whichever the settings want written.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import AEADCipherContext, Cipher, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.hashes import SHA256, SM3, HashAlgorithm
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gongtu.base.errors import Broken

MARK_BYTES, NAME_BYTES, NONCE_BYTES, TAG_BYTES = 4, 4, 12, 16
SHORTEST_SECRET = 32


class Sealing(Protocol):
    """An authenticated cipher under one key."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes: ...
    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes: ...


@dataclass(frozen=True, slots=True)
class SM4GCM:
    """SM4 (GB/T 32907) in Galois counter mode, as RFC 8998 has it; in the shape of `AESGCM`."""

    key: bytes = field(repr=False)

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes:
        sealing = Cipher(SM4(self.key), modes.GCM(nonce)).encryptor()
        sealing.authenticate_additional_data(associated_data)
        return sealing.update(data) + sealing.finalize() + sealing.tag

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes:
        sealed, tag = data[:-TAG_BYTES], data[-TAG_BYTES:]
        if len(tag) < TAG_BYTES:
            raise InvalidTag
        opening: AEADCipherContext = Cipher(SM4(self.key), modes.GCM(nonce, tag)).decryptor()
        opening.authenticate_additional_data(associated_data)
        return opening.update(sealed) + opening.finalize()


@dataclass(frozen=True, slots=True)
class Algorithm:
    """A cipher by the name of the settings: the mark it stores, and how its key is derived."""

    name: str
    mark: bytes
    purpose: str
    key_bytes: int
    hashing: Callable[[], HashAlgorithm]
    sealing: Callable[[bytes], Sealing]


AES = Algorithm("aes-256-gcm", b"AESG", "encipher", 32, SHA256, AESGCM)
ALGORITHMS = {
    algorithm.name: algorithm
    for algorithm in (AES, Algorithm("sm4-gcm", b"SM4G", "encipher/sm4", 16, SM3, SM4GCM))
}
BY_MARK = {algorithm.mark: algorithm for algorithm in ALGORITHMS.values()}


@dataclass(frozen=True)
class Keyring:
    """All field keys of a platform, made from its secrets by HKDF, one purpose each."""

    secrets: tuple[str, ...] = field(repr=False)
    writes: Algorithm = AES

    @classmethod
    def parse(cls, text: str, cipher: str = AES.name) -> Keyring:
        """Secrets parted by upright strokes, the newest first; and the cipher to write.

        Raises:
            Broken: No secret, one that is too short to be one, or no such cipher.
        """
        secrets = tuple(text.split("|")) if text else ()
        if not secrets or any(len(secret) < SHORTEST_SECRET for secret in secrets):
            raise Broken(f"A field key needs at least {SHORTEST_SECRET} characters.")
        if cipher not in ALGORITHMS:
            raise Broken(f"No cipher is called {cipher!r}; known: {', '.join(ALGORITHMS)}.")
        return cls(secrets, ALGORITHMS[cipher])

    def encipher(self, plain: str, *, about: str) -> bytes:
        """Mark, key name, nonce and cipher; bound to `about`, so it fits no other row."""
        head = self._head
        nonce = os.urandom(NONCE_BYTES)
        sealing = self._sealing(self.writes, head[MARK_BYTES:])
        return head + nonce + sealing.encrypt(nonce, plain.encode(), head + about.encode())

    def decipher(self, sealed: bytes, *, about: str) -> str:
        """The plain text again; empty stays empty.

        Raises:
            Broken: The key is not among ours, or the bytes were changed or moved.
        """
        if not sealed:
            return ""
        algorithm, bound = BY_MARK.get(sealed[:MARK_BYTES]), sealed[: MARK_BYTES + NAME_BYTES]
        if algorithm is None:
            # Rows of before there was a choice: without a mark, and AES.
            algorithm, bound = AES, b""
            sealed = AES.mark + sealed
        name, rest = sealed[MARK_BYTES:][:NAME_BYTES], sealed[MARK_BYTES + NAME_BYTES :]
        nonce, content = rest[:NONCE_BYTES], rest[NONCE_BYTES:]
        try:
            plain = self._sealing(algorithm, name).decrypt(nonce, content, bound + about.encode())
        except (InvalidTag, ValueError):
            raise Broken(f"The cipher of {about} was changed.") from None
        return plain.decode()

    def is_current(self, sealed: bytes) -> bool:
        """Whether it is written as it would be today: by the newest key, by the wanted cipher."""
        return not sealed or sealed.startswith(self._head)

    def renew(self, sealed: bytes, *, about: str) -> bytes:
        """The same plain text, as it would be written today; raises as `decipher` does."""
        if self.is_current(sealed):
            return sealed
        return self.encipher(self.decipher(sealed, about=about), about=about)

    def index(self, kind: str, plain: str) -> str:
        """The same 64 hexadecimal signs for the same text, telling nothing without the key."""
        return hmac.digest(self._index_key, f"{kind}:{plain}".encode(), "sha256").hex()

    @cached_property
    def _head(self) -> bytes:
        return self.writes.mark + next(iter(self._names))

    def _sealing(self, algorithm: Algorithm, name: bytes) -> Sealing:
        if name not in self._names:
            raise Broken(
                f"No field key named {name.hex()} is configured: this was enciphered under another "
                "secret. Add that one to GONGTU_FIELD_KEY, after the newest and an upright stroke."
            )
        return self._sealings[algorithm.mark, name]

    @cached_property
    def _names(self) -> dict[bytes, str]:
        return {_derive(secret, "name", NAME_BYTES): secret for secret in self.secrets}

    @cached_property
    def _sealings(self) -> dict[tuple[bytes, bytes], Sealing]:
        return {
            (a.mark, name): a.sealing(_derive(secret, a.purpose, a.key_bytes, a.hashing))
            for name, secret in self._names.items()
            for a in ALGORITHMS.values()
        }

    @cached_property
    def _index_key(self) -> bytes:
        return _derive(self.secrets[-1], "index", AES.key_bytes)


def _derive(
    secret: str, purpose: str, length: int, hashing: Callable[[], HashAlgorithm] = SHA256
) -> bytes:
    about = f"gongtu/parties/{purpose}".encode()
    return HKDF(hashing(), length, salt=None, info=about).derive(secret.encode())


_provider: list[Callable[[], Keyring]] = []


def use_keyring(provider: Callable[[], Keyring]) -> None:
    """Say where the keys come from; asked once, when first needed."""
    _provider[:] = [provider]
    keyring.cache_clear()


@cache
def keyring() -> Keyring:
    """The keys in use.

    Raises:
        Broken: Nobody said where the secrets come from.
    """
    if not _provider:
        raise Broken("No field key was provided.")
    return _provider[0]()
