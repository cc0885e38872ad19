"""A worker's career guides: what each employer proposed, and the answer to it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.registers.careers import queries as careers
from gongtu.registers.careers import services
from gongtu.web.career_guide_page import guide_page
from gongtu.web.http import Request
from gongtu.web.wording import name_of


def guides_page(person: UUID, on: date) -> dict[str, Any]:
    """Every guide, the latest employer first."""
    return {
        "guides": [
            {"employer": name_of(one.organisation), **guide_page(one, on)}
            for one in careers.guides_of(person)
        ]
    }


def answer(guide: int, version: int, request: Request) -> str:
    """Agree, or ask for a change in words; returns what to tell the worker.

    Raises:
        Refused: It cannot be answered so.
    """
    by, on = request.capacity, request.on
    if request.POST.get("answer") == "agree":
        services.agree(guide, version, by=by, on=on)
        return _("已确认：双方确认完成。")
    services.ask_change(guide, version, request.POST.get("words", ""), by=by, on=on)
    return _("已告诉单位，等单位提出新的一版。")
