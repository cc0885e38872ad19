"""What may be done to a case besides its moves: by the office that holds it, by its opener."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.speech import said
from gongtu.engines.casework.choices import Satisfaction
from gongtu.engines.casework.declare import Stage
from gongtu.engines.casework.registry import get_procedure
from gongtu.parties import queries as parties
from gongtu.parties.capacity import Capacity
from gongtu.web.wording import remarked

DESK = ("take", "release", "assign", "hand_over", "extend", "declare_conflict")


def desk_of(case: Any, by: Capacity, rights: frozenset[str], *, on: date) -> dict[str, Any] | None:
    """The tools of the body that holds the case; None for everybody else."""
    open_ = {name: name in rights for name in DESK}
    if not any(open_.values()):
        return None
    addresses = {
        name: reverse(f"desk:{_page(name)}", args=[case.number]) for name in DESK if open_[name]
    }
    return {
        "assignee": case.assignee.name if case.assignee else "",
        **{name: addresses.get(name, "") for name in DESK},
        "colleagues": _colleagues(case, by, on=on) if open_["assign"] else [],
        "bodies": _bodies(case) if open_["hand_over"] else [],
        "extension": _extension(case, on=on) if open_["extend"] else "",
    }


def rights_page(case: Any, rights: frozenset[str]) -> list[dict[str, Any]]:
    """Each right as a small form: its button, what it asks for, and whether it must be told."""
    asked = {
        "withdraw": (_("撤回本件"), _("撤回的原因（选填）"), False, "withdraw"),
        "reconsider": (_("申请复核"), _("申请复核的理由"), True, "ask_reconsideration"),
        "rate": (_("评价这次办理"), _("想说的话（选填）"), False, "rate"),
        "attach": (_("补充说明"), _("说明内容"), True, "remark"),
    }
    return [
        {
            "key": key,
            "label": label,
            "asks": asks,
            "required": required,
            "address": reverse(f"cases:{page}", args=[case.number]),
            "grades": _grades() if key == "rate" else [],
        }
        for key, (label, asks, required, page) in asked.items()
        if key in rights
    ]


def rating_page(case: Any, by: Capacity) -> dict[str, Any] | None:
    """The rating given, and for a body in the case the place to reply."""
    rating = getattr(case, "rating", None)
    if rating is None:
        return None
    seated = {party.organisation_id for party in case.parties.all()}
    may_reply = rating.replied_on is None and by.organisation in seated
    opener = by.organisation is not None and by.organisation == case.opener_organisation_id
    return {
        "grade": _(str(Satisfaction(rating.grade).label)),
        "text": rating.text,
        "rated_on": rating.rated_on,
        "reply": rating.reply,
        "replied_on": rating.replied_on,
        "address": reverse("cases:reply_to_rating", args=[case.number])
        if may_reply and not opener
        else "",
    }


def _page(right: str) -> str:
    return {"take": "take_case", "release": "release_case", "assign": "assign_case"}.get(
        right, right
    )


def _grades() -> list[dict[str, Any]]:
    words = {
        5: _("非常满意"), 4: _("满意"), 3: _("基本满意"), 2: _("不满意"), 1: _("非常不满意"),
    }  # fmt: skip
    return [{"value": value, "label": label} for value, label in words.items()]


def _colleagues(case: Any, by: Capacity, *, on: date) -> list[dict[str, Any]]:
    offices = parties.offices_of(by.organisation or 0, on)
    names = {one.person_id: remarked(one.person.name, said(one.called)) for one in offices}
    return [{"id": key, "name": name} for key, name in names.items() if key != case.assignee_id]


def _bodies(case: Any) -> list[Any]:
    held = case.holder_organisation
    return list(parties.peers_of(held)) if held is not None else []


def _extension(case: Any, *, on: date) -> str:
    procedure = get_procedure(case.procedure)
    stage = procedure[case.stage]
    limit = stage.limit if isinstance(stage, Stage) else None
    most = procedure.policy.value(str(limit.extension), on=on) if limit else None
    if most is None or most.value is None:
        return _("最长延长期待核，暂不能延长。")
    return _("只能延长一次，最长%(count)s%(unit)s。") % {"count": most.value, "unit": most.unit}
