"""An organisation's signing keys: made when first needed, enciphered at rest, rotated."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.dids import did_of
from gongtu.engines.credentials.models import IssuerKey
from gongtu.engines.credentials.multikey import SecretKey, Signer, secret_key
from gongtu.parties.crypto import keyring

KEY = "did:key:"


class NotIts(Refused):
    """A key that somebody else signs with."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A name that somebody issues under, the key that signs for it, and what names that key."""

    organisation: int
    did: str
    signer: Signer

    @property
    def method(self) -> str:
        return f"{self.did}#{self.signer.public}"


def identity(
    organisation: int, *, on: date, kind: KeyKind = KeyKind.ED25519, did: str = ""
) -> Identity:
    """An organisation as it signs today: by its address on the web, or as the key itself.

    Raises:
        NotIts: The key named is not the organisation's.
    """
    if did.startswith(KEY):
        row = IssuerKey.objects.filter(
            organisation=organisation, public=did.removeprefix(KEY)
        ).first()
        if row is None:
            raise NotIts(_("这把密钥不是该单位的：%(did)s") % {"did": did})
        return Identity(organisation, did, _opened(bytes(row.cipher), row.public))
    row = _current(organisation, on, kind)
    if on < row.since:
        # A session of an earlier day is issued late, or imported: the key signed for that day too.
        row.since = on
        row.save(update_fields=["since"])
    return Identity(organisation, did_of(organisation), _opened(bytes(row.cipher), row.public))


def key_did(organisation: int, *, on: date, kind: KeyKind) -> str:
    """The name under which the organisation's present key of a kind speaks for itself."""
    return KEY + _current(organisation, on, kind).public


@transaction.atomic
def rotate(organisation: int, *, on: date, kind: KeyKind = KeyKind.ED25519) -> IssuerKey:
    """Sign with a new key from now on; what the old one signed stays valid."""
    IssuerKey.objects.filter(organisation=organisation, kind=kind, until=None).update(until=on)
    return _make(organisation, on, kind)


def _current(organisation: int, on: date, kind: KeyKind) -> IssuerKey:
    row = IssuerKey.objects.filter(organisation=organisation, kind=kind, until=None).first()
    return row or _make(organisation, on, kind)


def _make(organisation: int, on: date, kind: KeyKind) -> IssuerKey:
    key = SecretKey.generate(kind)
    cipher = keyring().encipher(key.text, about=f"issuer-key:{key.public}")
    return IssuerKey.objects.create(
        organisation=organisation, kind=kind, public=key.public, cipher=cipher, since=on
    )  # fmt: skip


@lru_cache(maxsize=256)
def _opened(cipher: bytes, public: str) -> SecretKey:
    return secret_key(keyring().decipher(cipher, about=f"issuer-key:{public}"))
