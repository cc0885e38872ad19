"""Finding credentials; the public finds one only by its number and its holder's name together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import normalize

import orjson
from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from gongtu.engines.credentials.choices import STATUS_OF, Effect, Purpose
from gongtu.engines.credentials.models import Compromise, Credential, IssuerKey, StatusList
from gongtu.records.asked import day_of, rows_of

# What every check asks, written out: putting such a query together takes ten times as long as
# running it.
PLACE = (
    f"SELECT status, superseded_by, issued_on, document FROM {Credential._meta.db_table}"  # noqa: S608 - a table's name
    " WHERE status_list_id = %s AND status_index = %s"
)
DAYS = ("issued_on", "valid_until", "ended_on")
WHOLE = tuple(field.attname for field in Credential._meta.concrete_fields)
FOUND = f"SELECT {', '.join(WHOLE)} FROM {Credential._meta.db_table} WHERE number = %s"  # noqa: S608 - our own names
KEY = (
    'SELECT organisation, since, until, "after", effect, reason, decided_on'  # noqa: S608 - tables' names
    f" FROM {IssuerKey._meta.db_table} k LEFT JOIN {Compromise._meta.db_table} c ON c.key_id = k.id"
    " WHERE public = %s ORDER BY c.id DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at a place of a status list: the list and the index in it."""

    where: tuple[int, int]
    status: str
    superseded_by: str
    issued_on: date
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of all that a key signed after a day."""

    after: date
    effect: Effect
    reason: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class KnownKey:
    """Whose a key is, the days between which it signs, and the last decision on it."""

    organisation: int
    since: date
    until: date | None
    decision: Decision | None


def find_credential(number: str) -> Credential | None:
    """By its number as people type it: blanks and small letters do no harm."""
    # An address may bring what is no letter, which a database may not bear to be asked.
    typed = _typed(number)
    rows = rows_of(FOUND, typed) if typed.isprintable() else []
    return _credential(rows[0]) if rows else None


def find_public(number: str, name: str) -> Credential | None:
    """A credential whose number and holder's name both agree; what a stranger may ask."""
    credential = find_credential(number)
    if credential is None or not name.strip():
        return None
    return credential if is_same_name(name_on(credential), name) else None


def name_on(credential: Credential) -> str:
    """The holder's name as certified."""
    return str(credential.document["credentialSubject"].get("name", ""))


def name_by_number(numbers: Sequence[str]) -> dict[str, str]:
    """The holders' names as certified, for a list of many; one query."""
    found = Credential.objects.filter(number__in=numbers)
    told = found.values_list("number", "document__credentialSubject__name")
    return {number: name for number, name in told if name}


def find_place(status_list: int, index: int) -> Place | None:
    """The credential whose status a place of our lists tells."""
    rows = rows_of(PLACE, status_list, index)
    if not rows:
        return None
    status, superseded_by, issued_on, document = rows[0]
    where = (status_list, index)
    return Place(where, status, superseded_by, day_of(issued_on), _document(document))


def place_of(credential: Credential) -> Place:
    """The place of a credential that has been read."""
    where = (credential.status_list_id, credential.status_index)
    return Place(
        where,
        credential.status,
        credential.superseded_by,
        credential.issued_on,
        credential.document,
    )


def find_key(public: str) -> KnownKey | None:
    """What our table says of a key."""
    # What is no multikey is not looked for: a database may not bear to be asked.
    rows = rows_of(KEY, public) if public.isalnum() else []
    if not rows:
        return None
    organisation, since, until, after, effect, reason, decided_on = rows[0]
    decision = (
        Decision(day_of(after), Effect(effect), reason, day_of(decided_on)) if after else None
    )
    return KnownKey(organisation, day_of(since), day_of(until) if until else None, decision)


def list_held(holder_index: str) -> QuerySet[Credential]:
    """Everything issued to one holder, newest first."""
    return Credential.objects.filter(holder_index=holder_index).order_by("-issued_on", "-id")


def list_issued(organisation: int) -> QuerySet[Credential]:
    """Everything an organisation issued, newest first."""
    return Credential.objects.filter(issuer_organisation=organisation).order_by("-id")


def list_keys(organisation: int) -> QuerySet[IssuerKey]:
    """Every key an organisation ever signed with, newest first, and what was decided on it."""
    return IssuerKey.objects.filter(organisation=organisation).prefetch_related("compromises")


def organisations_with_keys() -> QuerySet[IssuerKey, int]:
    """Whoever ever signed, each once."""
    return IssuerKey.objects.order_by().values_list("organisation", flat=True).distinct()


def set_bits(status_list: StatusList, purpose: Purpose) -> Iterator[int]:
    """The places of a list whose bit is set."""
    ended = status_list.credentials.filter(status=STATUS_OF[purpose])
    return ended.values_list("status_index", flat=True).order_by("status_index").iterator()


def is_same_name(held_by: str, name: str) -> bool:
    """Whether two spellings differ at most in blanks, width and letter case."""

    def plain(text: str) -> str:
        return "".join(normalize("NFKC", text).split()).casefold()

    return bool(held_by) and plain(held_by) == plain(name)


def _credential(row: Sequence[Any]) -> Credential:
    """A row of `WHOLE` as the object layer would give it."""
    told = dict(zip(WHOLE, row, strict=True))
    told["document"] = _document(told["document"])
    told |= {name: day_of(told[name]) for name in DAYS if told[name] is not None}
    return Credential.from_db(DEFAULT_DB_ALIAS, WHOLE, list(told.values()))


def _document(told: dict[str, Any] | str) -> dict[str, Any]:
    # Both databases give JSON as text.
    read: dict[str, Any] = orjson.loads(told) if isinstance(told, str) else told
    return read


def _typed(number: str) -> str:
    return "".join(normalize("NFKC", number).split()).upper()
