"""What an examiner sees: the filing, the sessions to examine in, the relatives declared."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gongtu.registers.sittings import queries as sittings
from gongtu.registers.sittings.queries import examining
from gongtu.registers.skills.choices import Grade
from gongtu.web.chain_page import label_of
from gongtu.web.desk.examiners import scope_lines
from gongtu.web.fields import PersonField
from gongtu.web.http import Request
from gongtu.web.wording import name_of

SHOWN = 50


class RelativeForm(forms.Form):
    """Who is a relative."""

    relative = PersonField(label=_("亲属的身份证号码"), max_length=20)


def examining_page(person: Any, form: RelativeForm, request: Request) -> dict[str, Any]:
    """The filing in force, if there is one, and everything that hangs on it."""
    examiner = sittings.find_examiner(person.id, on=request.on)
    return {
        "examiner": examiner,
        "scopes": scope_lines(examiner) if examiner else [],
        "assigned": [_assigned(one) for one in examining.list_assigned(person.id)[:SHOWN]],
        "relatives": [
            {"name": one.relative.name, "on": one.declared_on}
            for one in sittings.list_relatives(person.id)
        ],
        "form": form,
    }


def _assigned(one: Any) -> dict[str, Any]:
    session = one.session
    return {
        "title": f"{session.assessed} · {label_of(Grade(session.grade))}",
        "assessor": name_of(session.filing.assessor.organisation),
        "planned_on": session.planned_on,
        "place": session.place,
    }
