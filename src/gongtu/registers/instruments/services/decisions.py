"""Proposing and settling parameter decisions; always two officers, always a document."""

import secrets
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.policy import Parameter, get_parameter
from gongtu.policy.units import made_of, stored
from gongtu.records.journal import services as journal
from gongtu.registers.instruments.choices import Instrument, State
from gongtu.registers.instruments.models import ParameterDecision
from gongtu.registers.instruments.queries.decided import look_again
from gongtu.registers.instruments.queries.proposals import settles

MARKS = 2**31 - 1


class WrongOffice(NotEntitled):
    """The parameter is another office's to decide."""


class OwnProposal(NotEntitled):
    """Nobody approves what they proposed themselves."""


class AlreadySettled(Refused):
    """Somebody was faster: the proposal has been approved, rejected or withdrawn."""


class NotAcceptable(Refused):
    """The value, its document or the reasons do not fit."""


@transaction.atomic
def propose(
    parameter: str, *, value: Any, valid_from: date, instrument: Instrument, by: Capacity, on: date
) -> ParameterDecision:
    """Propose what a parameter, by its full key, shall be from a day on.

    `value` is a number, or for a table a mapping of all its rows.  A day in the past is allowed;
    the decision then says so itself (`is_backdated`).

    Raises:
        WrongOffice: The parameter is not this role's to decide.
        NotAcceptable: The value does not fit the parameter's unit or rows, or no document is named.
    """
    about = get_parameter(parameter)
    officer = require_office(about, by)
    if not instrument.title.strip():
        raise NotAcceptable(_("请填写依据文件的名称：没有文件，参数不得改变。"))
    decision = ParameterDecision.objects.create(
        parameter=parameter,
        value=fitting(about, value),
        unit=about.unit,
        valid_from=valid_from,
        instrument=instrument.title.strip(),
        number=instrument.number.strip(),
        issued_on=instrument.issued_on,
        file_id=instrument.file,
        note=instrument.note.strip(),
        proposed_by_id=officer,
        proposed_as=by.label,
        proposed_on=on,
    )
    _write_down(decision, "proposed", by=by, on=on)
    return decision


@transaction.atomic
def approve(decision: int, *, by: Capacity, on: date) -> ParameterDecision:
    """Let a proposal hold; from now on every look-up gives its value.

    Raises:
        WrongOffice: The parameter is not this role's to decide, or not this level's.
        OwnProposal: The officer proposed it.
        AlreadySettled: It no longer waits.
    """
    proposal = _waiting(decision)
    about = get_parameter(proposal.parameter)
    require_office(about, by)
    if proposal.proposed_by_id == by.person:
        raise OwnProposal(_("提出人不得批准自己提出的参数决定，请由另一名工作人员批准。"))
    _require_city(about, by)
    proposal.mark = secrets.randbelow(MARKS) + 1
    _settle(proposal, State.APPROVED, by=by, on=on)
    look_again()
    return proposal


@transaction.atomic
def reject(decision: int, *, reason: str, by: Capacity, on: date) -> ParameterDecision:
    """Send a proposal back, with the reason.

    Raises:
        WrongOffice: The parameter is not this role's to decide.
        NotAcceptable: No reason is given.
        AlreadySettled: It no longer waits.
    """
    proposal = _waiting(decision)
    about = get_parameter(proposal.parameter)
    require_office(about, by)
    _require_city(about, by)
    if not reason.strip():
        raise NotAcceptable(_("退回须说明理由。"))
    return _settle(proposal, State.REJECTED, by=by, on=on, reason=reason.strip())


@transaction.atomic
def withdraw(decision: int, *, by: Capacity, on: date, reason: str = "") -> ParameterDecision:
    """Take one's own proposal back.

    Raises:
        WrongOffice: Somebody else proposed it.
        AlreadySettled: It no longer waits.
    """
    proposal = _waiting(decision)
    if proposal.proposed_by_id != by.person:
        raise WrongOffice(_("只有提出人可以撤回参数决定。"))
    return _settle(proposal, State.WITHDRAWN, by=by, on=on, reason=reason.strip())


def require_office(parameter: Parameter, by: Capacity) -> UUID:
    """The officer, if theirs is the office that decides."""
    if by.role != parameter.decides or by.person is None:
        raise WrongOffice(_("“%s”由其决定机关的工作人员决定。") % parameter.title)
    return by.person


def _require_city(parameter: Parameter, by: Capacity) -> None:
    if not settles(by, parameter):
        told = _("“%s”适用于全市，由市级机关批准或者退回；区（市）机关的工作人员可以提出。")
        raise WrongOffice(told % parameter.title)


def fitting(parameter: Parameter, value: Any) -> Any:
    """The value as it is kept.

    Every row of a table must be there, and no other.
    """
    rows = set(value) if isinstance(value, dict) else set()
    if rows != set(parameter.rows):
        told = "、".join(parameter.row_title(row) for row in parameter.rows)
        wants = _("应逐行填写：%s。") % told if told else _("应填写一个值，而不是一张表。")
        raise NotAcceptable(f"“{parameter.title}”{wants}")
    try:
        return stored(made_of(parameter.unit, value))
    except Refused as refusal:
        raise NotAcceptable(*refusal.reasons) from refusal


def _waiting(decision: int) -> ParameterDecision:
    proposal = ParameterDecision.objects.select_for_update().get(pk=decision)
    if proposal.state != State.PROPOSED:
        label = State(proposal.state).label
        raise AlreadySettled(_("该参数决定%s，不能再处理。") % label)
    return proposal


def _settle(
    proposal: ParameterDecision, state: State, *, by: Capacity, on: date, reason: str = ""
) -> ParameterDecision:
    proposal.state, proposal.reason = state, reason
    proposal.settled_by_id, proposal.settled_as, proposal.settled_on = by.person, by.label, on
    proposal.save()
    _write_down(proposal, state.value, by=by, on=on, text=reason)
    return proposal


def _write_down(
    decision: ParameterDecision, kind: str, *, by: Capacity, on: date, text: str = ""
) -> None:
    what = {
        "decision": decision.pk,
        "parameter": decision.parameter,
        "valid_from": decision.valid_from.isoformat(),
        "value": decision.value,
        "number": decision.number,
        "backdated": decision.is_backdated,
    }
    journal.write(f"parameter:{decision.parameter}", kind, on=on, by=by, what=what, text=text)
