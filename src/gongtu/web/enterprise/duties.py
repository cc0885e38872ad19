"""An enterprise's duties of the year, as its pages show them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gongtu.engines.casework.declare import Procedure
from gongtu.engines.entitlement.asking import Finding
from gongtu.engines.entitlement.duties.asking import Asked, Bond, Change, Fulfilment
from gongtu.oversight import duties as oversight
from gongtu.oversight.duties import Bound
from gongtu.oversight.lawmap import Provision, law_map
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy.city import active_city
from gongtu.web.chain_page import label_of, what_of
from gongtu.web.offers.explained import findings_page, grounds_page
from gongtu.web.wording import listed, place_of, remarked, title_of

MOODS = {
    Fulfilment.MET: "good",
    Fulfilment.NOT_MET: "bad",
    Fulfilment.UNKNOWN: "wait",
    Fulfilment.TOLD: "",
}
Ways = dict[str, tuple[Provision, ...]]


def duties_page(body: Organisation, *, on: date) -> dict[str, Any]:
    """All duties of the year, musts apart from what is encouraged, and what changed."""
    bounds, ways = oversight.duties_of(body.pk, on=on), _ways()
    now = [duty_row(bound, ways) for bound in bounds if bound.asked.bond is Bond.BINDS]
    rest = [duty_row(bound, ways) for bound in bounds if bound.asked.bond is not Bond.BINDS]
    changes = oversight.changes_of(bounds, on=on)
    return {
        "year": on.year,
        "musts": [row for row in now if row["must"]],
        "encouraged": [row for row in now if not row["must"]],
        "uncertain": [row for row in rest if row["bond"] == Bond.UNKNOWN],
        "other": [row for row in rest if row["bond"] == Bond.FREE],
        "changes": [_change(*pair) for pair in changes if not _came_with_the_statute(pair[1])],
        "began": _began([pair for pair in changes if _came_with_the_statute(pair[1])]),
    }


def duties_at_home(body: Organisation, *, on: date) -> dict[str, Any]:
    """The musts that bind today, what is late or due first; and how many more things there are."""
    page = duties_page(body, on=on)
    urgent = sorted(page["musts"], key=lambda row: (not row["late"], row["due"] or date.max))
    return {
        "duties": urgent,
        "other_duties": [*page["encouraged"], *page["uncertain"]],
        "duty_changes": page["changes"],
    }


def duty_row(bound: Bound, ways: Ways) -> dict[str, Any]:
    """One duty with everything that hangs on it."""
    asked, norm = bound.asked, bound.norm
    duty, folder = asked.duty, asked.duty.policy.path.parent
    return {
        "key": duty.key,
        "title": title_of(duty),
        "norms": [what_of(each) for each in bound.norms],
        "force": label_of(norm.force),
        "must": bound.must,
        "places": [_place(each) for each in duty.basis],
        "bond": asked.bond.value,
        "since": asked.since or _next_since(asked),
        "until": asked.until,
        "due": asked.due.value if asked.due else None,
        "term": _term(asked),
        "due_grounds": grounds_page(asked.due.grounds, folder) if asked.due else [],
        "late": asked.is_late,
        "told": asked.fulfilment is Fulfilment.TOLD,
        "fulfilment": _fulfilment(asked.fulfilment),
        "mood": MOODS[asked.fulfilment],
        "because": findings_page(asked.findings, folder),
        "shown": findings_page(asked.shown, folder),
        "ways": _ways_of(bound, ways),
    }


def _place(article: Any) -> dict[str, str]:
    return {
        "label": place_of(article),
        "address": reverse("public:show_article", args=[article.number]),
    }


def _next_since(asked: Asked) -> date | None:
    """When it binds later in the year, the day it will; when it bound earlier, the day it did."""
    bound = [stretch for stretch in asked.stretches if stretch.bond is Bond.BINDS]
    later = [stretch.since for stretch in bound if stretch.since > asked.on]
    return later[0] if later else bound[-1].since if bound else None


def _term(asked: Asked) -> str:
    """Until when, in one line; a term that is not confirmed is said to be so."""
    if asked.due is None:
        return _("条例没有规定期限")
    return "" if asked.due.value else _("期限待核")


def _fulfilment(fulfilment: Fulfilment) -> str:
    words = {
        Fulfilment.MET: _("记录显示已经做到"),
        Fulfilment.NOT_MET: _("记录显示尚未做到"),
        Fulfilment.UNKNOWN: _("尚无记录可以判断"),
        Fulfilment.TOLD: _("由人来判断，平台没有记录"),
    }
    return words[fulfilment]


def _change(bound: Bound, change: Change) -> dict[str, Any]:
    words = {
        Bond.BINDS: _("起承担"),
        Bond.FREE: _("起不再承担"),
        Bond.UNKNOWN: _("起不能确定是否承担"),
    }
    return {
        "on": change.on,
        "says": words[change.bond],
        "mood": {Bond.BINDS: "bad", Bond.FREE: "good", Bond.UNKNOWN: "wait"}[change.bond],
        "title": title_of(bound.asked.duty),
        "key": bound.asked.duty.key,
        "place": place_of(bound.asked.duty.basis[0]),
        "because": _because(bound, change.on, change.because),
    }


def _came_with_the_statute(change: Change) -> bool:
    """It came because the statute did, not because anything about the enterprise changed."""
    came = change.on == active_city().in_force_from and change.bond is not Bond.FREE
    return came and not change.because


def _began(pairs: list[tuple[Bound, Change]]) -> list[dict[str, Any]]:
    """What came with the statute, each kind in one line that opens."""
    found: dict[Bond, list[dict[str, Any]]] = {}
    for pair in pairs:
        found.setdefault(pair[1].bond, []).append(_change(*pair))
    return [{"says": _began_words(bond, rows), "changes": rows} for bond, rows in found.items()]


def _began_words(bond: Bond, rows: list[dict[str, Any]]) -> str:
    count = len(rows)
    if bond is Bond.BINDS:
        says = ngettext(
            "%(day)s条例施行：起承担%(count)s项", "%(day)s条例施行：起承担%(count)s项", count
        )
    else:
        says = ngettext(
            "%(day)s条例施行：%(count)s项不能确定是否承担",
            "%(day)s条例施行：%(count)s项不能确定是否承担",
            count,
        )
    return says % {"day": date_format(rows[0]["on"]), "count": count}


def _because(bound: Bound, day: date, turned: tuple[Finding, ...]) -> str:
    folder = bound.asked.duty.policy.path.parent
    if turned:
        return listed(
            remarked(row["says"], listed(row["grounds"])) for row in findings_page(turned, folder)
        )
    if day == active_city().in_force_from:
        return _("条例施行")
    return _("企业登记")


def _ways() -> Ways:
    """What carries out each norm."""
    return {row.obligation.key: row.provisions for row in law_map()}


def _ways_of(bound: Bound, ways: Ways) -> list[dict[str, str]]:
    found = (one for norm in bound.norms for one in ways.get(norm.key, ()))
    told = {one.key: one for one in found}
    return [_way(one) for one in told.values()]


def _way(provision: Provision) -> dict[str, str]:
    if isinstance(provision, Procedure):
        page = "cases:start_case" if ENTERPRISE in provision.openers else "public:show_guide"
        return {"title": title_of(provision), "address": reverse(page, args=[provision.key])}
    claim = getattr(provision, "claim", "")
    address = reverse("public:show_guide", args=[claim]) if claim else _page_of(provision)
    return {"title": title_of(provision), "address": address}


def _page_of(provision: Provision) -> str:
    page = getattr(provision, "page", "")
    return reverse(page) if page else ""
