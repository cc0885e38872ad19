"""Which wording of the conditions an occupation's standard uses from a day on, by which source.

One officer proposes what a document says and another confirms it, for verdicts on who may apply
hang on it; an adopted standard of the city sets its own.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import HRSS
from gongtu.records.journal.queries import entries_of_kind
from gongtu.records.journal.services import write
from gongtu.registers.ladder.choices import ProposalState, Wording
from gongtu.registers.ladder.models import StandardWording, WordingProposal
from gongtu.registers.ladder.queries import decides_wordings, get_occupation

CHAIN, RECORDED = "occupation:", "wording-recorded"


class WordingNotSound(Refused):
    """What is told of a wording contradicts what stands, or lacks its source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """From which day an occupation's standard uses which wording, by which source."""

    occupation: str
    wording: Wording
    since: date
    standard: str
    source: str
    confidence: str = "high"
    note: str = ""


@transaction.atomic
def record_wording(worded: Worded, *, by: Capacity, on: date) -> StandardWording:
    """From that day on the conditions of the occupation are asked in this wording.

    Raises:
        OccupationUnknown: No occupation has the code.
        WordingNotSound: With every reason.
    """
    _check(worded)
    told = asdict(worded)
    row, is_new = StandardWording.objects.get_or_create(
        occupation_id=told.pop("occupation"), since=told.pop("since"), defaults=told
    )
    if is_new:
        what = {"occupation": row.occupation_id, "wording": row.wording}
        write(f"{CHAIN}{row.occupation_id}", RECORDED, on=on, by=by, what=what)
    return row


def recorded_here() -> frozenset[str]:
    """The occupations of which a wording was recorded on the platform, not read from a file."""
    chains = entries_of_kind(RECORDED).values_list("chain", flat=True)
    return frozenset(chain.removeprefix(CHAIN) for chain in chains)


@transaction.atomic
def propose_wording(worded: Worded, *, by: Capacity, on: date) -> WordingProposal:
    """An officer tells what a document says; nothing hangs on it before another confirms it.

    Raises:
        NotEntitled: Not human resources.
        OccupationUnknown, WordingNotSound: As in `record_wording`.
    """
    if by.role is not HRSS or by.person is None:
        raise NotEntitled(_("申报条件的版次由人力资源社会保障部门提出。"))
    _check(worded)
    told = asdict(worded)
    made, _new = WordingProposal.objects.get_or_create(
        occupation_id=told.pop("occupation"),
        since=worded.since,
        state=ProposalState.PROPOSED,
        defaults={
            **told,
            "proposed_by_id": by.person,
            "proposed_on": on,
        },
    )
    if made.wording != worded.wording or made.proposed_by_id != by.person:
        raise WordingNotSound(_("这个职业同一天的版次已有人提出，等待另一人确认。"))
    return made


@transaction.atomic
def confirm_wording(proposal: int, *, by: Capacity, on: date) -> StandardWording:
    """Another officer has seen the document, too: the wording stands.

    Raises:
        NotEntitled: Not the city's human resources, or whoever proposed it.
        WordingNotSound: It is settled, or something stands for that day since.
    """
    found = _open(proposal)
    if found.proposed_by_id == by.person or not decides_wordings(by):
        raise NotEntitled(_("申报条件的版次由市人力资源社会保障部门的另一名工作人员确认。"))
    worded = Worded(
        occupation=found.occupation_id,
        wording=Wording(found.wording),
        since=found.since,
        standard=found.standard,
        source=found.source,
        confidence=found.confidence,
        note=found.note,
    )
    row = record_wording(worded, by=by, on=on)
    _settle(found, ProposalState.CONFIRMED, by=by, on=on)
    return row


@transaction.atomic
def reject_wording(proposal: int, *, reason: str, by: Capacity, on: date) -> None:
    """The document does not say so; whoever proposed it may take it back this way, too.

    Raises:
        NotEntitled: Neither whoever proposed it nor the city's human resources.
        WordingNotSound: It is settled, or no reason is told.
    """
    found = _open(proposal)
    if found.proposed_by_id != by.person and not decides_wordings(by):
        raise NotEntitled(_("由提出的人收回，或者由市人力资源社会保障部门处理。"))
    if not reason.strip():
        raise WordingNotSound(_("请写明理由。"))
    found.reason = reason.strip()
    _settle(found, ProposalState.REJECTED, by=by, on=on)


def _open(proposal: int) -> WordingProposal:
    waiting = WordingProposal.objects.select_for_update().filter(state=ProposalState.PROPOSED)
    if (found := waiting.filter(pk=proposal).first()) is None:
        raise WordingNotSound(_("这一项已经处理，或者没有提出过。"))
    return found


def _settle(proposal: WordingProposal, state: ProposalState, *, by: Capacity, on: date) -> None:
    proposal.state, proposal.settled_by_id, proposal.settled_on = state, by.person, on
    proposal.save(update_fields=["state", "settled_by", "settled_on", "reason"])


def _check(worded: Worded) -> None:
    get_occupation(worded.occupation)
    reasons = []
    if not worded.standard.strip() or not worded.source.strip():
        reasons.append(_("请写明标准的名称和依据的来源。"))
    same_day = StandardWording.objects.filter(occupation=worded.occupation, since=worded.since)
    if same_day.exclude(wording=worded.wording).exists():
        reasons.append(_("同一天已登记为另一版，请核对日期。"))
    if reasons:
        raise WordingNotSound(*reasons)
