"""Where secret keys lie: one interface, for a column of ciphers as for a device.

A key service of a cloud would be one more `KeyStore`, named in `Store` and told of here.
"""

from __future__ import annotations

from typing import Protocol

from django.conf import settings

from gongtu.base.errors import Broken
from gongtu.engines.credentials.choices import KeyKind, Store
from gongtu.engines.credentials.keystores.database import Database
from gongtu.engines.credentials.keystores.pkcs11 import device
from gongtu.engines.credentials.multikey import Signer


class KeyStore(Protocol):
    """Makes keys, and signs with those it made."""

    def make(self, kind: KeyKind) -> tuple[str, bytes]:
        """A new key's public half, and what of the secret one is kept in its row, enciphered.

        Raises:
            Broken: The store makes no keys of this kind, or cannot be reached.
        """
        ...

    def signer(self, public: str, cipher: bytes) -> Signer:
        """The key again; raises `Broken` where it is not to be had."""
        ...


def store_for(kind: KeyKind) -> Store:
    """Where new keys of a kind are to lie."""
    named = settings.GONGTU_KEY_STORE_SM2 if kind == KeyKind.SM2 else settings.GONGTU_KEY_STORE
    if named not in Store.values:
        raise Broken(f"No key store is called {named!r}; known: {', '.join(Store.values)}.")
    return Store(named)


def key_store(name: Store | str) -> KeyStore:
    """The store of that name."""
    return Database() if name == Store.DATABASE else device()
