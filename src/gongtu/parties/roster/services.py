"""Taking in a roster from a page: preview, start, and the work a worker process does."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, Protocol

from gongtu.base.digests import sha256_hex
from gongtu.base.marked import read_csv
from gongtu.base.speech import gettext as _
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.parties.roster.checking import Checker, Worker
from gongtu.parties.roster.columns import COLUMNS, Column
from gongtu.parties.roster.giving_back import give_back
from gongtu.parties.roster.reading import as_utf8, read_rows
from gongtu.parties.roster.row import Problem
from gongtu.parties.roster.taking_in import Taken, check, find_import, take_in
from gongtu.policy.city import active_city
from gongtu.records.files import services as files
from gongtu.records.files.models import StoredFile
from gongtu.records.files.queries import open_file
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import work

KIND = "roster-import"
LIMIT = 60_000_000
PREVIEWED = 20
TITLE = _("花名册")


class Upload(Protocol):
    """What a door hands over: Django's UploadedFile is one."""

    name: str | None
    size: int | None

    def read(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows as they were understood, for a look before anything is taken in."""

    columns: list[Column]
    workers: list[Worker]
    problems: list[Problem]


def preview(upload: Upload, *, on: date) -> Preview:
    """The recognised columns and the first rows; nothing is kept.

    Raises:
        TooBig, FileUnreadable, HeadersUnfit: Saying what was found.
    """
    header, rows = read_rows(_content(upload))
    checker = Checker(header, on, occupation_codes())
    verdicts = [checker.check(number, row) for number, row in islice(rows, PREVIEWED)]
    return Preview(
        [column for column in COLUMNS if column.key in header.places],
        [verdict for verdict in verdicts if isinstance(verdict, Worker)],
        [problem for verdict in verdicts if isinstance(verdict, list) for problem in verdict],
    )


def start_import(upload: Upload, organisation: Organisation, *, by: Capacity, on: date) -> Job:
    """Keep the file and start taking it in; the job's `outcome` tells what came of it.

    The outcome holds `rows`, `registered`, `employed`, `again` (this file was taken in before),
    or what `give_back` tells; with problems nothing is taken in.

    Raises:
        NotEntitled: Not an officer of the enterprise.
        TooBig, FileUnreadable, HeadersUnfit: Before anything is kept.
    """
    access.require(by, "import-roster", organisation, on=on)
    content = _content(upload)
    read_rows(content)
    kept = files.keep(
        content, upload.name or "roster", by=by, on=on, kinds=("xlsx", "text"), limit=LIMIT
    )
    payload = {
        "file": str(kept.pk),
        "sha256": sha256_hex(content),
        "organisation": organisation.pk,
        "by": by.as_json(),
        "on": f"{on:%Y-%m-%d}",
    }
    return jobs.start(KIND, owner=by.account, payload=payload)


@work(KIND)
def import_roster(job: Job) -> dict[str, Any]:
    """Check the whole file; take it in at once, or give it back with what to correct."""
    payload = job.payload
    by, on = Capacity.from_json(payload["by"]), date.fromisoformat(payload["on"])
    organisation = get_organisation(payload["organisation"])
    before = find_import(organisation, payload["sha256"])
    if before is not None:
        # Taken in by an earlier run of this job or under another name; the file may be gone.
        return asdict(Taken(before.rows, 0, 0, again=True))
    with open_file(payload["file"]) as file:
        content = file.read()

    def tell(done: int, total: int) -> None:
        jobs.progress(
            job, done, total, _("已核对%(done)s行，共%(total)s行") % {"done": done, "total": total}
        )

    checked = check(content, on=on, occupations=occupation_codes(), tell=tell)
    total = len(checked.rows)
    if checked.problems:
        return give_back(checked, COLUMNS, TITLE, rows=total, by=by, on=on)
    says = _("%(total)s行全部核对无误，正在一次写入") % {"total": total}
    jobs.progress(job, total, total, says)
    taken = take_in(checked, organisation, payload["sha256"], by=by, on=on)
    _forget_files(organisation)
    return asdict(taken)


@cache
def occupation_codes() -> frozenset[str]:
    """The codes of the latest classification, as the city's file has them; none without a file."""
    city = active_city()
    rows = read_csv(city.occupations_path, "code") if city.classifications else []
    return frozenset(row["code"] for _line, row in rows)


def _forget_files(organisation: Organisation) -> None:
    """Rosters hold whole numbers: once one is taken in, no file of the enterprise stays behind."""
    done = Job.objects.filter(kind=KIND, payload__organisation=organisation.pk)
    gone = set()
    for file, workbooks in done.values_list("payload__file", "outcome__workbooks"):
        gone |= {file, *(workbooks or {}).values()}
    StoredFile.objects.filter(pk__in=gone).delete()


def _content(upload: Upload) -> bytes:
    if upload.size is not None and upload.size > LIMIT:
        raise files.too_big(LIMIT)
    return as_utf8(upload.read())
