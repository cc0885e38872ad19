"""Who may see a case, and who may make which move on it, each answer with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.declare import OPENED, End, Move, Named, Procedure, Stage
from gongtu.engines.casework.models import Case, CaseParty
from gongtu.engines.casework.refusals import AlreadyDone, CaseClosed, InConflict, WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.speech import role_name, said
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Office, Organisation
from gongtu.parties.queries import list_employers, list_parents
from gongtu.parties.roles import OFFICES, ORGANISATIONS, Role
from gongtu.records.journal.models import JournalEntry


def chain_of(case: Case) -> str:
    """The journal's chain of the case."""
    return f"case:{case.number}"


@dataclass(frozen=True, slots=True)
class Made:
    """One move that was made, or the opening: by whom, where the case went, and when."""

    move: str
    to: str
    account: int | None
    person: str
    on: date


@dataclass(frozen=True, slots=True)
class Docket:
    """A case with what decides who may act on it, read once."""

    case: Case
    procedure: Procedure
    stage: Stage | End
    parties: tuple[CaseParty, ...]
    made: tuple[Made, ...]

    def party(self, role: Role | str) -> CaseParty | None:
        """Who sits on the role's seat now."""
        return next((p for p in self.parties if p.role == role and p.until is None), None)

    @property
    def rests(self) -> bool:
        """Whether what was decided holds, and the case waits for nobody."""
        return isinstance(self.stage, Stage) and self.stage.rests

    def ends_refused(self, move: Move) -> bool:
        """Whether the move ends the case with a no."""
        end = self.procedure[move.to]
        return isinstance(end, End) and end.refused

    def made_by(self, move: str, by: Capacity) -> bool:
        """Whether this very person made that move, or opened the case."""
        return any(_same(one, by) for one in self.made if one.move == move)


def docket_of(case: Case) -> Docket:
    """Two queries: the parties, and what was done so far: its opening and the moves."""
    procedure = get_procedure(case.procedure, case.version)
    done = JournalEntry.objects.filter(chain=chain_of(case), kind__in=(OPENED, "moved"))
    made = tuple(
        Made(
            one.move or OPENED, one.stage, one.actor_account, one.what.get("by_person", ""), one.on
        )
        for one in done.order_by("seq")
    )
    parties = tuple(case.parties.order_by("id"))
    return Docket(case, procedure, procedure[case.stage], parties, made)


def sits(party: CaseParty | None, by: Capacity, procedure: Procedure) -> bool:
    """Whether `by` acts for the party: the person itself, or an officer of the organisation."""
    if party is None:
        return False
    named = isinstance(procedure.seat(Role(party.role)), Named)
    if party.person_id is not None:
        return party.person_id == by.person and (named or by.role == party.role)
    if by.organisation is None or party.organisation_id != by.organisation:
        return False
    if party.role == procedure.opened_by:
        return by.role in procedure.openers
    return by.role == party.role or (named and by.role in ORGANISATIONS)


def why_not(docket: Docket, move: Move, by: Capacity, *, on: date) -> Refused | None:
    """The first reason why `by` may not make the move now; None when nothing stands against it."""
    stage, key = docket.stage, docket.case.procedure
    names = {"stage": said(stage.label, key), "move": said(move.label, key)}
    if isinstance(stage, End):
        return CaseClosed(_("本件已办结（%(end)s）。") % {"end": names["stage"]})
    if move not in stage.moves:
        return WrongHands(_("本件现处于“%(stage)s”环节，不能办理“%(move)s”。") % names)
    role = move.by or stage.held_by
    if not sits(docket.party(role), by, docket.procedure):
        return WrongHands(
            _("“%(move)s”由本件的%(role)s办理，您的身份是%(by)s。")
            % {**names, "role": role_name(role), "by": by.label}
        )
    if move.once and any(one.move == move.key for one in docket.made):
        return AlreadyDone(_("“%(move)s”只能办理一次，本件已经办理过。") % names)
    return _why_not_this_person(docket, move, by, on=on)


def _why_not_this_person(docket: Docket, move: Move, by: Capacity, *, on: date) -> Refused | None:
    if (not_theirs := assigned_elsewhere(docket.case, docket.stage, by)) is not None:
        return not_theirs
    if move.other_than and docket.made_by(move.other_than, by):
        return _second_person(docket, move)
    return conflict_of(docket, by, on=on)


def _second_person(docket: Docket, move: Move) -> WrongHands:
    named = {"move": said(move.label, docket.case.procedure)}
    if move.other_than != OPENED:
        return WrongHands(_("“%(move)s”须由未办理前一步骤的人员办理。") % named)
    return WrongHands(
        _("本件由您提交，“%(move)s”须由本单位的另一名经办人办理。") % named,
        _("还没有另一名经办人的，请平台的管理单位将其录入任职名单。"),
    )


def assigned_elsewhere(case: Case, stage: Stage | End, by: Capacity) -> WrongHands | None:
    """Refuses colleagues of the assignee, except who stands in by delegation."""
    suspended = isinstance(stage, Stage) and stage.suspends is not None
    if case.assignee_id is None or suspended or by.organisation != case.holder_organisation_id:
        return None
    if by.person == case.assignee_id or _stands_in(by, case.assignee_id):
        return None
    return WrongHands(_("本件由%(name)s承办，请先改派。") % {"name": case.assignee})


def _stands_in(by: Capacity, assignee: UUID) -> bool:
    if by.office is None or not by.delegated:
        return False
    return Office.objects.filter(pk=by.office, person_id=assignee).exists()


def conflict_of(docket: Docket, by: Capacity, *, on: date) -> InConflict | None:
    """Why an officer must keep out: own matter, own employer, own declaration, own decision."""
    if by.role not in OFFICES or by.person is None:
        return None
    if (concerned := concern_of(docket, by, on=on)) is not None:
        return concerned
    ends = {end.key for end in docket.procedure.ends}
    if any(one.to in ends and _same(one, by) for one in docket.made):
        return InConflict(_("原决定由您作出，复核应由他人办理。"))
    return None


def concern_of(docket: Docket, by: Capacity, *, on: date) -> InConflict | None:
    """Why somebody has a part in the matter: their own, their employer's, or declared so."""
    if any(party.person_id == by.person for party in docket.parties if party.person_id):
        return InConflict(_("您是本件当事人，应当回避。"))
    if _employed_by_a_party(docket, by, on=on):
        return InConflict(_("您受聘于本件当事单位，应当回避。"))
    if by.person is not None and docket.case.conflicts.filter(person_id=by.person).exists():
        return InConflict(_("您已声明回避本件。"))
    return None


def _employed_by_a_party(docket: Docket, by: Capacity, *, on: date) -> bool:
    deciding = {p.organisation_id for p in docket.parties if Role(p.role) in OFFICES}
    concerned = {p.organisation_id for p in docket.parties if p.organisation_id} - deciding
    return by.person is not None and list_employers(by.person, on).filter(pk__in=concerned).exists()


def may_see(case: Case, by: Capacity) -> bool:
    """Parties past and present, offices of the divisions above, and the declared supervisors.

    A body that has to be named in the case sees it once it is; a government supervises what
    lies in its division.  Basis: art. 41.
    """
    procedure = get_procedure(case.procedure, case.version)
    parties = list(case.parties.all())
    if any(sits(party, by, procedure) for party in parties):
        return True
    if by.role is Role.GOVERNMENT or by.role in offices_of(procedure):
        return by.division in list_parents(case.division_id)
    if by.role in procedure.sees and by.organisation is not None:
        concerned = [party.organisation_id for party in parties if party.organisation_id]
        return Organisation.objects.filter(pk=by.organisation, parent_id__in=concerned).exists()
    return False


def may_add(case: Case, by: Capacity) -> bool:
    """Whoever may see the case may add to it, except a government, which only supervises."""
    return by.role is not Role.GOVERNMENT and may_see(case, by)


def offices_of(procedure: Procedure) -> frozenset[Role]:
    """The roles of public bodies that answer for a whole division, and those declared to see."""
    answering = {role for role in procedure.roles if not isinstance(procedure.seat(role), Named)}
    return OFFICES & {*answering, *procedure.sees}


def _same(made: Made, by: Capacity) -> bool:
    if made.person:
        return made.person == str(by.person)
    return made.account is not None and made.account == by.account
