"""The whole roster in one transaction, or none of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from django.db import transaction

from gongtu.base.errors import Broken, Refused
from gongtu.base.speech import gettext as _
from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership, Organisation, Person, RosterImport
from gongtu.parties.roster.checking import Checker, Worker
from gongtu.parties.roster.columns import Header
from gongtu.parties.roster.matching import already_employed, match
from gongtu.parties.roster.reading import Row, read_rows
from gongtu.parties.roster.row import Problem
from gongtu.parties.services.persons import draft_person
from gongtu.records.journal import services as journal

CHUNK = 2000
MOST_ROWS = 300_000
Tell = Callable[[int, int], None]


class RosterTooLong(Refused):
    """More rows than are taken in at once."""


@dataclass(slots=True)
class Checked:
    """A file read to its end: its rows as they stood, the workers, and what is wrong."""

    header: Header
    rows: dict[int, Row]
    workers: list[Worker] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it."""

    rows: int
    registered: int
    employed: int
    again: bool = False


def check(content: bytes, *, on: date, occupations: Collection[str], tell: Tell) -> Checked:
    """Read and judge every row, then compare with the register; nothing is written.

    Raises:
        FileUnreadable, HeadersUnfit: Before any row is judged.
    """
    header, rows = read_rows(content)
    checker = Checker(header, on, occupations)
    read = list(islice(rows, MOST_ROWS + 1))
    if len(read) > MOST_ROWS:
        raise RosterTooLong(_("超过%(most)s行，请分成几份上传。") % {"most": MOST_ROWS})
    checked = Checked(header, dict(read))
    for done, (number, row) in enumerate(read, 1):
        verdict = checker.check(number, row)
        if isinstance(verdict, Worker):
            checked.workers.append(verdict)
        else:
            checked.problems += verdict
        if done % CHUNK == 0:
            tell(done, len(read))
    checked.problems += match(checked.workers)
    checked.problems.sort(key=lambda problem: problem.row)
    return checked


def find_import(organisation: Organisation, sha256: str) -> RosterImport | None:
    """The same file taken in before for the enterprise."""
    return RosterImport.objects.filter(organisation=organisation, sha256=sha256).first()


def take_in(
    checked: Checked, organisation: Organisation, sha256: str, *, by: Capacity, on: date
) -> Taken:
    """Register who is new and employ everybody, in one transaction; a file seen before is left.

    Raises:
        Broken: Somebody takes in a roster that has problems.
    """
    if checked.problems:
        raise Broken("A roster with problems is not taken in.")
    rows = len(checked.workers)
    with transaction.atomic():
        seen, is_new = RosterImport.objects.get_or_create(
            organisation=organisation,
            sha256=sha256,
            defaults={"rows": rows, "registered": 0, "employed": 0, "imported_on": on},
        )
        if not is_new:
            return Taken(seen.rows, 0, 0, again=True)
        registered = _register(checked.workers, organisation, on=on)
        employed = _employ(checked.workers, organisation)
        seen.registered, seen.employed = registered, employed
        seen.save(update_fields=["registered", "employed"])
        what = {"organisation": organisation.pk, "import": seen.pk, "employed": employed}
        journal.write(f"organisation:{organisation.pk}", "imported", on=on, by=by, what=what)
    return Taken(rows, registered, employed)


def _register(workers: Sequence[Worker], organisation: Organisation, *, on: date) -> int:
    new = [worker for worker in workers if worker.known is None]
    for start in range(0, len(new), CHUNK):
        chunk = new[start : start + CHUNK]
        persons = [draft_person(w.name, w.id_number, w.phone, on=on) for w in chunk]
        for worker, person in zip(chunk, persons, strict=True):
            person.division_id = organisation.division_id
            worker.known = person.id
        Person.objects.bulk_create(persons)
    return len(new)


def _employ(workers: Sequence[Worker], organisation: Organisation) -> int:
    there = already_employed(organisation.pk)
    joining = (worker for worker in workers if worker.known not in there)
    number = 0
    while chunk := list(_memberships(islice(joining, CHUNK), organisation.pk)):
        Membership.objects.bulk_create(chunk)
        number += len(chunk)
    return number


def _memberships(workers: Iterator[Worker], organisation: int) -> Iterator[Membership]:
    for worker in workers:
        if worker.known is None:
            raise Broken(f"Row {worker.row} was never registered.")
        yield Membership(
            person_id=worker.known,
            organisation_id=organisation,
            kind=MembershipKind.EMPLOYMENT,
            occupation=worker.occupation,
            post=worker.post,
            since=worker.since,
        )
