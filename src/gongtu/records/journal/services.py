"""The one way into the journal."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from gongtu.records.journal.lines import Actor, Head, Line, advance, insert, link
from gongtu.records.journal.models import JournalEntry, JournalHead, JournalText

__all__ = ["Actor", "Line", "erase_text", "write", "write_many"]

T = TypeVar("T")
RACES = 5
BATCH = 900


def write(  # noqa: PLR0913 - an event has no fewer parts
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

    `chain` is `case:<number>`, `person:<id>`, `parameter:<key>`, …; `by` None is the platform
    itself. `what` holds ids and keys only; its `procedure`, `move`, `stage`, `division`, `person`
    and `organisation` become columns of the entry.  `text` is what somebody wrote in words: it is
    kept apart, so that it can be erased.  Without `at` the instant is the door's
    (`records.context`).
    """
    line = Line(chain=chain, kind=kind, on=on, by=by, what=what or {}, text=text, at=at)
    return _in_turn(lambda: _append(line))


def write_many(lines: Iterable[Line]) -> int:
    """Write many events at once, in their order; how many."""
    lines = tuple(lines)
    return _in_turn(lambda: _append_all(lines))


@transaction.atomic
def erase_text(entry: JournalEntry, *, by: Actor | None, on: date, reason: str) -> None:
    """Destroy an entry's words and their salt; the entry, its digest and its hash stay.

    Basis: Personal Information Protection Law art. 47.  The erasure itself is journaled.
    """
    JournalText.objects.filter(entry=entry).delete()
    write(entry.chain, "erased", on=on, by=by, what={"seq": entry.seq}, text=reason)


def _in_turn(append: Callable[[], T]) -> T:
    """Append under a savepoint; again if somebody began one of the chains at the same moment."""
    for _ in range(RACES):
        try:
            with transaction.atomic():
                return append()
        except IntegrityError as race:
            lost = race
    raise lost


def _append(line: Line) -> JournalEntry:
    heads = _heads([line.chain])
    said, words = link(line, heads[line.chain])
    entry = JournalEntry.objects.create(**said)
    if words:
        JournalText.objects.create(entry=entry, salt=words.salt, text=words.text)
    advance(heads.values())
    return entry


def _append_all(lines: tuple[Line, ...]) -> int:
    heads = _heads(sorted({line.chain for line in lines}))
    for start in range(0, len(lines), BATCH):
        insert([link(line, heads[line.chain]) for line in lines[start:][:BATCH]])
    advance(heads.values())
    return len(lines)


def _heads(chains: list[str]) -> dict[str, Head]:
    """The ends of the chains, locked in one order, so that no two writers wait for each other."""
    ends = {}
    for start in range(0, len(chains), BATCH):
        some = JournalHead.objects.select_for_update().order_by("chain")
        found = some.filter(chain__in=chains[start:][:BATCH]).values_list("chain", "seq", "hash")
        ends.update({chain: Head(chain, seq, hash_) for chain, seq, hash_ in found})
    return {chain: ends.get(chain) or Head(chain) for chain in chains}
