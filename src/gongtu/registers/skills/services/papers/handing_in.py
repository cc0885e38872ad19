"""Taking in papers from a door: judged beside the request, looked at, confirmed, then entered."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from django.db import transaction
from django.db.models import QuerySet

from gongtu.base.digests import sha256_hex
from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.credentials.models import CredentialBatch
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.parties.roster.giving_back import give_back
from gongtu.parties.roster.lines import read_rows_or_lines
from gongtu.parties.roster.reading import as_utf8
from gongtu.records.files import services as files
from gongtu.records.files.models import StoredFile
from gongtu.records.files.queries import find_file, open_file
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job, JobState
from gongtu.records.jobs.registry import work
from gongtu.registers.skills.services.papers.checking import Paper
from gongtu.registers.skills.services.papers.entering import Tell, enter, judge
from gongtu.registers.skills.services.papers.reading import COLUMNS
from gongtu.registers.skills.services.papers.showing import list_batches

KIND = "papers-entry"
LIMIT = 60_000_000
TITLE = _("纸质证书")
# A worker that dies is replaced; each run goes on where the last one was.
ATTEMPTS = 20


class Upload(Protocol):
    """What a door hands over: Django's UploadedFile is one."""

    @property
    def name(self) -> str | None: ...
    @property
    def size(self) -> int | None: ...
    def read(self) -> bytes: ...


class KeyUsed(Refused):
    """The key stands for another file already."""


class NotToBeConfirmed(Refused):
    """The file is not judged yet, or rows of it are wrong."""


def start_papers(
    upload: Upload,
    body: Organisation,
    *,
    by: Capacity,
    on: date,
    confirmed: bool = False,
    once: str = "",
) -> Job:
    """Keep the file and start judging it; what is `confirmed` is entered if no row is wrong.

    The job's outcome holds `rows`, and `new` with its `batch`; or `first` papers to be looked at
    and confirmed; or what `give_back` tells.  The same `once` is the same job.

    Raises:
        NotEntitled: Neither an officer of the assessor nor of the office whose archive it is.
        TooBig, FileUnreadable, HeadersUnfit, LineUnreadable: Before anything is kept.
        KeyUsed: It was given with another file.
    """
    access.require(by, "enter-papers", body, on=on)
    if upload.size is not None and upload.size > LIMIT:
        raise files.too_big(LIMIT)
    content = as_utf8(upload.read())
    digest = sha256_hex(content)
    if once and (before := list_entries(by).filter(payload__once=once).first()):
        if before.payload["sha256"] != digest:
            raise KeyUsed(_("这个Idempotency-Key已经用于另一份文件。"))
        return before
    _header, rows = read_rows_or_lines(content, COLUMNS)
    next(rows, None)
    name = upload.name or "papers"
    kept = files.keep(content, name, by=by, on=on, kinds=("xlsx", "text"), limit=LIMIT)
    payload = {
        "file": str(kept.pk), "sha256": digest, "organisation": body.pk, "confirmed": confirmed,
        "once": once, "by": by.as_json(), "on": on.isoformat(),
    }  # fmt: skip
    return jobs.start(KIND, owner=by.account, payload=payload)


@transaction.atomic
def confirm_papers(looked_at: Job, *, by: Capacity, on: date) -> Job:
    """Enter a file that was judged to be without fault; asked twice, it is the same job.

    Raises:
        NotEntitled: It is not theirs to enter.
        NotToBeConfirmed: It is not judged yet, or rows of it are wrong.
    """
    body = get_organisation(looked_at.payload["organisation"])
    access.require(by, "enter-papers", body, on=on)
    # Of two at once the second waits, and finds what the first has started.
    job = Job.objects.select_for_update().get(pk=looked_at.pk)
    if before := list_entries(by).filter(payload__looked_at=str(job.key)).first():
        return before
    if job.state != JobState.DONE or not job.outcome.get("to_confirm"):
        raise NotToBeConfirmed(_("这份文件还没有核对完，或者有需要改正的行。"))
    told = {"confirmed": True, "looked_at": str(job.key), "by": by.as_json(), "on": f"{on:%F}"}
    return jobs.start(KIND, owner=by.account, payload=job.payload | told)


def list_entries(by: Capacity) -> QuerySet[Job]:
    """The files of papers that an account handed in, newest first."""
    return Job.objects.filter(kind=KIND, owner_account=by.account or 0)


def batches_of(body: Organisation, *, by: Capacity, on: date) -> QuerySet[CredentialBatch]:
    """The batches of an assessor or an archive.

    Raises:
        NotEntitled: They are not the reader's.
    """
    access.require(by, "enter-papers", body, on=on)
    return list_batches(body.pk)


@work(KIND, attempts=ATTEMPTS)
def enter_papers_file(job: Job) -> dict[str, Any]:
    """Judge the whole file; give it back, show it, or enter it, whichever is asked for."""
    told = job.payload
    by, on = Capacity.from_json(told["by"]), date.fromisoformat(told["on"])
    body = get_organisation(told["organisation"])
    if find_file(told["file"]) is None:
        # An earlier run ended just before it could say so.
        return _entered(list_batches(body.pk).get(source=told["sha256"]), 0)
    with open_file(told["file"]) as file:
        content = file.read()
    judged = judge(content, body, on=on, tell=_told(job, 0, _("已核对%(done)s行")))
    if judged.problems:
        return give_back(judged, COLUMNS, TITLE, rows=judged.count, by=by, on=on)
    if not told["confirmed"]:
        first = [_shown(row, paper) for row, paper in judged.first.items()]
        return {"rows": judged.count, "first": first, "to_confirm": True}
    tell = _told(job, judged.count, _("已补录%(done)s份"))
    entered = enter(content, body, by=by, on=on, tell=tell)
    # Such a file holds whole ID numbers.
    StoredFile.objects.filter(pk=told["file"]).delete()
    return _entered(entered.batch, entered.new)


def _told(job: Job, total: int, words: str) -> Tell:
    return lambda done: jobs.progress(job, done if total else 0, total, words % {"done": done})


def _entered(batch: CredentialBatch, new: int) -> dict[str, Any]:
    return {"rows": batch.size, "new": new, "batch": batch.pk}


def _shown(row: int, paper: Paper) -> dict[str, Any]:
    return {
        "row": row, "number": paper.number, "name": paper.name,
        "id_number": paper.id_number.masked, "occupation": paper.occupation,
        "grade": paper.grade.display, "issued_on": paper.issued_on.isoformat(),
        "mark": paper.mark,
    }  # fmt: skip
