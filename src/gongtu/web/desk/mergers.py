"""Mergers of two records of one person as the desk shows them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gongtu.parties.access import require
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import masked_id_number
from gongtu.registers.skills.choices import MergerState
from gongtu.registers.skills.queries import list_mergers
from gongtu.web.chain_page import label_of
from gongtu.web.fields import PersonField
from gongtu.web.http import Request

SHOWN = 100
MOODS = {
    MergerState.PROPOSED: "wait",
    MergerState.DECIDED: "good",
    MergerState.DROPPED: "bad",
    MergerState.UNDONE: "wait",
}


class MergerForm(forms.Form):
    """Which of two records stays, and what proves that both are of one person."""

    duplicate = PersonField(label=_("并入的登记（身份证号码）"), max_length=20)
    survivor = PersonField(label=_("保留的登记（身份证号码）"), max_length=20)
    proof = forms.CharField(
        label=_("证明是同一人的材料"), widget=forms.Textarea, max_length=2000,
        help_text=_("例如公安机关出具的号码变更证明的文号和日期。"),
    )  # fmt: skip


def list_page(form: MergerForm, request: Request) -> dict[str, Any]:
    """What waits for whom, what was decided, and the form to propose another.

    Raises:
        NotEntitled: The reader merges nobody's records.
    """
    by = request.capacity
    require(by, "propose-mergers", None, on=request.on)
    rows = [_row(one, by) for one in list_mergers(by=by, on=request.on)[:SHOWN]]
    return {"mergers": rows, "form": form}


def _row(merger: Any, by: Capacity) -> dict[str, Any]:
    state = MergerState(merger.state)
    waits, decided = state is MergerState.PROPOSED, state is MergerState.DECIDED
    address = reverse("desk:settle_merger", args=[merger.pk])
    return {
        "key": merger.pk,
        "duplicate": _person(merger.duplicate),
        "survivor": _person(merger.survivor),
        "proof": merger.proof,
        "reason": merger.reason,
        "state": label_of(state),
        "mood": MOODS[state],
        "proposed": (merger.proposed_by, merger.proposed_on),
        "settled": (merger.settled_by, merger.settled_on) if merger.settled_by else None,
        "moved": merger.moved,
        "decide": _("决定合并") if waits and merger.proposed_by_id != by.person else "",
        "drop": address if waits else "",
        "undo": reverse("desk:undo_merger", args=[merger.pk]) if decided else "",
    }


def _person(person: Any) -> str:
    return f"{person} {masked_id_number(person)}"
