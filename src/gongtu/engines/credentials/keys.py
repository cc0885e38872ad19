"""An organisation's signing keys: made when first needed, enciphered at rest, rotated."""

from datetime import date
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import transaction

from gongtu.engines.credentials.dids import did_of
from gongtu.engines.credentials.models import IssuerKey
from gongtu.engines.credentials.multikey import public_text, secret_key, secret_text
from gongtu.parties.crypto import keyring


def signing_key(organisation: int, *, on: date) -> tuple[Ed25519PrivateKey, str]:
    """The key that signs today, and the verification method that names it."""
    row = IssuerKey.objects.filter(organisation=organisation, until=None).first()
    row = row or _make(organisation, on)
    if on < row.since:
        # A session of an earlier day is issued late, or imported: the key signed for that day too.
        row.since = on
        row.save(update_fields=["since"])
    return _opened(bytes(row.cipher), row.public), f"{did_of(organisation)}#{row.public}"


@transaction.atomic
def rotate(organisation: int, *, on: date) -> IssuerKey:
    """Sign with a new key from now on; what the old one signed stays valid."""
    IssuerKey.objects.filter(organisation=organisation, until=None).update(until=on)
    return _make(organisation, on)


def _make(organisation: int, on: date) -> IssuerKey:
    key = Ed25519PrivateKey.generate()
    public = public_text(key.public_key())
    cipher = keyring().encipher(secret_text(key), about=f"issuer-key:{public}")
    return IssuerKey.objects.create(
        organisation=organisation, public=public, cipher=cipher, since=on
    )  # fmt: skip


@lru_cache(maxsize=256)
def _opened(cipher: bytes, public: str) -> Ed25519PrivateKey:
    return secret_key(keyring().decipher(cipher, about=f"issuer-key:{public}"))
