"""Workers of the demo with vocational qualifications on record, one of the cast among them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongtu.ops.demo.plays import RECONSIDER, WITHDRAW, Play, Turn, cut
from gongtu.ops.demo.town import Town
from gongtu.parties.models import Person
from gongtu.parties.roles import Role

TOLD, EVERY = 12, 997  # how many, and one in so many of the staff
ASKED_ON, ISSUED_ON, VALID_THROUGH = date(2026, 4, 7), date(2024, 5, 20), date(2030, 5, 19)
REGISTER = "颁发部门公布的查询系统（演示）"


def qualifications(town: Town) -> Iterator[Play]:
    """Qualifications told of, at every stage; that of the cast is on record."""
    cast = {account.person_id for account in town.cast.values()}
    staff = [one for people in town.staff.values() for one in people if one.pk not in cast]
    wang = Person.objects.get(account=town.cast["wang"])
    for place, person in enumerate([wang, *staff[::EVERY][:TOLD]]):
        worker = town.worker(person)
        answers = {
            "name": "职业资格（演示）",
            "kind": "access",
            "number": f"ZY2024{place:04d}",
            "issuer": "颁发部门（演示）",
            "issued_on": ISSUED_ON.isoformat(),
            "valid_through": VALID_THROUGH.isoformat(),
        }
        opened = ASKED_ON + timedelta(days=place * 9)
        turns = cut(_paths(town, person), place)
        yield Play("qualification-record", worker, opened, answers, turns)


def _paths(town: Town, person: Person) -> list[list[Turn]]:
    worker = town.worker(person)
    first, second = (town.office(Role.HRSS, person.division_id, place) for place in (0, 1))
    recorded = Turn("record", first, 4, {"register": REGISTER})
    more = Turn("ask_more", first, 3, reason="照片看不清编号。")
    again = Turn("resubmit", worker, 2, reason="已附清晰的照片。")
    declined = Turn("decline", first, 5, reason="官方登记中没有这一编号。")
    once_more = Turn(RECONSIDER, worker, 3, reason="登记已经补上，请复核。")
    compared = Turn("record", second, 4, {"register": REGISTER})
    struck = Turn("strike", first, 20, reason="颁发部门公告撤销（演示）。")
    return [
        [recorded],
        [more, again, recorded, struck],
        [declined, once_more, compared],
        [declined],
        [Turn(WITHDRAW, worker, 2)],
        [more],
    ]
