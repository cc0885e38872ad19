"""What is shown on an appointment: that whoever is in office works there no more."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.registers.appointments.queries import list_left
from gongtu.web.cases.sections import section


@section("chief-technician-appointment", "cases/sections/left.html")
def left_page(case: Any, on: date) -> dict[str, Any] | None:
    """Since when, where they left while the appointment runs."""
    for term, left_on in list_left(case.opener_organisation_id, on=on):
        if term.case_number == case.number:
            return {"name": term.person.name, "left_on": left_on}
    return None
