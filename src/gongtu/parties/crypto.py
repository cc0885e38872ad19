"""Encipher single fields, and find them again without deciphering: AES-GCM and a blind index.

The secret of the settings may name several secrets, newest first, parted by upright strokes: the
newest enciphers, all decipher, the oldest alone makes the index, so that rotation loses nobody.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gongtu.base.errors import Broken

KEY_BYTES, NAME_BYTES, NONCE_BYTES = 32, 4, 12
SHORTEST_SECRET = 32


@dataclass(frozen=True)
class Keyring:
    """All field keys of a platform, made from its secrets by HKDF, one purpose each."""

    secrets: tuple[str, ...] = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> Keyring:
        """Secrets parted by upright strokes, the newest first.

        Raises:
            Broken: No secret, or one that is too short to be one.
        """
        secrets = tuple(text.split("|")) if text else ()
        if not secrets or any(len(secret) < SHORTEST_SECRET for secret in secrets):
            raise Broken(f"A field key needs at least {SHORTEST_SECRET} characters.")
        return cls(secrets)

    def encipher(self, plain: str, *, about: str) -> bytes:
        """Key name, nonce and cipher; bound to `about`, so it cannot be moved to another row."""
        name = next(iter(self._ciphers))
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[name].encrypt(nonce, plain.encode(), about.encode())
        return name + nonce + sealed

    def decipher(self, sealed: bytes, *, about: str) -> str:
        """The plain text again; empty stays empty.

        Raises:
            Broken: The key is not among ours, or the bytes were changed or moved.
        """
        if not sealed:
            return ""
        name, nonce = sealed[:NAME_BYTES], sealed[NAME_BYTES : NAME_BYTES + NONCE_BYTES]
        if name not in self._ciphers:
            raise Broken(f"No field key named {name.hex()} is configured.")
        try:
            plain = self._ciphers[name].decrypt(
                nonce, sealed[NAME_BYTES + NONCE_BYTES :], about.encode()
            )
        except InvalidTag:
            raise Broken(f"The cipher of {about} was changed.") from None
        return plain.decode()

    def index(self, kind: str, plain: str) -> str:
        """The same 64 hexadecimal signs for the same text, telling nothing without the key."""
        return hmac.digest(self._index_key, f"{kind}:{plain}".encode(), "sha256").hex()

    @cached_property
    def _ciphers(self) -> dict[bytes, AESGCM]:
        return {
            _derive(secret, "name", NAME_BYTES): AESGCM(_derive(secret, "encipher", KEY_BYTES))
            for secret in self.secrets
        }

    @cached_property
    def _index_key(self) -> bytes:
        return _derive(self.secrets[-1], "index", KEY_BYTES)


def _derive(secret: str, purpose: str, length: int) -> bytes:
    about = f"gongtu/parties/{purpose}".encode()
    return HKDF(SHA256(), length, salt=None, info=about).derive(secret.encode())


_provider: list[Callable[[], str]] = []


def use_secrets(provider: Callable[[], str]) -> None:
    """Say where the secrets come from; asked once, when first needed."""
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
    return Keyring.parse(_provider[0]())
