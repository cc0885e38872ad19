"""Taking in results from a door: start, and the work a worker process does."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import islice
from typing import Any, Protocol

from gongtu.base.digests import sha256_hex
from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roster.columns import Header
from gongtu.parties.roster.giving_back import give_back
from gongtu.parties.roster.lines import read_rows_or_lines
from gongtu.parties.roster.reading import Row, as_utf8
from gongtu.parties.roster.row import Problem
from gongtu.records.files import services as files
from gongtu.records.files.models import StoredFile
from gongtu.records.files.queries import find_file, open_file
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import work
from gongtu.registers.skills.services.results.admitting import find_barred, find_unexamined
from gongtu.registers.skills.services.results.checking import Checker, Result, find_people
from gongtu.registers.skills.services.results.entering import Tell, enter
from gongtu.registers.skills.services.results.reading import COLUMNS

KIND = "results-entry"
LIMIT = 40_000_000
TITLE = _("评价结果")
MOST_ROWS, CHUNK = 100_000, 2000
MOST_BARRED = 10_000  # after so many the file is told as it is


class Upload(Protocol):
    """What a door hands over: Django's UploadedFile is one."""

    @property
    def name(self) -> str | None: ...
    @property
    def size(self) -> int | None: ...
    def read(self) -> bytes: ...


class TooManyRows(Refused):
    """More rows than are taken in at once."""


@dataclass(slots=True)
class Judged:
    """A file read to its end: its rows as they stood, the results, and what is wrong."""

    header: Header
    rows: dict[int, Row]
    results: list[Result] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def start_entry(upload: Upload, organisation: Organisation, *, by: Capacity, on: date) -> Job:
    """Keep the file and start taking it in; the job's `outcome` tells what came of it.

    The outcome holds `rows`, `new`, `corrected`, `again` and `sessions` (their case numbers); or
    what `give_back` tells.

    Raises:
        NotEntitled: Not an officer of the assessor.
        TooBig, FileUnreadable, HeadersUnfit, LineUnreadable: Before anything is kept.
    """
    access.require(by, "enter-results", organisation, on=on)
    if upload.size is not None and upload.size > LIMIT:
        raise files.too_big(LIMIT)
    content = as_utf8(upload.read())
    _header, rows = read_rows_or_lines(content, COLUMNS)
    next(rows, None)
    name = upload.name or "results"
    kept = files.keep(content, name, by=by, on=on, kinds=("xlsx", "text"), limit=LIMIT)
    payload = {
        "file": str(kept.pk), "sha256": sha256_hex(content), "organisation": organisation.pk,
        "by": by.as_json(), "on": on.isoformat(),
    }  # fmt: skip
    return jobs.start(KIND, owner=by.account, payload=payload)


@work(KIND)
def enter_results_file(job: Job) -> dict[str, Any]:
    """Judge the whole file; enter it, or give it back with what to correct."""
    payload = job.payload
    by, on = Capacity.from_json(payload["by"]), date.fromisoformat(payload["on"])
    if find_file(payload["file"]) is None:
        # An earlier run ended just before it could say so.
        return {"rows": 0, "sessions": []}
    with open_file(payload["file"]) as file:
        content = file.read()

    def tell(words: str) -> Tell:
        return lambda done, total: jobs.progress(job, done, total, words % {"done": done})

    judged = judge(content, payload["organisation"], on=on, tell=tell(_("已核对%(done)s行")))
    if judged.problems:
        rows = len(judged.rows)
        return give_back(judged, COLUMNS, TITLE, rows=rows, by=by, on=on)
    entered = enter(judged.results, by=by, on=on, tell=tell(_("已录入%(done)s行")))
    # Such a file holds whole ID numbers.
    StoredFile.objects.filter(pk=payload["file"]).delete()
    return asdict(entered)


def judge(content: bytes, organisation: int, *, on: date, tell: Tell) -> Judged:
    """Read and judge every row, then compare with the register; nothing is written.

    Raises:
        TooManyRows, LineUnreadable: The file as a whole cannot be taken.
    """
    header, rows = read_rows_or_lines(content, COLUMNS)
    read = list(islice(rows, MOST_ROWS + 1))
    if len(read) > MOST_ROWS:
        raise TooManyRows(_("超过%(most)s行，请分成几份上传。") % {"most": MOST_ROWS})
    judged, checker = Judged(header, dict(read)), Checker(header, organisation, on=on)
    for done, (number, row) in enumerate(read, 1):
        verdict = checker.check(number, row)
        if isinstance(verdict, Result):
            judged.results.append(verdict)
        else:
            judged.problems += verdict
        if done % CHUNK == 0:
            tell(done, len(read))
    judged.problems += find_people(judged.results, organisation)
    judged.problems += islice(find_barred(judged.results, organisation), MOST_BARRED)
    judged.problems += find_unexamined(judged.results, organisation)
    judged.problems.sort(key=lambda problem: problem.row)
    return judged
