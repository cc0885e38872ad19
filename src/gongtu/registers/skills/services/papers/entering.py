"""A file of papers judged to its end, then entered lot by lot and sealed by one signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from uuid import UUID

from gongtu.base.digests import sha256_hex
from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.credentials import batches
from gongtu.engines.credentials.building import Order
from gongtu.engines.credentials.models import Credential, CredentialBatch
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import index_known
from gongtu.parties.roster.columns import Header
from gongtu.parties.roster.lines import read_rows_or_lines
from gongtu.parties.roster.reading import Row
from gongtu.parties.roster.row import Problem
from gongtu.registers.skills.queries import survivor_of
from gongtu.registers.skills.services.papers.checking import Checker, Paper
from gongtu.registers.skills.services.papers.reading import BY_KEY, COLUMNS
from gongtu.registers.skills.services.papers.showing import KIND, list_batches

MOST_ROWS, MOST_PROBLEMS, CHUNK, SHOWN = 1_000_000, 10_000, 500, 20
Tell = Callable[[int], None]


class TooManyPapers(Refused):
    """More rows than one batch holds."""


@dataclass(slots=True)
class Judged:
    """A file read to its end: how many rows, and those that are wrong with what is wrong.

    `first` are the first few papers as they were understood, by their rows.
    """

    header: Header
    rows: dict[int, Row] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    first: dict[int, Paper] = field(default_factory=dict)
    count: int = 0


@dataclass(frozen=True, slots=True)
class Entered:
    """The batch that holds the file, and how many of its papers this run entered."""

    batch: CredentialBatch
    new: int


def judge(
    content: bytes, body: Organisation, *, on: date, tell: Tell = lambda _done: None
) -> Judged:
    """Judge every row, and whether its number is free; nothing is written.

    Raises:
        FileUnreadable, HeadersUnfit, TooManyPapers: The file as a whole cannot be taken.
    """
    header, rows = read_rows_or_lines(content, COLUMNS)
    judged, checker = Judged(header), Checker(header, body, on=on)
    begun = list_batches(body.pk).filter(source=sha256_hex(content)).first()
    while chunk := list(islice(rows, CHUNK)):
        papers = dict(_judged(chunk, checker, judged))
        judged.first = judged.first or dict(islice(papers.items(), SHOWN))
        judged.count += len(chunk)
        tell(judged.count)
        if judged.count > MOST_ROWS:
            raise TooManyPapers(_("超过%(most)s行，请分成几份上传。") % {"most": MOST_ROWS})
        for row, paper in _taken(papers, begun):
            wrong, remedy = _("这一编号已经登记"), _("从文件中删去这一行")
            problem = Problem(row, BY_KEY["number"], paper.number, wrong, remedy)
            _blame(judged, row, dict(chunk)[row], [problem])
        if len(judged.problems) >= MOST_PROBLEMS:
            break
    return judged


def enter(content: bytes, body: Organisation, *, by: Capacity, on: date, tell: Tell) -> Entered:
    """Enter a file that was judged to be without fault, from where an earlier run left it; seal it.

    Raises:
        NotEntitled: Neither an officer of the assessor nor of the office whose archive it is.
        NumberTaken: Somebody else entered one of the numbers since the file was judged.
    """
    access.require(by, "enter-papers", body, on=on)
    batch = batches.open_batch(KIND, sha256_hex(content), issuer_organisation=body.pk)
    if batch.document is not None:
        return Entered(batch, 0)
    header, rows = read_rows_or_lines(content, COLUMNS)
    at = batch.size
    papers = islice(_papers(rows, Checker(header, body, on=on)), at, None)
    while lot := list(islice(papers, batches.LOT)):
        if not batches.add_lot(batch.pk, at, _orders(lot), on=on):
            raise Refused(_("同一份文件正在另一处补录，请稍后再试。"))
        at += len(lot)
        tell(at)
    if at == 0:
        raise Refused(_("文件里没有证书。"))
    return Entered(batches.seal(batch.pk, by=by, on=on), at - batch.size)


def _judged(
    chunk: Sequence[tuple[int, Row]], checker: Checker, judged: Judged
) -> Iterator[tuple[int, Paper]]:
    for number, row in chunk:
        verdict = checker.check(number, row)
        if isinstance(verdict, Paper):
            yield number, verdict
        else:
            _blame(judged, number, row, verdict)


def _blame(judged: Judged, number: int, row: Row, problems: list[Problem]) -> None:
    judged.rows[number] = row
    judged.problems += problems


def _taken(papers: dict[int, Paper], begun: CredentialBatch | None) -> Iterator[tuple[int, Paper]]:
    """Papers whose number stands already, but not by an earlier run over this same file."""
    numbers = [paper.number for paper in papers.values()]
    taken = dict(Credential.objects.filter(number__in=numbers).values_list("number", "document"))
    ours = batches.name_of(begun.pk) if begun else ""
    for row, paper in papers.items():
        if paper.number in taken and not batches.is_in(taken[paper.number], ours):
            yield row, paper


def _papers(rows: Iterator[tuple[int, Row]], checker: Checker) -> Iterator[Paper]:
    for number, row in rows:
        verdict = checker.check(number, row)
        if not isinstance(verdict, Paper):
            raise Refused(_("第%(row)s行有误，没有补录。") % {"row": number})
        yield verdict


def _orders(lot: Sequence[Paper]) -> list[Order]:
    known = index_known([paper.index for paper in lot])
    return [_order(paper, _holder(paper, *known.get(paper.index, (None, "")))) for paper in lot]


def _holder(paper: Paper, person: UUID | None, name: str) -> str:
    """Whose it is, where the register knows the ID number under the name on the paper.

    That a number is registered under another name is not told: a file is no way to find that out.
    """
    return str(survivor_of(person)) if person is not None and name == paper.name else ""


def _order(paper: Paper, holder_index: str) -> Order:
    subject = {
        "name": paper.name,
        "idType": "居民身份证",
        "idNumber": paper.id_number.masked,
        "occupationName": paper.occupation,
        "occupationCode": paper.code,
        "gradeDisplay": paper.grade.display,
        "grade": paper.grade.value,
        "issuedBy": paper.issued_by,
        "archiveMark": paper.mark,
        "authorityBasis": paper.basis,
    }
    title = "职业资格证书" if paper.is_qualification else "职业技能等级证书"
    return Order(
        number=paper.number, title=title, valid_from=paper.issued_on, holder_index=holder_index,
        subject={name: value for name, value in subject.items() if value},
    )  # fmt: skip
