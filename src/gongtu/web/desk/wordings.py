"""Which wording of the conditions each occupation's standard uses, as the desk enters it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties.capacity import Capacity
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder import services
from gongtu.registers.ladder.choices import ProposalState, Wording
from gongtu.web.asking import PAGE
from gongtu.web.chain_page import label_of
from gongtu.web.fields import DayField, offer_choices
from gongtu.web.http import Request
from gongtu.web.ladder_page import wording_words
from gongtu.web.written import handed_in

SHOWN = 100
MOODS = {
    ProposalState.PROPOSED: "wait",
    ProposalState.CONFIRMED: "good",
    ProposalState.REJECTED: "bad",
}


class WordingForm(forms.Form):
    """What a document says of one occupation."""

    occupation = forms.CharField(
        label=gettext_lazy("职业编码"), max_length=16,
        help_text=gettext_lazy("例如6-18-02-04，可在“职业和申报条件”中查到。"),
    )  # fmt: skip
    wording = forms.ChoiceField(label=gettext_lazy("申报条件的版次"))
    since = DayField(label=gettext_lazy("自哪一天起"))
    standard = forms.CharField(label=gettext_lazy("标准的名称"), max_length=120)
    source = forms.CharField(
        label=gettext_lazy("依据的来源"), max_length=200,
        help_text=gettext_lazy("文号、网址或者出版物，另一人据此核对。"),
    )  # fmt: skip
    confidence = forms.ChoiceField(label=gettext_lazy("来源的可靠程度"))
    note = forms.CharField(label=gettext_lazy("说明"), max_length=200, required=False)

    def __init__(self, request: Request) -> None:
        asked = request.GET.get("occupation", "")
        super().__init__(handed_in(request), initial={"occupation": asked})
        offer_choices(self, "wording", [(one.value, label_of(one)) for one in Wording])
        offer_choices(self, "confidence", _confidences().items())

    def worded(self) -> services.Worded:
        """What was told, for the service."""
        told = self.cleaned_data
        return services.Worded(**{**told, "wording": Wording(told["wording"])})


def list_page(form: WordingForm, request: Request) -> dict[str, Any]:
    """What waits to be confirmed and what stands, with the form for another."""
    by = request.capacity
    proposals = ladder.list_wording_proposals()[:PAGE]
    return {
        "form": form,
        "proposals": [_proposal(one, by) for one in proposals],
        "wordings": [
            {**_occupation(one), **wording_words(one)} for one in ladder.list_wordings()[:SHOWN]
        ],
    }


def _proposal(proposal: Any, by: Capacity) -> dict[str, Any]:
    state = ProposalState(proposal.state)
    waits, mine = state is ProposalState.PROPOSED, proposal.proposed_by_id == by.person
    decides = ladder.decides_wordings(by)
    return {
        **_occupation(proposal),
        **wording_words(proposal),
        "key": proposal.pk,
        "confidence": _confidences()[proposal.confidence],
        "state": label_of(state),
        "mood": MOODS[state],
        "proposed": (proposal.proposed_by, proposal.proposed_on),
        "settled": (proposal.settled_by, proposal.settled_on) if proposal.settled_by else None,
        "reason": proposal.reason,
        "confirm": _("确认") if waits and decides and not mine else "",
        "settle": reverse("desk:settle_wording", args=[proposal.pk])
        if waits and (decides or mine)
        else "",
    }


def _occupation(row: Any) -> dict[str, str]:
    return {
        "occupation": row.occupation.name,
        "code": row.occupation_id,
        "address": reverse("public:show_occupation", args=[row.occupation_id]),
    }


def _confidences() -> dict[str, str]:
    return {"high": _("看到原文"), "medium": _("看到转载"), "low": _("仅有间接说明")}
