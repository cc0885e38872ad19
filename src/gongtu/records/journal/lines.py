"""An event on its way into the journal: linked to the entry before it, and hashed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from django.db import connection

from gongtu.records.context import instant_of
from gongtu.records.journal.hashing import COLUMNS, hash_of, new_salt, plain, text_digest
from gongtu.records.journal.models import JournalEntry
from gongtu.records.rows import insert_rows

# Keys of `what` that are columns, so that indicators and people can be found by them.
KEYS = ("procedure", "move", "stage", "division")
SUBJECTS = ("person", "organisation")


class Actor(Protocol):
    """Who acts, as far as the journal asks; a Capacity is one."""

    @property
    def role(self) -> str: ...
    @property
    def account(self) -> int | None: ...
    @property
    def organisation(self) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event to be written; see `write` for its parts."""

    chain: str
    kind: str
    on: date
    by: Actor | None
    what: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    at: datetime | None = None


@dataclass(slots=True)
class Head:
    """Where a chain ends now."""

    chain: str
    seq: int = 0
    hash: str = ""


class Words(NamedTuple):
    """What somebody wrote, with the salt of its digest."""

    salt: bytes
    text: str


Linked = tuple[dict[str, Any], Words | None]


def link(line: Line, head: Head) -> Linked:
    """The columns of the entry that follows `head`, which is moved on, and its words."""
    what, text = plain(line.what), line.text.replace("\x00", "")
    words = Words(new_salt(), text) if text else None
    person, organisation = (what.pop(key, None) for key in SUBJECTS)
    said: dict[str, Any] = {
        "chain": line.chain,
        "seq": head.seq + 1,
        "at": line.at or instant_of(line.on),
        "on": line.on,
        "kind": line.kind,
        **{key: what.pop(key, None) or "" for key in KEYS},
        "actor_account": line.by.account if line.by else None,
        "actor_role": str(line.by.role) if line.by else "",
        "actor_organisation": line.by.organisation if line.by else None,
        # As the columns give them back, so that the hash says the same of what is read.
        "subject_person": UUID(person) if person else None,
        "subject_organisation": int(organisation) if organisation else None,
        "what": what,
        "digest": text_digest(*words) if words else "",
        "previous": head.hash,
    }
    said["hash"] = hash_of(said)
    head.seq, head.hash = said["seq"], said["hash"]
    return said, words


def insert(linked: Iterable[Linked]) -> None:
    """Insert entries and their words past the object layer, in a third of its time."""
    linked = list(linked)
    words = [(w.salt, w.text, said["chain"], said["seq"]) for said, w in linked if w]
    insert_rows(JournalEntry, FIELDS, [[said[name] for name in FIELDS] for said, _ in linked])
    if words:
        with connection.cursor() as cursor:
            cursor.executemany(_INSERT_WORDS, words)


def advance(heads: Iterable[Head]) -> None:
    """Keep where the chains end now."""
    with connection.cursor() as cursor:
        cursor.executemany(_ADVANCE, [(head.chain, head.seq, head.hash) for head in heads])


FIELDS = (*COLUMNS, "hash")
_ADVANCE = (
    "INSERT INTO records_journalhead (chain, seq, hash, sealed_seq) VALUES (%s, %s, %s, 0) "
    "ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash"
)
_INSERT_WORDS = (
    "INSERT INTO records_journaltext (entry_id, salt, text) "
    "SELECT id, %s, %s FROM records_journalentry WHERE chain = %s AND seq = %s"
)
