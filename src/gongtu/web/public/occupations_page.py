"""Occupations as anybody reads them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.parties.roles import HRSS
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.skills import queries as skills
from gongtu.web.agreements_page import scope_of
from gongtu.web.asking import first_page, next_page
from gongtu.web.http import Request
from gongtu.web.ladder_page import steps_of, wording_words
from gongtu.web.public.standards_page import editions_listed
from gongtu.web.wording import name_of

PAGE, EDITIONS, ADDED = 50, 20, "added"


def list_page(request: Request) -> dict[str, Any]:
    """One page of what was asked for, by code; what was added since stands apart.

    It stands first where words were asked for, and alone where only what was added was.
    """
    words, mark = request.GET.get("q", "").strip()[:60], request.GET.get("mark", "")
    after = request.GET.get("after", "")
    found = skills.list_occupations(words, mark=mark if mark in skills.MARKS else "")
    if mark == ADDED:
        found = found.none()
    page = list(found.filter(code__gt=after)[: PAGE + 1])
    shows_added = mark == ADDED or (bool(words) and not after and mark not in skills.MARKS)
    return {
        "words": words,
        "mark": mark,
        "count": found.count(),
        "occupations": [_row(one) for one in page[:PAGE]],
        "added": [_added(one) for one in ladder.list_added(words)] if shows_added else [],
        "next_page": next_page(request, page[PAGE - 1].code if len(page) > PAGE else ""),
        "first_page": first_page(request),
    }


def occupation_page(occupation: Any, request: Request) -> dict[str, Any]:
    """One occupation with its ladder and its assessors."""
    code, on = occupation.code, request.on
    return {
        "occupation": occupation,
        "standards": editions_listed(code, request),
        "marks": _marks(occupation),
        "is_current": occupation.edition == skills.latest_edition(),
        "versions": [_version(one) for one in occupation.versions.all()[:EDITIONS]],
        "groups": [group for group in _groups(occupation) if group["name"]],
        "wording": wording_words(ladder.wording_of(code, on=on)),
        "enter_wording": _enter_wording(code) if request.capacity.role is HRSS else "",
        "wordings": [wording_words(one) for one in ladder.wordings_of(code)],
        "steps": steps_of(code, on),
        "assessors": [
            {
                "name": name_of(one.assessor.organisation),
                "address": reverse("public:show_assessor", args=[one.assessor.organisation_id]),
                "scope": scope_of("", one.lowest, one.highest),
                "since": one.since,
                "until": one.until,
            }
            for one in skills.list_assessing(code, on=on)
        ],
    }


def _enter_wording(code: str) -> str:
    return f"{reverse('desk:list_wordings')}?occupation={code}"


def _row(occupation: Any) -> dict[str, Any]:
    return {
        "name": occupation.name,
        "code": occupation.code,
        "family": occupation.family,
        "marks": _marks(occupation),
        "address": reverse("public:show_occupation", args=[occupation.code]),
    }


def _marks(occupation: Any) -> list[str]:
    marks = (
        _("数字职业") if occupation.is_digital else "",
        _("绿色职业") if occupation.is_green else "",
    )
    return [mark for mark in marks if mark]


def _groups(occupation: Any) -> list[dict[str, str]]:
    code = occupation.code
    return [
        {"label": _("大类"), "code": code[:1], "name": occupation.major},
        {"label": _("中类"), "code": code[:4], "name": occupation.middle},
        {"label": _("小类"), "code": ladder.minor_group(code), "name": occupation.family},
    ]


def _version(one: Any) -> dict[str, Any]:
    return {
        "edition": one.edition,
        "name": one.name,
        "groups": " · ".join(filter(None, (one.major, one.middle, one.family))),
        "marks": _marks(one),
    }


def _added(one: Any) -> dict[str, str]:
    state = _("已公布") if one.is_published else _("仅征求意见，尚未公布")
    return {
        "name": one.name,
        "code": one.code or _("编码待核"),
        "kind": _("职业") if one.kind == "occupation" else _("工种"),
        "state": state,
        "document": f"{one.document} {one.on}",
        "source": one.source,
        "is_published": one.is_published,
    }
