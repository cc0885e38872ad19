"""Secret keys enciphered in their rows by the platform's key: for the demo, and small offices."""

from functools import lru_cache

from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.multikey import SecretKey, secret_key
from gongtu.parties.crypto import keyring

KEYS_AT_HAND = 256


class Database:
    """The secret is in this process while it signs."""

    def make(self, kind: KeyKind) -> tuple[str, bytes]:
        key = SecretKey.generate(kind)
        return key.public, keyring().encipher(key.text, about=about(key.public))

    def signer(self, public: str, cipher: bytes) -> SecretKey:
        return _opened(cipher, public)


def about(public: str) -> str:
    """What the cipher of a secret key is bound to: the row of its public half."""
    return f"issuer-key:{public}"


@lru_cache(maxsize=KEYS_AT_HAND)
def _opened(cipher: bytes, public: str) -> SecretKey:
    return secret_key(keyring().decipher(cipher, about=about(public)))
