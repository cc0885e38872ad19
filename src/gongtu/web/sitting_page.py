"""How a session is held, for its assessor and for the office that supervises it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from gongtu.registers.sittings import queries as sittings
from gongtu.registers.sittings import services
from gongtu.registers.sittings.choices import Drawn, Ground, IncidentKind, LookedAgain
from gongtu.registers.sittings.queries import examining
from gongtu.registers.sittings.queries.approving import approval_of
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.wording import listed, mark_of

PAIR = 2


def sitting_page(case_number: str) -> dict[str, Any] | None:
    """Everything arranged and done for a session; None where nothing was arranged here."""
    sitting = sittings.find_sitting(case_number)
    if sitting is None:
        return None
    drawn = list(sittings.list_draws(sitting))
    kinds = {one.kind for one in drawn}
    return {
        "capacity": sitting.capacity,
        "taken": sitting.taken,
        "rooms": [{"name": one.name, "capacity": one.capacity} for one in sitting.rooms.all()],
        "wanted": sitting.examiners,
        "unreviewed": sittings.count_unreviewed(sitting),
        "unsettled": sittings.count_unsettled(sitting),
        "entries": _entries(case_number),
        "percent": sitting.sample_percent.normalize(),
        "draws": [
            {
                "address": reverse("public:show_draw", args=[one.pk]),
                "kind": label_of(Drawn(one.kind)),
                "turn": one.turn,
                "on": one.drawn_on,
            }
            for one in drawn
        ],
        "is_seated": Drawn.SEATS in kinds,
        "is_sampled": Drawn.SAMPLE in kinds,
    }


def plan_page(case: Any) -> dict[str, Any]:
    """Who drew up the plan of a session and who approved it, with the days."""
    told = approval_of(case)
    return {"drawn_up": told.drawn_up, "approved": told.approved}


def bench_page(session: Any) -> dict[str, Any]:
    """Who examines, drawn or named, who of them may not after all, and how many are missing."""
    conflicts = examining.conflicts_in(session)
    return {
        "missing": examining.examiners_missing(session),
        "examiners": [
            {
                "number": one.examiner.number,
                "name": one.examiner.person.name,
                "conflict": grounds_words(conflicts.get(one.examiner.person_id, ())),
                "is_drawn": one.draw_id is not None,
                "stood_down_on": one.stood_down_on,
                "why": one.stood_down_for,
            }
            for one in examining.list_assignments(session)
        ],
    }


def _entries(case_number: str) -> list[dict[str, Any]]:
    """Who entered how many candidates' marks, as the first, the second or the third."""
    counted: Counter[tuple[int, str]] = Counter()
    for entries in sittings.entries_of(case_number).values():
        counted.update((one.turn, one.entered_by.name) for one in entries)
    return [{"turn": turn, "name": name, "count": n} for (turn, name), n in sorted(counted.items())]


def incidents_page(case_number: str) -> list[dict[str, Any]]:
    """What went otherwise than it should."""
    return [
        {
            "kind": label_of(IncidentKind(one.kind)),
            "on": one.happened_on,
            "told": one.told,
            "concerned": one.concerned,
            "by": one.noted_by.name if one.noted_by else "",
        }
        for one in sittings.list_incidents(case_number)
    ]


def reviews_page(case_number: str) -> list[dict[str, Any]]:
    """Marks looked at again, with what stood before."""
    return [
        {
            "name": one.candidate.person.name,
            "why": label_of(LookedAgain(one.why)),
            "before": f"{mark_of(one.theory_before)} {mark_of(one.practice_before)}",
            "after": f"{mark_of(one.theory)} {mark_of(one.practice)}",
            "changed": one.is_changed,
            "by": one.looked_by.name if one.looked_by else "",
        }
        for one in sittings.list_reviews(case_number)
    ]


def archive_file(case_number: str, request: Request) -> HttpResponse:
    """Everything of a session as one signed JSON file."""
    told = services.archive(case_number, by=request.capacity, on=request.on)
    content = json.dumps(told, ensure_ascii=False, indent=1)
    answer = HttpResponse(content, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="session-{case_number}.json"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def is_entered_by(
    candidate: Any, entered: Mapping[int, Sequence[Any]], person: UUID | None
) -> bool:
    """Whether somebody has nothing more to enter of the candidate: settled, or entered before."""
    before = entered.get(candidate.pk, ())
    return candidate.passed is not None or any(one.entered_by_id == person for one in before)


def apart_words(entries: Sequence[Any]) -> str:
    """Both entries that do not agree, for the third who looks; empty where none is needed."""
    if len(entries) < PAIR:
        return ""
    return " / ".join(f"{mark_of(one.theory)} {mark_of(one.practice)}" for one in entries)


def grounds_words(grounds: Iterable[Ground]) -> str:
    """Why somebody may not examine, in the reader's language; empty where they may."""
    return listed(label_of(ground) for ground in grounds)
