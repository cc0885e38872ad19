"""Who left the enterprise and is appointed still: told to its clerks, ended by nobody but them."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from gongtu.parties.models import Organisation
from gongtu.registers.appointments.queries import list_left
from gongtu.registers.skills.choices import Grade
from gongtu.web.chain_page import label_of

END, BECAUSE = "end", {"cause": "left"}


def left_in_office(body: Organisation, *, on: date) -> list[dict[str, Any]]:
    """Each with the post, the day they left, and where the appointment is ended for that reason."""
    return [
        {
            "name": term.person.name,
            "post": f"{term.occupation.name} · {label_of(Grade(term.grade))}",
            "left_on": left_on,
            "until": term.until,
            "case": reverse("cases:show_case", args=[term.case_number]),
            "end": reverse("cases:make_move", args=[term.case_number, END])
            + "?"
            + urlencode(BECAUSE),
        }
        for term, left_on in list_left(body.pk, on=on)
    ]
