"""The worker's own map: goals with their earliest days, and the ways to one as picture and list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gongtu.base.periods import months_between
from gongtu.engines.entitlement.explaining import Explanation
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.queries import Aim, Leg, Map, Reach, Route, WhatIf
from gongtu.registers.sittings.queries import seats_left
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training.queries import list_open_courses
from gongtu.web.chain_page import label_of
from gongtu.web.ladder_page import leg_words, rung_words, schooling_words, wording_words
from gongtu.web.offers.explained import gap_words
from gongtu.web.training_page import course_row
from gongtu.web.wording import listed, money, name_of, title_of, told
from gongtu.web.worker.doubts import doubts_page
from gongtu.web.worker.forms import WhatIfForm
from gongtu.web.worker.overview import overview_of

GRADE, TITLE = "grade", "title"
ROW, TOP = 84, 44  # of the picture, in its own units
SHOWN = 3


def map_page(person: UUID, asked: QueryDict, on: date) -> dict[str, Any]:
    """What the reader asked to see of it; without an occupation on record, what to do next."""
    own = ladder.list_occupations_of(person, on=on)
    form = WhatIfForm(asked if asked.get("schooling") else None)
    page = {"form": form, "doubts": doubts_page(person, on), "own": []}
    if not own:
        return page
    what_if = WhatIf(**form.cleaned_data) if form.is_bound and form.is_valid() else None
    code, goal = asked.get("occupation", own[0].pk), asked.get("goal", "")
    try:
        found = ladder.map_of(person, code, goal=goal, what_if=what_if, on=on)
    except ladder.StudyUnfit as unfit:
        form.add_error(None, list(unfit.reasons))
        what_if, found = None, ladder.map_of(person, code, goal=goal, on=on)
    form.offer(found.diplomas)
    return {
        **page,
        "diplomas": found.diplomas,
        "overview": overview_of(found),
        "own": [_choice(one, code) for one in own],
        "occupation": {"code": code, "name": found.occupation.name},
        "is_own": any(one.pk == code for one in own),
        "wordings": [_wording(found, wording) for wording in found.wordings],
        "aims": [_aim(found, aim, what_if) for aim in found.aims],
        "aim": found.aim and {"key": found.aim.key, "label": rung_words(found.aim)},
        "what_if": what_if and {"label": schooling_words(what_if.schooling), "by": what_if.by},
        "routes": [_route(found, wording, one, person) for wording in found.wordings
                   for one in found.routes.get(wording, ())],
        "related": [_choice(one, code) for one in found.related],
    }  # fmt: skip


def _choice(occupation: Any, chosen: str) -> dict[str, Any]:
    address = f"{reverse('worker:show_map')}?occupation={occupation.pk}"
    return {"name": occupation.name, "address": address, "chosen": occupation.pk == chosen}


def _wording(found: Map, wording: Any) -> dict[str, Any]:
    row = ladder.wording_of(found.occupation.pk, on=found.start.on)
    return {"label": label_of(wording), **({} if row is None else wording_words(row))}


def _aim(found: Map, aim: Aim, what_if: WhatIf | None) -> dict[str, Any]:
    supposed = f"&schooling={what_if.schooling}&by={what_if.by}" if what_if else ""
    address = f"{reverse('worker:show_map')}?occupation={found.occupation.pk}&goal={aim.key}"
    days = [_day(one, found) for one in found.reach if one.aim == aim]
    return {
        "key": aim.key,
        "label": rung_words(aim),
        "address": f"{address}{supposed}",
        "days": days,
        "chosen": aim == found.aim,
    }


def _day(reach: Reach, found: Map) -> dict[str, Any]:
    several = len(found.wordings) > 1
    return {
        "wording": label_of(reach.wording) if several else "",
        "soonest": reach.soonest,
        "surely": reach.surely,
        "assumed": reach.soonest != reach.surely,
    }


def _route(found: Map, wording: Any, route: Route, person: UUID) -> dict[str, Any]:
    legs = [_leg(found, leg, before, person) for leg, before in _in_turn(found, route.legs)]
    if (nearest := route.nearest_grade) is not None:
        legs[route.legs.index(nearest)]["courses"] = _courses(found, nearest)
    return {
        "title": listed(label_of(one) for one in route.criteria),
        "key": f"{wording.value}-{route.criteria[0].value}",
        "wording": label_of(wording) if len(found.wordings) > 1 else "",
        "legs": legs,
        "beyond": _beyond(found, route),
        "on": route.on,
        "decided": route.decided,
        "fees": _fees(route),
        "assumes": [label_of(one) for one in route.assumes],
        "picture": _picture(found, legs),
    }


def _beyond(found: Map, route: Route) -> str:
    """What the way leads to at once where that is further than the goal itself."""
    reached = Aim(route.legs[-1].move.track, route.legs[-1].move.target)
    return "" if reached == found.aim else rung_words(reached)


def _in_turn(found: Map, legs: Sequence[Leg]) -> Iterable[tuple[Leg, date]]:
    return zip(legs, [found.start.on, *(leg.on for leg in legs)], strict=False)


def _fees(route: Route) -> str:
    """What is known of them, and how many are not."""
    if not route.unknown_fees:
        return money(route.fees)
    n = route.unknown_fees
    unknown = ngettext("%(n)s步的收费待核", "%(n)s步的收费待核", n) % {"n": n}
    return f"{money(route.fees)} + {unknown}" if route.fees else unknown


def _leg(found: Map, leg: Leg, before: date, person: UUID) -> dict[str, Any]:
    admits, grade = leg.admits, leg.move.target if leg.move.track == GRADE else ""
    on = found.start.on
    planned = (
        ladder.sessions_for(person, found.occupation.pk, Grade(grade), since=leg.on, on=on)
        if grade
        else ()
    )
    return {
        "label": leg_words(leg),
        "on": leg.on,
        "waits": _waits(before, leg.on),
        "rule": leg.move.key,
        "says": [told(c.says, admits.policy.path.parent) for c in admits.conditions]
        if admits
        else [],
        "decides": _decides(leg),
        "fee": _("待核") if leg.fee is None else money(leg.fee),
        "assumes": [label_of(one) for one in leg.assumes],
        "gains": [_gain(one) for one in leg.gains],
        "sessions": _sessions(list(planned[:SHOWN]), by_title=_is_by_title(leg)),
        "courses": [],
    }


def _courses(found: Map, leg: Leg) -> list[dict[str, Any]]:
    """Those towards the grade for which one signs up now."""
    coming = list_open_courses(
        on=found.start.on, occupation=found.occupation.pk, grade=leg.move.target
    )
    return [course_row(one, found.start.on) for one in coming[:SHOWN]]


def _is_by_title(leg: Leg) -> bool:
    """Whether a title opens the grade, so that the body looks at it before one sits."""
    return leg.move.track == GRADE and any(need.track == TITLE for need in leg.move.needs)


def _sessions(planned: Sequence[Any], *, by_title: bool) -> list[dict[str, Any]]:
    """Those already planned, with the seats left where one registers here."""
    left = seats_left(planned)
    return [
        {
            "number": one.case_number,
            "apply": _application(one) if by_title else "",
            "on": one.planned_on,
            "place": one.place,
            "body": name_of(one.filing.assessor.organisation),
            "has_seats": one.pk in left,
            "left": left.get(one.pk, 0),
        }
        for one in planned
    ]


def _application(session: Any) -> str:
    """Where a holder of a title asks for a place in the session, which is filled in."""
    begins = reverse("cases:start_case", args=["professional-assessment"])
    body = session.filing.assessor.organisation_id
    return f"{begins}?session={session.case_number}&body={body}"


def _decides(leg: Leg) -> str:
    if not leg.move.decided:
        return _("自己决定")
    bodies = {GRADE: _("评价机构"), TITLE: _("职称评审委员会")}
    return bodies.get(leg.move.track, _("学校"))


def _waits(since: date, until: date) -> str:
    months = months_between(since, until)
    return _("再过%(span)s") % {"span": ladder.span_of(months)} if months > 0 else ""


def _gain(gain: Explanation) -> dict[str, Any]:
    """A benefit that the step would open: its sum as of today, or what it hangs on."""
    amount = gain.asked.amount(gain.number) if gain.benefit.amount is not None else None
    folder = gain.benefit.policy.path.parent
    return {
        "title": title_of(gain.benefit),
        "amount": money(amount) if amount is not None else "",
        "is_money": gain.benefit.amount is not None,
        "gives": told(gain.benefit.gives, folder) if gain.benefit.gives else "",
        "missing": [gap_words(gap, folder) for gap in gain.missing],
    }


def _picture(found: Map, legs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Stations from today at the top to the goal at the bottom."""
    stations = [
        {"y": TOP + ROW * place, "label": leg["label"], "on": leg["on"], "waits": leg["waits"]}
        for place, leg in enumerate(legs, start=1)
    ]
    return {"stations": stations, "top": TOP, "end": TOP + ROW * len(legs),
            "height": TOP * 2 + ROW * len(legs), "today": found.start.on}  # fmt: skip
