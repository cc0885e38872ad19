"""Opening a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.answers import as_json, read_answers
from gongtu.engines.casework.declare import Effect, Procedure
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries.knowing import gathering_of, known_of
from gongtu.engines.casework.refusals import AnswersWrong, WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.services.attaching import add_file
from gongtu.engines.casework.services.binding import seat_all
from gongtu.engines.casework.services.drafting import discard_draft
from gongtu.engines.casework.services.numbering import case_number
from gongtu.engines.casework.services.onceness import once_only, remember
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.staying import enter
from gongtu.engines.casework.services.telling import tell_holder
from gongtu.engines.casework.speech import role_name, said
from gongtu.parties.capacity import Capacity
from gongtu.records.files.services import Upload
from gongtu.records.journal import services as journal


@dataclass(frozen=True, slots=True)
class Handed:
    """A file handed in; `material` is the key of the demanded material it is, or empty."""

    material: str
    name: str
    content: Upload | bytes


def open_case(
    procedure_key: str,
    *,
    answers: Mapping[str, Any],
    by: Capacity,
    on: date,
    files: Sequence[Handed] = (),
    once: str | None = None,
) -> Case:
    """Open a case on the first stage of the procedure.

    Raises:
        ProcedureUnknown: Nobody declared it.
        WrongHands: `by` may not open it; journaled.
        AnswersWrong: With every field at fault and every material left out.
    """
    procedure = get_procedure(procedure_key)
    require_opener(procedure, by=by, on=on)

    def do() -> Case:
        return _open(procedure, answers, files, once, by=by, on=on)

    return once_only(once, do, by=by)


def check_answers(
    procedure: Procedure, answers: Mapping[str, Any], files: Sequence[Handed] = ()
) -> dict[str, Any]:
    """The answers in their kinds, when form and materials are complete.

    Raises:
        AnswersWrong: With every field at fault and every material left out.
    """
    handed = {file.material for file in files}
    errors: dict[str, Sequence[str]] = {
        material.key: [
            _("请提交%(material)s。") % {"material": said(material.label, procedure.key)}
        ]
        for material in procedure.materials
        if material.required and material.key not in handed
    }
    try:
        read = read_answers(procedure.form, answers)
    except AnswersWrong as wrong:
        raise AnswersWrong({**wrong.errors, **errors}) from None
    if errors:
        raise AnswersWrong(errors)
    return read


def require_opener(procedure: Procedure, *, by: Capacity, on: date) -> None:
    """Pass whoever may open such a case; refuse and journal the refusal of others.

    Raises:
        WrongHands: Somebody else opens it.
    """
    if by.role in procedure.openers:
        return
    refused = wrong_opener(procedure)
    what = {"procedure": procedure.key, "act": "open"}
    chain = f"account:{by.account or ''}"
    journal.write(chain, "refused", on=on, by=by, what=what, text=str(refused))
    raise refused


def wrong_opener(procedure: Procedure) -> WrongHands:
    """What somebody who does not open such a case reads: who does."""
    return WrongHands(
        _("“%(title)s”由%(role)s发起。")
        % {
            "title": said(procedure.title, procedure.key),
            "role": "、".join(map(role_name, procedure.openers)),
        }
    )


@transaction.atomic
def _open(
    procedure: Procedure,
    answers: Mapping[str, Any],
    files: Sequence[Handed],
    once: str | None,
    *,
    by: Capacity,
    on: date,
) -> Case:
    read = check_answers(procedure, answers, files)
    case = _begin(procedure, read, by=by, on=on)
    for file in files:
        add_file(case, file.content, file.name, material=file.material, by=by, on=on)
    record(case, "opened", by=by, on=on, version=case.version)
    _bring_about(case, procedure, by=by, on=on)
    tell_holder(case, by=by, on=on)
    discard_draft(procedure.key, by=by)
    remember(once, case, by=by, on=on)
    return case


def _begin(procedure: Procedure, read: dict[str, Any], *, by: Capacity, on: date) -> Case:
    if by.division is None:
        raise Refused(_("请先登记所在的区（市），本件才能转到当地办理。"))
    case = Case.objects.create(
        number=case_number(on),
        procedure=procedure.key,
        version=procedure.version,
        title=(procedure.titled(read) if procedure.titled else procedure.title)[:200],
        division_id=by.division,
        answers=as_json(read),
        opened_on=on,
        opener_role=str(procedure.opened_by),
        opener_account_id=by.account,
        opener_person_id=by.person if by.organisation is None else None,
        opener_organisation_id=by.organisation,
        stage_since=on,
    )
    seat_all(case, procedure, on=on)
    enter(case, procedure.first.key, on=on)
    case.save()
    return case


def _bring_about(case: Case, procedure: Procedure, *, by: Capacity, on: date) -> None:
    if procedure.opens is None:
        return
    gathering = gathering_of(case, on=on)
    known = known_of(case, gathering)
    procedure.opens(effect_of(gathering, by=by, known=known))


def effect_of(gathering: Any, **more: Any) -> Effect:
    """What a move carries into the registers: all that was gathered, and who did what."""
    told = {name: getattr(gathering, name) for name in gathering.__dataclass_fields__}
    return Effect(**told, **{"move_answers": {}, **more})
