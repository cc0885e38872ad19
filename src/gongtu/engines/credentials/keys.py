"""An organisation's signing keys: made when first needed, and which of them signs on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.dids import did_of
from gongtu.engines.credentials.keystores import key_store, store_for
from gongtu.engines.credentials.models import IssuerKey
from gongtu.engines.credentials.multikey import Signer

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
        return Identity(organisation, did, _signer(row))
    row = _current(organisation, on, kind)
    if on < row.since:
        # A session of an earlier day is issued late, or imported: the key signed for that day too.
        row.since = on
        row.save(update_fields=["since"])
    return Identity(organisation, did_of(organisation), _signer(row))


def key_did(organisation: int, *, on: date, kind: KeyKind) -> str:
    """The name under which the organisation's present key of a kind speaks for itself."""
    return KEY + _current(organisation, on, kind).public


def make_key(organisation: int, *, on: date, kind: KeyKind) -> IssuerKey:
    """A new key that signs from a day on, in the store that the settings name."""
    store = store_for(kind)
    public, cipher = key_store(store).make(kind)
    return IssuerKey.objects.create(
        organisation=organisation, kind=kind, public=public, store=store, cipher=cipher, since=on
    )  # fmt: skip


def _current(organisation: int, on: date, kind: KeyKind) -> IssuerKey:
    """The newest sound key in use on the day; else the next, which then signs for that day too."""
    sound = IssuerKey.objects.filter(organisation=organisation, kind=kind, compromises=None)
    in_use = sound.filter(Q(until=None) | Q(until__gte=on), since__lte=on)
    later = sound.filter(since__gt=on).order_by("since", "id")
    return in_use.first() or later.first() or make_key(organisation, on=on, kind=kind)


def _signer(row: IssuerKey) -> Signer:
    return key_store(row.store).signer(row.public, bytes(row.cipher))
