"""The one way into the journal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from django.db import IntegrityError, transaction

from gongtu.records.context import instant_of
from gongtu.records.journal.hashing import entry_hash, new_salt, plain, text_digest
from gongtu.records.journal.models import JournalEntry, JournalHead, JournalText

RACES = 5
BATCH = 900
# Keys of `what` that are columns, so that indicators and people can be found by them.
COLUMN_OF = {
    "procedure": "procedure",
    "move": "move",
    "stage": "stage",
    "division": "division",
    "person": "subject_person",
    "organisation": "subject_organisation",
}


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


def write(  # noqa: PLR0913 - who, when, what and the words: an event has no fewer parts
    chain: str,
    kind: str,
    *,
    on: date,
    by: Actor | None,
    what: Mapping[str, Any] | None = None,
    text: str = "",
    at: datetime | None = None,
) -> JournalEntry:
    """Write down one event at the end of its chain, within the caller's transaction.

    `chain` is `case:<number>`, `person:<id>`, `parameter:<key>`, …; `by` None is the platform itself.
    `what` holds ids and keys only; its `procedure`, `move`, `stage`, `division`, `person` and
    `organisation` become columns of the entry.  `text` is what somebody wrote in words: it is kept
    apart, so that it can be erased.  Without `at` the instant is the door's (`records.context`).
    """
    line = Line(chain=chain, kind=kind, on=on, by=by, what=what or {}, text=text, at=at)
    return write_many((line,))[0]


def write_many(lines: Iterable[Line]) -> list[JournalEntry]:
    """Write many events at once, in their order; for imports and the demo city."""
    lines = tuple(lines)
    for _ in range(RACES):
        try:
            with transaction.atomic():
                return _append(lines)
        except IntegrityError as race:
            # Somebody began one of these chains at the same moment; theirs is the entry before ours.
            lost = race
    raise lost


@transaction.atomic
def erase_text(entry: JournalEntry, *, by: Actor | None, on: date, reason: str) -> None:
    """Destroy an entry's words and their salt; the entry, its digest and its hash stay.

    Basis: Personal Information Protection Law art. 47.  The erasure itself is journaled.
    """
    JournalText.objects.filter(entry=entry).delete()
    write(entry.chain, "erased", on=on, by=by, what={"seq": entry.seq}, text=reason)


def _append(lines: tuple[Line, ...]) -> list[JournalEntry]:
    heads = _heads(sorted({line.chain for line in lines}))
    words: list[tuple[JournalEntry, bytes, str]] = []
    entries = [_entry(line, heads, words) for line in lines]
    JournalEntry.objects.bulk_create(entries)
    JournalText.objects.bulk_create(
        JournalText(entry=entry, salt=salt, text=text) for entry, salt, text in words
    )
    JournalHead.objects.bulk_create(
        heads.values(), update_conflicts=True, unique_fields=["chain"], update_fields=["seq", "hash"]
    )
    return entries


def _heads(chains: list[str]) -> dict[str, JournalHead]:
    """The ends of the chains, locked in one order, so that no two writers wait for each other."""
    heads = {}
    for start in range(0, len(chains), BATCH):
        some = JournalHead.objects.select_for_update().order_by("chain")
        heads.update({head.chain: head for head in some.filter(chain__in=chains[start:][:BATCH])})
    return {chain: heads.get(chain) or JournalHead(chain=chain, seq=0) for chain in chains}


def _entry(
    line: Line, heads: dict[str, JournalHead], words: list[tuple[JournalEntry, bytes, str]]
) -> JournalEntry:
    head, what, text = heads[line.chain], plain(dict(line.what)), line.text.replace("\x00", "")
    entry = JournalEntry(
        chain=line.chain,
        seq=head.seq + 1,
        at=line.at or instant_of(line.on),
        on=line.on,
        kind=line.kind,
        actor_account=line.by.account if line.by else None,
        actor_role=str(line.by.role) if line.by else "",
        actor_organisation=line.by.organisation if line.by else None,
        previous=head.hash,
        what={key: value for key, value in what.items() if key not in COLUMN_OF},
    )
    for key, column in COLUMN_OF.items():
        if what.get(key) is not None:
            # As the column gives it back, so that the hash says the same of what is read.
            setattr(entry, column, JournalEntry._meta.get_field(column).to_python(what[key]))
    if text:
        salt = new_salt()
        entry.digest = text_digest(salt, text)
        words.append((entry, salt, text))
    entry.hash = entry_hash(entry)
    head.seq, head.hash = entry.seq, entry.hash
    return entry
