"""Seating the parties: which person, organisation or body takes each role in a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.answers import from_json
from gongtu.engines.casework.declare import CITY, DISTRICT, OPENER, Named, Procedure
from gongtu.engines.casework.models import Case, CaseParty
from gongtu.engines.casework.refusals import AnswersWrong
from gongtu.engines.entitlement.declare import Form, PersonKey
from gongtu.parties.choices import Level
from gongtu.parties.queries import body_for, get_organisation, get_person
from gongtu.parties.roles import Role


def seat_all(case: Case, procedure: Procedure, *, on: date) -> None:
    """Seat everybody known at the opening: opener, offices, and who the form names."""
    for role in procedure.roles:
        seat = procedure.seat(role)
        if seat is OPENER:
            _seat(case, role, case.opener_organisation_id, case.opener_person_id, on=on)
        elif seat in (DISTRICT, CITY):
            level = Level.CITY if seat is CITY else Level.DISTRICT
            body = body_for(role, case.division_id, level=level)
            _seat(case, role, body.pk, None, on=on)
    seat_named(case, procedure, procedure.form, from_json(procedure.form, case.answers), on=on)


def seat_with(case: Case, procedure: Procedure, move: str, *, on: date) -> None:
    """Seat whom the opening named, and who takes the seat with this move only."""
    if not any(isinstance(seat, Named) and move in seat.with_moves for _, seat in procedure.seats):
        return
    told = from_json(procedure.form, case.answers)
    seat_named(case, procedure, procedure.form, told, on=on, move=move)


def seat_named(
    case: Case,
    procedure: Procedure,
    form: type[Form],
    answers: Mapping[str, Any],
    *,
    on: date,
    move: str = "",
) -> None:
    """Seat those whom this form names; a seat named anew changes hands.

    With `move`, those who waited for it; without, those who wait for none.

    Raises:
        AnswersWrong: The form names nobody on record.
    """
    for role, place in procedure.seats:
        if not isinstance(place, Named) or not _takes_its_seat(place, move):
            continue
        for name, fact in form.facts.items():
            if fact.expression is place.fact and answers.get(name):
                is_person = issubclass(fact.kind, PersonKey)
                organisation, person = _looked_up(name, answers[name], is_person=is_person)
                _seat(case, role, organisation, person, on=on)


def _takes_its_seat(place: Named, move: str) -> bool:
    return move in place.with_moves if move else not place.with_moves


def _looked_up(name: str, named: str, *, is_person: bool) -> tuple[int | None, UUID | None]:
    try:
        if is_person:
            return None, get_person(UUID(named)).pk
        return get_organisation(int(named)).pk, None
    except ValueError:
        raise AnswersWrong({name: [_("请从查询结果中选择。")]}) from None
    except Refused as refused:
        raise AnswersWrong({name: refused.reasons}) from None


def _seat(
    case: Case, role: Role, organisation: int | None, person: UUID | None, *, on: date
) -> None:
    if organisation is None and person is None:
        return  # the public: nobody in particular
    current = case.parties.filter(role=role, until=None)
    if current.filter(organisation=organisation, person=person).exists():
        return
    current.update(until=on)
    if organisation is not None:
        person = None
    CaseParty.objects.create(
        case=case, role=role, organisation_id=organisation, person_id=person, since=on
    )


def reseat(case: Case, role: Role, organisation: int, *, on: date) -> None:
    """Give a role's seat to another organisation; the former keeps sight of its case."""
    _seat(case, role, organisation, None, on=on)
