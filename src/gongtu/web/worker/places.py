"""What a worker's grades mean with employers: where they count, since when, and what it pays."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.parties import queries as parties
from gongtu.registers.recognition import queries as recognition
from gongtu.web.agreements_page import pay_rows
from gongtu.web.matching_page import counted_words, titled_grade
from gongtu.web.wording import money, name_of


def grade_pay_page(person: Any, on: date) -> dict[str, Any]:
    """Each employer of the day, with what counts there and its own table."""
    return {"places": [_place(person, one, on) for one in parties.list_employers(person.id, on)]}


def places_of(person: Any, held: Any, on: date) -> list[dict[str, str]]:
    """Where one certificate counts, and where it would; other employers' pay is not told."""
    employers = list(parties.list_employers(person.id, on))
    here = [
        {"name": name_of(employer), "says": counted_words(one), "monthly": _monthly(one)}
        for employer in employers
        for one in recognition.counted_grades(person.id, employer.pk, on=on)
        if one.certificate.pk == held.pk
    ]
    known = {employer.pk for employer in employers}
    there = [
        {"name": name_of(body), "says": _("到该单位工作，等级继续计入。"), "monthly": ""}
        for body in recognition.bodies_recognising(held, on=on)
        if body.pk not in known
    ]
    return [*here, *there]


def _place(person: Any, employer: Any, on: date) -> dict[str, Any]:
    counted = recognition.counted_grades(person.id, employer.pk, on=on)
    highest = counted[0].grade if counted else None
    return {
        "employer": name_of(employer),
        "counted": [
            {
                "title": titled_grade(one.certificate),
                "how": counted_words(one),
                "monthly": _monthly(one),
            }
            for one in counted
        ],
        "rows": pay_rows(employer.pk, on, highest),
    }


def _monthly(one: Any) -> str:
    return "" if one.monthly is None else money(one.monthly)
