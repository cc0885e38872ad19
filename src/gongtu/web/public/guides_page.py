"""The guide of a procedure as its page shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

import nh3
from django.urls import reverse
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from gongtu.engines.casework import registry as procedures
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.describe import guide
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import Role
from gongtu.registers.quality.queries import COMPLAINT
from gongtu.registers.skills.queries import LOOKUP_CORRECTION
from gongtu.web.chain_page import label_of
from gongtu.web.values_page import rows_of
from gongtu.web.wording import language, listed, place_of, remarked, several, title_of

PUBLIC_DOORS = {
    LOOKUP_CORRECTION: "public:ask_correction",
    COMPLAINT: "public:list_assessors",
}
MARKDOWN = MarkdownIt("commonmark", {"html": False})


def groups() -> list[dict[str, Any]]:
    """The guides by the role that opens the procedure."""
    found: dict[Role, list[dict[str, Any]]] = {}
    for procedure in procedures.procedures():
        entry = {
            "key": procedure.key,
            "title": title_of(procedure),
            "basis": listed(map(place_of, procedure.basis)),
            "opened_by": listed(map(label_of, procedure.openers)),
        }
        for role in procedure.openers:
            found.setdefault(role, []).append(entry)
    return [{"title": _opened_by(role), "guides": entries} for role, entries in found.items()]


def guide_page(procedure: Procedure, capacity: Capacity, *, on: date) -> dict[str, Any]:
    """The declaration's own guide, with addresses and what this reader may do about it."""
    told = guide(procedure, on=on, lang=language())
    places = zip(told["basis"], told["articles"], strict=True)
    claimed_at = _claimed_at(procedure)
    return {
        **told,
        "opened_by": listed(map(label_of, procedure.openers)),
        "intro": nh3.clean(MARKDOWN.render(told["story"])),
        "basis": [
            {"label": label, "address": reverse("public:show_article", args=[number])}
            for label, number in places
        ],
        "asked": [_question(ask) for ask in told["asks"]],
        "known": [remarked(fact["label"], fact["source"]) for fact in told["on_record"]],
        "materials": [material["label"] for material in told["materials"]],
        "steps": [_step(step) for step in told["steps"]],
        "parameters": rows_of(procedure.policy, on),
        "letters": [letter["title"] for letter in told["letters"]],
        "remedies": [f"{remedy['kind']}：{remedy['shown']}" for remedy in told["remedies"]],
        "begin_at": _begin_at(procedure, capacity) if not claimed_at else "",
        "claimed_at": claimed_at if capacity.role in {Role.WORKER, Role.PUBLIC} else "",
    }


def _begin_at(procedure: Procedure, capacity: Capacity) -> str:
    """Where this reader begins; who has no account, where the public does."""
    if capacity.role not in procedure.openers:
        return ""
    if capacity.role is Role.PUBLIC:
        return reverse(PUBLIC_DOORS[procedure.key])
    return reverse("cases:start_case", args=[procedure.key])


def _opened_by(role: Role) -> str:
    return _("由%(who)s提出") % {"who": label_of(role)}


def _question(ask: dict[str, Any]) -> str:
    return str(ask["label"]) + ("" if ask["required"] else _("（选填）"))


def _step(step: dict[str, Any]) -> dict[str, Any]:
    limits = several(f"{term['kind']} {term['shown']}" for term in step["terms"])
    return {
        "label": step["label"],
        "holder": step["holder"]["label"],
        "limit": limits or _("没有规定期限"),
        "unconfirmed": any(term["value"] is None for term in step["terms"]),
    }


def _claimed_at(procedure: Procedure) -> str:
    """A benefit is found for the worker, not applied for from a guide."""
    found = any(benefit.claim == procedure.key for benefit in benefits())
    return reverse("worker:show_home") if found else ""
