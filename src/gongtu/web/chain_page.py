"""The chain article → obligation → provision → figure → cases, as pages show it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.indicators import queries as figures
from gongtu.engines.indicators.queries import Figure
from gongtu.law.obligations import Bearer, Obligation
from gongtu.law.services import Service
from gongtu.oversight.lawmap import Provision, Row, State, rows_of
from gongtu.web.wording import figure_text, listed, title_of


def chain_of(article: int | str, *, on: date, full: bool) -> list[dict[str, Any]]:
    """The norms of an article with all that hangs on them."""
    rows = rows_of(article)
    standing = cases.count_standing(on=on) if any(row.procedures for row in rows) else {}
    return [_norm(row, standing, on, full) for row in rows]


def state_label(state: State) -> str:
    """In the reader's language, plainly."""
    labels = {
        State.CARRIED_OUT: _("已落实到事项"),
        State.NOT_YET: _("尚无事项落实"),
        State.NOTHING_TO_DO: _("无须平台办理"),
    }
    return labels[state]


def what_of(norm: Obligation) -> str:
    """What the norm asks, in the reader's language."""
    return norm.what_en if get_language() == "en" else norm.what


def period_of(norm: Obligation) -> str:
    """How often it is to be done, or why that is not known; empty where the norm sets nothing."""
    note = norm.period_note_en if get_language() == "en" else norm.period_note
    return note or norm.period or ""


def bearers_of(norm: Obligation) -> str:
    """Who bears it, in the reader's language."""
    return listed(label_of(bearer) for bearer in norm.bearers)


def label_of(word: Any) -> str:
    """The label of a closed word: a bearer, a force, a role, a grade."""
    return str(word.label_en if get_language() == "en" else word.label)


def because_of(norm: Obligation) -> str:
    """Why the platform has nothing to do here; empty where it has."""
    return norm.nothing_because_en if get_language() == "en" else norm.nothing_because


def reading_of(figure: Figure) -> dict[str, Any]:
    """One figure with the address of what is behind it."""
    indicator = figure.indicator
    address = reverse("dashboards:show_indicator", args=[indicator.key])
    return {
        "key": indicator.key,
        "title": title_of(indicator),
        "address": address + (f"?division={figure.division}" if figure.division else ""),
        "value": figure_text(figure),
        "hidden": figure.is_hidden,
    }


def _norm(row: Row, standing: dict[str, Any], on: date, full: bool) -> dict[str, Any]:
    norm = row.obligation
    return {
        "key": norm.key,
        "what": what_of(norm),
        "force": label_of(norm.force),
        "bearers": bearers_of(norm),
        "beneficiary": label_of(norm.beneficiary) if isinstance(norm.beneficiary, Bearer) else "",
        "period": period_of(norm),
        "provisions": [_provision(provision, standing) for provision in row.provisions],
        "readings": [reading_of(figures.figure(i, on=on, full=full)) for i in row.indicators],
        "state": state_label(row.state),
        "mood": "wait" if row.state is State.NOT_YET else "",
        "because": because_of(norm),
    }


def _provision(provision: Provision, standing: dict[str, Any]) -> dict[str, Any]:
    if isinstance(provision, Service):
        return {"title": title_of(provision), "address": reverse(provision.page)}
    key = provision.key if isinstance(provision, Procedure) else provision.claim
    if not key:  # owed without being claimed: there is no guide to lead to
        return {"title": title_of(provision), "address": ""}
    counts = standing.get(key)
    return {
        "title": title_of(provision),
        "address": reverse("public:show_guide", args=[key]),
        "cases": reverse("dashboards:list_open_cases", args=[key]),
        "open": counts.open if counts and isinstance(provision, Procedure) else 0,
        "overdue": counts.overdue if counts and isinstance(provision, Procedure) else 0,
    }
