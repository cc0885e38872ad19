"""Recomputing the whole journal, one entry at a time, in constant memory."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from gongtu.records.journal.hashing import COLUMNS, hash_of, text_digest
from gongtu.records.journal.models import JournalEntry, JournalHead, Seal, SealedHead
from gongtu.records.journal.seals import root_of, seal_hash

PROBLEMS_TOLD = 1000
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Problem:
    """Where the journal is not what was written: an entry (`case:7#3`), a chain or a seal."""

    where: str
    what: str


@dataclass(slots=True)
class Report:
    """What was read, and everything found wrong (the first thousand)."""

    entries: int = 0
    chains: int = 0
    seals: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.problems

    def tell(self, where: str, what: str) -> None:
        if len(self.problems) < PROBLEMS_TOLD:
            self.problems.append(Problem(where, what))

    def as_json(self) -> dict[str, Any]:
        told = [{"where": problem.where, "what": problem.what} for problem in self.problems]
        counts = {"entries": self.entries, "chains": self.chains, "seals": self.seals}
        return {"sound": self.is_sound, **counts, "problems": told}


def verify_all() -> Report:
    """Check every entry, every chain's end and every seal."""
    report = Report()
    for chain, rows in groupby(_rows(), key=lambda row: row["chain"]):
        report.chains += 1
        _check_chain(chain, rows, report)
    _check_heads(report)
    _check_seals(report)
    return report


def _rows() -> Iterator[dict[str, Any]]:
    rows = JournalEntry.objects.order_by("chain", "seq").annotate(
        salt=F("words__salt"), words_text=F("words__text")
    )
    yield from rows.values(*COLUMNS, "hash", "salt", "words_text").iterator(chunk_size=CHUNK)


def _check_chain(chain: str, rows: Iterator[dict[str, Any]], report: Report) -> None:
    seq, previous = 0, ""
    without_words: set[int] = set()
    erased: set[int] = set()
    for row in rows:
        report.entries += 1
        seq += 1
        for what in (*_wrong_links(row, seq, previous), *_wrong_words(row)):
            report.tell(f"{chain}#{row['seq']}", what)
        seq, previous = row["seq"], row["hash"]
        if row["kind"] == "erased":
            erased.add(row["what"].get("seq", 0))
        if row["digest"] and row["salt"] is None:
            without_words.add(seq)
    for missing in sorted(without_words - erased):
        report.tell(f"{chain}#{missing}", "文字被删除，没有删除记录")


def _wrong_links(row: dict[str, Any], seq: int, previous: str) -> Iterator[str]:
    if row["seq"] != seq:
        yield f"前面缺少第{seq}条"
    if row["previous"] != previous:
        yield "与前一条不相连"
    if hash_of(row) != row["hash"]:
        yield "内容已被改动"


def _wrong_words(row: dict[str, Any]) -> Iterator[str]:
    if row["salt"] is None:
        return
    if text_digest(bytes(row["salt"]), row["words_text"]) != row["digest"]:
        yield "文字已被改动"


def _check_heads(report: Report) -> None:
    last = JournalEntry.objects.filter(chain=OuterRef("chain")).order_by("-seq")
    ends = JournalHead.objects.annotate(
        found_seq=Coalesce(Subquery(last.values("seq")[:1]), 0),
        found_hash=Coalesce(Subquery(last.values("hash")[:1]), F("chain")),
    )
    wrong = ends.exclude(seq=F("found_seq"), hash=F("found_hash")).order_by("chain")
    for head in wrong.iterator(chunk_size=CHUNK):
        if head.seq > head.found_seq:
            report.tell(f"{head.chain}#{head.found_seq + 1}", f"缺少至第{head.seq}条")
        else:
            report.tell(f"{head.chain}#{head.found_seq}", "与链的末端不符")
    known = JournalHead.objects.values("chain")
    for chain in JournalEntry.objects.filter(seq=1).exclude(chain__in=known).values_list("chain"):
        report.tell(chain[0], "链的末端记录被删除")


def _check_seals(report: Report) -> None:
    previous, number = "", 0
    for seal in Seal.objects.order_by("number").iterator(chunk_size=CHUNK):
        report.seals += 1
        number += 1
        where = f"seal:{seal.number}"
        if seal.number != number or seal.previous != previous:
            report.tell(where, "与前一封不相连")
            number = seal.number
        if seal_hash(seal) != seal.hash or root_of(seal.heads.order_by("chain")) != seal.root:
            report.tell(where, "封存已被改动")
        previous = seal.hash
    sealed_entry = JournalEntry.objects.filter(chain=OuterRef("chain"), seq=OuterRef("seq"))
    heads = SealedHead.objects.annotate(found=Subquery(sealed_entry.values("hash")[:1]))
    differing = heads.filter(Q(found=None) | ~Q(found=F("hash"))).order_by("id")
    for head in differing.iterator(chunk_size=CHUNK):
        lost = "封存后被删除" if head.found is None else "与封存时不同"
        report.tell(f"{head.chain}#{head.seq}", lost)
    _check_sealed_ends(report)


def _check_sealed_ends(report: Report) -> None:
    """A lost last seal shows by chains that say they were sealed further than any seal says."""
    latest = SealedHead.objects.filter(chain=OuterRef("chain")).order_by("-seq").values("seq")[:1]
    ends = JournalHead.objects.annotate(latest=Coalesce(Subquery(latest), 0))
    for head in ends.exclude(sealed_seq=F("latest")).order_by("chain").iterator(chunk_size=CHUNK):
        report.tell(head.chain, "封存被删除")
