"""One case: found, shown to whom it may be shown, with what may be done about it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import authority
from gongtu.engines.casework.declare import Move, Stage
from gongtu.engines.casework.models import Attachment, Case, CaseParty, Draft, Letter
from gongtu.engines.casework.refusals import CaseUnknown
from gongtu.engines.casework.registry import get_procedure, procedures
from gongtu.engines.entitlement.declare import RecordKey
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import OFFICES


def get_case(number: str) -> Case:
    """The case with all that its page shows of who is who.

    Raises:
        CaseUnknown: There is no such case.
    """
    case = (
        Case.objects.select_related(
            "division", "opener_person", "opener_organisation",
            "holder_organisation", "holder_person", "assignee",
        )
        .prefetch_related("parties__organisation", "parties__person")
        .filter(number=number)
        .first()
    )  # fmt: skip
    if case is None:
        raise CaseUnknown(_("没有编号为“%(number)s”的案件。") % {"number": number})
    return case


def moves_open_to(case: Case, by: Capacity, *, on: date) -> list[Move]:
    """What `by` may do now; the page's buttons are exactly these."""
    docket = authority.docket_of(case)
    if not isinstance(docket.stage, Stage):
        return []
    moves = docket.stage.moves
    return [move for move in moves if authority.why_not(docket, move, by, on=on) is None]


def why_not_open(case: Case, move: Move, by: Capacity, *, on: date) -> Refused | None:
    """The reason why `by` may not make the move now; None where the page has its button."""
    return authority.why_not(authority.docket_of(case), move, by, on=on)


def rights_of(case: Case, by: Capacity) -> frozenset[str]:
    """What `by` may do besides moves; the services check again.

    Of: attach, withdraw, reconsider, rate, hand_over, assign, take, release, extend and
    declare_conflict.
    """
    docket = authority.docket_of(case)
    opener = authority.sits(docket.party(case.opener_role), by, docket.procedure)
    holder = by.organisation is not None and by.organisation == case.holder_organisation_id
    found = {"attach"} if authority.may_add(case, by) else set()
    found |= _openers_rights(docket) if opener else set()
    found |= _holders_rights(docket, by) if holder and case.closed_on is None else set()
    return frozenset(found)


def _openers_rights(docket: authority.Docket) -> set[str]:
    case, procedure = docket.case, docket.procedure
    if case.closed_on is None:
        return {"withdraw"} if procedure.withdrawn and not docket.rests else set()
    rated = hasattr(case, "rating")
    again = procedure.reconsideration is not None and case.stage != procedure.withdrawn
    return {*(() if rated else ("rate",)), *(("reconsider",) if again else ())}


def _holders_rights(docket: authority.Docket, by: Capacity) -> set[str]:
    stage, case = docket.stage, docket.case
    office = {"hand_over", "assign", "declare_conflict"} if _is_office(docket, by) else set()
    mine = {"release"} if case.assignee_id is not None else {"take"}
    limit = stage.limit if isinstance(stage, Stage) else None
    run = case.runs.filter(left_on=None).first()
    extensible = limit and limit.extension and run and not run.extended_by and run.legal_due
    extender = docket.party(limit.extended_by) if limit and limit.extended_by else None
    by_me = authority.sits(extender, by, docket.procedure)
    return office | mine | ({"extend"} if extensible and by_me else set())


def _is_office(docket: authority.Docket, by: Capacity) -> bool:
    return by.role in OFFICES and isinstance(docket.stage, Stage)


def people_of(case: Case) -> QuerySet[CaseParty]:
    """The persons who sit on a seat of the case now."""
    return case.parties.filter(until=None, person__isnull=False).select_related("person")


def list_cases_of(by: Capacity) -> QuerySet[Case]:
    """The cases that the person or organisation opened or is a party of, newest first."""
    cases = Case.objects.filter(mine(by)).select_related("division", "holder_organisation")
    return cases.order_by("-id").distinct()


def waiting_for(by: Capacity) -> QuerySet[Case]:
    """Open cases whose next move is this person's or organisation's, the most urgent first."""
    if by.organisation is not None:
        mine = Q(holder_organisation=by.organisation)
    else:
        mine = Q(holder_person=by.person, holder_role=str(by.role))
    known = by.organisation is not None or by.person is not None
    cases = Case.objects.filter(mine, closed_on=None) if known else Case.objects.none()
    return cases.select_related("division", "assignee").order_by("due_order", "id")


def list_claimed(*, person: UUID | None, organisation: int | None) -> dict[tuple[str, str], str]:
    """Procedure and record of every claim of theirs that runs or was granted → its number.

    A refused or withdrawn claim may be made again, so it is left out.
    """
    told = ("number", "procedure", "stage", "answers")
    cases = Case.objects.filter(opener_person=person, opener_organisation=organisation).values_list(
        *told
    )
    return {
        (procedure, str(answers[name])): number
        for number, procedure, stage, answers in cases
        if not _fell(procedure, stage)
        for name, fact in get_procedure(procedure).form.facts.items()
        if issubclass(fact.kind, RecordKey) and answers.get(name)
    }


def _fell(procedure: str, stage: str) -> bool:
    declared = get_procedure(procedure)
    refused = {end.key for end in declared.ends if end.refused}
    return stage in refused | {declared.withdrawn}


def letters_of(case: Case) -> QuerySet[Letter]:
    """The letters of a case in the order they were issued."""
    return case.letters.select_related("issuer", "to_person", "to_organisation").order_by("id")


def list_letters_to(by: Capacity) -> QuerySet[Letter]:
    """Letters addressed to the person or organisation, newest first."""
    if by.organisation is not None:
        mine = Q(to_organisation=by.organisation)
    else:
        mine = Q(to_person=by.person, to_person__isnull=False)
    letters = Letter.objects.filter(mine).select_related("case__division", "issuer")
    return letters.order_by("-id")


def list_letters_from(by: Capacity) -> QuerySet[Letter]:
    """Letters that the organisation issued, newest first, with where their cases stand."""
    letters = Letter.objects.filter(issuer=by.organisation, issuer__isnull=False)
    beside = ("case__division", "case__holder_organisation", "to_organisation")
    return letters.select_related(*beside).order_by("-id")


def attachments_of(case: Case) -> QuerySet[Attachment]:
    """The files of a case in the order they came."""
    return case.attachments.select_related("file").order_by("id")


def get_draft(procedure_key: str, by: Capacity, *, about: str = "", move: str = "") -> Draft | None:
    """What was filled in so far, or None."""
    drafts = Draft.objects.filter(account=by.account, capacity=by.key, procedure=procedure_key)
    return drafts.filter(about=about, move=move).first()


def list_drafts(by: Capacity) -> QuerySet[Draft]:
    """Everything half filled in, the latest first."""
    drafts = Draft.objects.filter(account=by.account, capacity=by.key)
    keys = [procedure.key for procedure in procedures()]
    return drafts.filter(procedure__in=keys).order_by("-saved_on", "-id")


def mine(by: Capacity) -> Q:
    """What the person or organisation opened or is a party of."""
    if by.organisation is not None:
        return Q(opener_organisation=by.organisation) | Q(parties__organisation=by.organisation)
    if by.person is not None:
        return Q(opener_person=by.person) | Q(parties__person=by.person)
    return Q(pk=None)
