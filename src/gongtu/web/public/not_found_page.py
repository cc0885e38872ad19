"""What is said of a certificate that was not found: likely causes, and what to do about each."""

from __future__ import annotations

from typing import Any

from gongtu.registers.skills import queries as skills
from gongtu.registers.skills import services as register
from gongtu.registers.skills.numbers import NumberImpossible, Sought
from gongtu.registers.skills.numbers.explaining import Part, explain
from gongtu.web.http import Request
from gongtu.web.public.certificates_page import not_found
from gongtu.web.public.followed_page import address_of
from gongtu.web.public.forms import CorrectionForm
from gongtu.web.wording import name_of


def not_found_page(sought: Sought, form: CorrectionForm) -> dict[str, Any]:
    """The causes, likeliest first, and the form that asks whoever can tell."""
    issuer = skills.find_assessor(sought.prefix)
    return {
        "verdict": not_found(),
        "causes": register.likely_causes(sought, name_of(issuer) if issuer else ""),
        "asked": name_of(register.body_to_ask(sought)),
        "is_issuer": issuer is not None,
        "parts": _parts(sought),
        "form": form,
    }


def ask(form: CorrectionForm, request: Request) -> Any:
    """Open the case that the form asks for; the address under which its asker follows it."""
    given = form.cleaned_data
    question = register.Question(
        sought=given["number"],
        **{name: given[name] for name in ("name", "cause", "told", "contact", "division")},
    )
    case = register.ask_correction(question, key=given["key"], on=request.on)
    return address_of(case)


def _parts(sought: Sought) -> list[Part]:
    """What the typed number says by itself; nothing of an ID number."""
    try:
        return explain(sought.number or sought.qualification)
    except NumberImpossible:
        return []
