"""Seats of sessions: a worker takes one, and gives it back until the seats are drawn."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Router, Schema, Status

from gongtu.api.access import KNOWN, Request
from gongtu.registers.sittings import queries as sittings
from gongtu.registers.sittings import services

router = Router(tags=["assessors"])


class SeatHeld(Schema):
    """A seat in a session; `ticket` is the number one sits under, room and seat are drawn later."""

    session: str
    planned_on: date
    place: str
    ticket: str


class SeatGivenBack(Schema):
    """The session has so many seats left now."""

    session: str
    left: int


@router.post(
    "/me/sessions/{number}/sign-up",
    response={201: SeatHeld},
    auth=KNOWN,
    summary="Take a seat in a session; the last goes to one, others are told the next that fits",
)
def take_seat(request: Request, number: str) -> Status[dict[str, Any]]:
    sat = services.register(number, by=request.auth, on=request.on)
    session = sat.session
    told = {"session": number, "planned_on": session.planned_on, "place": session.place}
    return Status(201, {**told, "ticket": sittings.ticket_of(sat)})


@router.post(
    "/me/sessions/{number}/withdraw",
    response=SeatGivenBack,
    auth=KNOWN,
    summary="Give my seat in a session back, until the seats are drawn",
)
def give_seat_back(request: Request, number: str) -> dict[str, Any]:
    services.give_back(number, by=request.auth, on=request.on)
    return {"session": number, "left": sittings.left_in(number)}
