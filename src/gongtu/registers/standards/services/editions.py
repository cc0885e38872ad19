"""What happens to a standard: drafted, commented, answered, adopted; and used by sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from gongtu.base.digests import canonical_json, sha256_hex
from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.models import Attachment
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.skills.choices import Grade, SessionState
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.skills.queries import find_occupation
from gongtu.registers.standards.choices import Outcome, StandardKind
from gongtu.registers.standards.models import Comment, SessionStandard, StandardVersion
from gongtu.registers.standards.queries import editions_of, editions_on, get_public
from gongtu.registers.standards.rows import grades_between, read_sections

MATERIAL = "text"  # of the case: the file of the draft


class StandardNotSound(Refused):
    """What is to be drafted or adopted contradicts itself or an edition in force."""


class RoundOver(Refused):
    """Comments are no longer, or not yet, taken."""


class CommentWrong(Refused):
    """The comment, or the answer to it, cannot be taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody would lay down: for which occupation, up to which grade, in which text."""

    kind: StandardKind
    occupation: str
    title: str
    lowest: Grade
    highest: Grade
    text: str
    drafters: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """Under which number an edition stands from which day; `wording` only if it sets one."""

    number: str
    in_force_from: date
    wording: str = ""


@transaction.atomic
def propose(
    case_number: str, proposal: Proposal, *, proposer: int, by: Capacity, on: date
) -> StandardVersion:
    """Put a draft on record under its case.

    Raises:
        StandardNotSound: No such occupation, or the grades stand in the wrong order.
        SectionsWrong: With every line of the text at fault.
    """
    if find_occupation(proposal.occupation) is None:
        raise StandardNotSound(_("没有代码为%(code)s的职业。") % {"code": proposal.occupation})
    covered = grades_between(proposal.lowest, proposal.highest)
    if not covered:
        raise StandardNotSound(
            _("最低等级“%(lowest)s”高于最高等级“%(highest)s”。")
            % {"lowest": proposal.lowest, "highest": proposal.highest}
        )
    if not all(grade.level for grade in covered):
        raise StandardNotSound(
            _("标准只写有国家职业技能等级的五级，学徒工、特级技师、首席技师除外。")
        )
    sections = read_sections(proposal.text, grades=len(covered))
    draft = StandardVersion.objects.create(
        case_number=case_number,
        kind=proposal.kind,
        occupation_id=proposal.occupation,
        title=proposal.title,
        lowest=proposal.lowest,
        highest=proposal.highest,
        proposer_id=proposer,
        drafters=proposal.drafters,
        sections=[one.as_json() for one in sections],
        file_id=_file_of(case_number),
        proposed_on=on,
    )
    _journal("standard-proposed", draft, by=by, on=on)
    return draft


@transaction.atomic
def revise(case_number: str, text: str, *, by: Capacity, on: date) -> StandardVersion:
    """Give the draft another text; what was commented on stays beside it.

    Raises:
        StandardNotSound: It is no draft any more.
        SectionsWrong: With every line at fault.
    """
    draft = _draft(case_number)
    sections = read_sections(text, grades=len(draft.grades))
    draft.sections = [one.as_json() for one in sections]
    draft.file_id = _file_of(case_number)
    draft.save(update_fields=["sections", "file"])
    _journal("standard-revised", draft, by=by, on=on)
    return draft


@transaction.atomic
def open_round(
    case_number: str, *, until: date, days: int | None, by: Capacity, on: date
) -> StandardVersion:
    """Everybody may comment on the text as it stands, up to and on `until`.

    `days` is how long a round lasts at least, where that is settled.

    Raises:
        StandardNotSound: It would end too early.
    """
    draft = _draft(case_number)
    if until <= on:
        raise StandardNotSound(_("征求意见的截止日期应当在今天以后。"))
    if days is not None and (until - on).days < days:
        raise StandardNotSound(_("征求意见不得少于%(days)s日。") % {"days": days})
    draft.comments_from, draft.comments_until = on, until
    draft.commented = draft.sections
    draft.save(update_fields=["comments_from", "comments_until", "commented"])
    _journal("standard-comments-opened", draft, by=by, on=on)
    return draft


@transaction.atomic
def comment(version: int, text: str, *, section: str = "", by: Capacity, on: date) -> Comment:
    """Comment on a section of a draft, or on the whole; the same words again are one comment.

    Raises:
        NotEntitled: Nobody is signed in.
        StandardUnknown: Nobody may read it yet.
        RoundOver: The round does not run on that day.
        CommentWrong: Nothing is said, or of no section of the draft.
    """
    if not by.is_signed_in or by.account is None:
        raise NotEntitled(_("请先登录，再提出意见。"))
    draft, said = get_public(version), text.strip()
    if not draft.takes_comments(on):
        raise RoundOver(_("这份草案不在征求意见期内，不能提出意见。"))
    if not said:
        raise CommentWrong(_("请写明意见。"))
    if section and section not in {one["title"] for one in draft.commented or ()}:
        raise CommentWrong(_("草案中没有“%(section)s”这一节。") % {"section": section})
    made, is_new = Comment.objects.get_or_create(
        version=draft,
        made_by_id=by.account,
        digest=sha256_hex(canonical_json([section, said])),
        defaults={
            "section": section,
            "text": said,
            "made_as": by.role,
            "organisation_id": by.organisation,
            "made_on": on,
        },
    )
    if is_new:
        _journal("standard-commented", draft, by=by, on=on, comment=made.pk)
    return made


@transaction.atomic
def answer(made: int, outcome: Outcome, *, reason: str, by: Capacity, on: date) -> Comment:
    """The drafters say what they make of a comment, and why.

    Raises:
        NotEntitled: `by` does not act for the body that drafts.
        CommentWrong: It was answered, or is not taken up whole without a reason.
    """
    found = Comment.objects.select_for_update().select_related("version").filter(pk=made).first()
    if found is None or by.organisation is None or found.version.proposer_id != by.organisation:
        raise NotEntitled(_("意见由提出草案的单位答复。"))
    if found.answered_on is not None:
        raise CommentWrong(_("这条意见已经答复。"))
    if outcome is not Outcome.ACCEPTED and not reason.strip():
        raise CommentWrong(_("部分采纳或者不采纳的，请说明理由。"))
    found.outcome, found.reason, found.answered_on = outcome, reason.strip(), on
    found.save(update_fields=["outcome", "reason", "answered_on"])
    _journal("standard-comment-answered", found.version, by=by, on=on, comment=found.pk)
    return found


@transaction.atomic
def prepare_adoption(case_number: str, adoption: Adoption, *, on: date) -> StandardVersion:
    """One officer says under which number and from when; another adopts it.

    Raises:
        StandardNotSound: With every reason.
    """
    draft = _draft(case_number)
    draft.number, draft.wording = adoption.number.strip(), adoption.wording
    draft.in_force_from = adoption.in_force_from
    _check(draft, on=on)
    draft.save(update_fields=["number", "in_force_from", "wording"])
    return draft


@transaction.atomic
def adopt(case_number: str, *, by: Capacity, on: date) -> StandardVersion:
    """The draft is an edition from its first day on, and sessions planned for later go by it.

    Raises:
        StandardNotSound: With every reason.
    """
    draft = _draft(case_number)
    _check(draft, on=on)
    last = editions_of(draft).aggregate(last=Max("edition"))["last"]
    draft.edition, draft.adopted_on = (last or 0) + 1, on
    draft.save(update_fields=["edition", "adopted_on"])
    _journal("standard-adopted", draft, by=by, on=on)
    _replace_uses(draft)
    return draft


@transaction.atomic
def drop(case_number: str, *, by: Capacity, on: date) -> None:
    """Nothing comes of the draft."""
    draft = _draft(case_number)
    draft.dropped_on = on
    draft.save(update_fields=["dropped_on"])
    _journal("standard-dropped", draft, by=by, on=on)


def record_uses(sessions: Iterable[AssessmentSession]) -> int:
    """Note by which editions these sessions are held; two queries, however many they are."""
    planned = {one.pk: one for one in sessions}
    found = editions_on(planned.values())
    rows = [
        SessionStandard(session_id=session, version=version)
        for session, versions in found.items()
        for version in versions
    ]
    SessionStandard.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _replace_uses(edition: StandardVersion) -> None:
    """Sessions planned for its days or later that are still to be held go by the new edition."""
    planned = AssessmentSession.objects.filter(
        filing__occupation=edition.occupation_id,
        grade__in=edition.grades,
        planned_on__gte=edition.in_force_from,
        state=SessionState.PLANNED,
    ).select_related("filing")
    former = SessionStandard.objects.filter(session__in=planned, version__kind=edition.kind)
    former.delete()
    record_uses(planned)


def _file_of(case_number: str) -> UUID | None:
    """The text as its drafters set it, handed in with the case; the last one counts."""
    handed = Attachment.objects.filter(case__number=case_number, material=MATERIAL)
    return handed.order_by("id").values_list("file", flat=True).last()


def _draft(case_number: str) -> StandardVersion:
    found = StandardVersion.objects.select_for_update().get(case_number=case_number)
    if found.adopted_on is not None or found.dropped_on is not None:
        raise StandardNotSound(_("这份标准已经发布或者不再制定，不能再改动。"))
    return found


def _check(draft: StandardVersion, *, on: date) -> None:
    others = StandardVersion.objects.exclude(pk=draft.pk).exclude(edition=None)
    last = editions_of(draft).aggregate(last=Max("in_force_from"))["last"]
    reasons = []
    if not draft.number:
        reasons.append(_("请填写标准编号或者文号。"))
    elif others.filter(number=draft.number).exists():
        reasons.append(_("编号“%(number)s”已经用过。") % {"number": draft.number})
    if draft.in_force_from is None or draft.in_force_from < on:
        reasons.append(_("施行日期不能早于发布之日。"))
    elif last is not None and draft.in_force_from <= last:
        reasons.append(_("施行日期应当晚于上一版的%(day)s。") % {"day": f"{last:%Y-%m-%d}"})
    if reasons:
        raise StandardNotSound(*reasons)


def _journal(
    kind: str, draft: StandardVersion, *, by: Capacity, on: date, comment: int | None = None
) -> None:
    what = {"standard": draft.pk, "organisation": draft.proposer_id}
    if comment is not None:
        what["comment"] = comment
    write(f"standard:{draft.pk}", kind, on=on, by=by, what=what)
