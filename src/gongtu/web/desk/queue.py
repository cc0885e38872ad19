"""The queue as its page shows it: filters, lines, counts, and what can be done to many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.declare import Stage
from gongtu.engines.casework.queries import Filters
from gongtu.engines.casework.registry import folder_of, get_procedure, procedures
from gongtu.engines.casework.services import MoveOutcome
from gongtu.parties import queries as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import FEDERATION, OFFICES, Role
from gongtu.web.cases.present import case_row
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.wording import name_of, title_of, told


def require_office(by: Capacity) -> None:
    """Only for officers of public bodies.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    if by.role not in OFFICES:
        raise NotEntitled(_("这是承办机关的工作台。请在“我的账户与身份”中切换身份。"))


def filters_of(request: Request) -> Filters:
    """What the address narrows the queue to."""
    asked = request.GET
    return Filters(
        procedure=asked.get("procedure", ""),
        stage=asked.get("stage", ""),
        text=asked.get("text", "")[:80],
        overdue=asked.get("overdue") == "1",
        mine=asked.get("mine") == "1",
        division=asked.get("division", ""),
    )


def queue_page(found: Sequence[Any], filters: Filters, request: Request) -> dict[str, Any]:
    """Lines, options with their counts, and the moves open to many."""
    by, on = request.capacity, request.on
    counts = cases.count_queue(by, Filters(division=filters.division), on=on)
    return {
        "cases": [_row(case, by, request) for case in found],
        "filters": filters,
        "procedures": _procedures(counts),
        "stages": _stages(filters.procedure, by),
        "divisions": _divisions(by),
        "total": sum(counts.values()),
        "batch": _batch(found, filters, by),
        "starts": starts_of(by),
        "is_federation": by.role is FEDERATION,
    }


def starts_of(by: Capacity, *keys: str) -> list[dict[str, str]]:
    """The procedures that this role opens; of these alone where some are named."""
    return [
        {
            "title": title_of(each),
            "address": reverse("cases:start_case", args=[each.key]),
            "guide": reverse("public:show_guide", args=[each.key]),
        }
        for each in procedures()
        if by.role in each.openers and (not keys or each.key in keys)
    ]


def turns_of(request: Request, numbers: Sequence[str]) -> Mapping[str, int]:
    """The turn of each case as the page showed it."""
    told_ = {number: request.POST.get(f"turn-{number}", "") for number in numbers}
    return {number: int(turn) for number, turn in told_.items() if turn.isdecimal()}


def outcomes_page(outcomes: Sequence[MoveOutcome], request: Request) -> dict[str, Any]:
    """What came of each case, and the way back to the same queue."""
    return {
        "outcomes": [
            {
                "number": one.number,
                "address": reverse("cases:show_case", args=[one.number]),
                "done": one.done,
                "reasons": one.reasons,
            }
            for one in outcomes
        ],
        "done": sum(one.done for one in outcomes),
        "refused": sum(not one.done for one in outcomes),
        "back": _back(request),
    }


def _back(request: Request) -> str:
    kept = request.POST.get("back", "")
    return reverse("desk:list_queue") + (f"?{kept}" if kept else "")


def _row(case: Any, by: Capacity, request: Request) -> dict[str, Any]:
    opener = case.opener_organisation or case.opener_person
    return {
        **case_row(case, by, on=request.on),
        "assignee": case.assignee.name if case.assignee else "",
        "opener": name_of(opener) if opener else label_of(Role.PUBLIC),
    }


def _procedures(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        {"key": each.key, "title": title_of(each), "open": counts[each.key]}
        for each in procedures()
        if counts.get(each.key)
    ]


def _stages(procedure: str, by: Capacity) -> list[dict[str, str]]:
    found = [each for each in procedures() if each.key == procedure]
    return [
        {"key": stage.key, "label": told(stage.label, folder_of(each.key))}
        for each in found
        for stage in each.desks
        if stage.held_by == by.role
    ]


def _divisions(by: Capacity) -> list[dict[str, str]]:
    """The divisions below the reader's own; none for a district's office."""
    below = parties.divisions_under(by.division or "")
    if len(below) == 1:
        return []
    return [
        {"code": each.code, "name": name_of(each)}
        for each in parties.list_divisions()
        if each.code in below
    ]


def _batch(found: Sequence[Any], filters: Filters, by: Capacity) -> list[dict[str, Any]]:
    """Moves that ask nothing, hurt nobody and promise no money, where all are of one procedure."""
    keys = {case.procedure for case in found}
    if len(keys) != 1 or filters.division:
        return []
    procedure = get_procedure(keys.pop())
    here = [procedure[key] for key in dict.fromkeys(case.stage for case in found)]
    moves = dict.fromkeys(
        move
        for stage in here
        if isinstance(stage, Stage)
        for move in stage.moves
        if move.asks is None and not move.hurts and (move.by or stage.held_by) == by.role
        if move.commits is None
    )
    folder = folder_of(procedure.key)
    return [{"key": move.key, "label": told(move.label, folder)} for move in moves]
