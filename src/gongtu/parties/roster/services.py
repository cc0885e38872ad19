"""Taking in a roster from a page: preview, start, and the work a worker process does."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, Protocol

from gongtu.base.digests import sha256_hex
from gongtu.base.marked import read_csv
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.parties.roster.checking import Checker, Worker
from gongtu.parties.roster.columns import COLUMNS
from gongtu.parties.roster.reading import as_utf8, read_rows
from gongtu.parties.roster.row import Problem
from gongtu.parties.roster.taking_in import Checked, Taken, check, find_import, take_in
from gongtu.parties.roster.wrong_rows import write_wrong_rows
from gongtu.policy.city import active_city
from gongtu.records.files import services as files
from gongtu.records.files.models import StoredFile
from gongtu.records.files.queries import open_file
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import work

KIND = "roster-import"
LIMIT = 60_000_000
PREVIEWED, SHOWN_PROBLEMS = 20, 100


class Upload(Protocol):
    """What a door hands over: Django's UploadedFile is one."""

    name: str | None
    size: int | None

    def read(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows as they were understood, for a look before anything is taken in."""

    columns: list[str]
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
        [column.title for column in COLUMNS if column.key in header.places],
        [verdict for verdict in verdicts if isinstance(verdict, Worker)],
        [problem for verdict in verdicts if isinstance(verdict, list) for problem in verdict],
    )


def start_import(upload: Upload, organisation: Organisation, *, by: Capacity, on: date) -> Job:
    """Keep the file and start taking it in; the job's `outcome` tells what came of it.

    The outcome holds `rows`, `registered`, `employed`, `again` (this file was taken in before),
    or `problems` (their number), the first 100 of them, and `wrong_rows` (id of the workbook to
    correct); with problems nothing is taken in.

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
        jobs.progress(job, done, total, f"已核对{done}行，共{total}行")

    checked = check(content, on=on, occupations=occupation_codes(), tell=tell)
    total = len(checked.rows)
    if checked.problems:
        return _give_back(checked, by=by, on=on)
    jobs.progress(job, total, total, f"{total}行全部核对无误，正在一次写入")
    taken = take_in(checked, organisation, payload["sha256"], by=by, on=on)
    _forget_files(organisation)
    return asdict(taken)


@cache
def occupation_codes() -> frozenset[str]:
    """The codes of the occupational classification, as the city's file has them."""
    rows = read_csv(active_city().occupations_path, "code")
    return frozenset(row["code"] for _line, row in rows)


def _give_back(checked: Checked, *, by: Capacity, on: date) -> dict[str, Any]:
    workbook = files.keep(
        write_wrong_rows(checked), "花名册-需改正.xlsx", by=by, on=on, kinds=("xlsx",), limit=LIMIT
    )
    return {
        "rows": len(checked.rows),
        "problems": len(checked.problems),
        "first": [asdict(problem) for problem in checked.problems[:SHOWN_PROBLEMS]],
        "wrong_rows": str(workbook.pk),
    }


def _forget_files(organisation: Organisation) -> None:
    """Rosters hold whole numbers: once one is taken in, no file of the enterprise stays behind."""
    done = Job.objects.filter(kind=KIND, payload__organisation=organisation.pk)
    told = done.values_list("payload__file", "outcome__wrong_rows")
    StoredFile.objects.filter(pk__in={file for pair in told for file in pair if file}).delete()


def _content(upload: Upload) -> bytes:
    if upload.size is not None and upload.size > LIMIT:
        raise files.TooBig(f"花名册文件超过{LIMIT // 1_000_000} MB，请分成几份上传。")
    return as_utf8(upload.read())
