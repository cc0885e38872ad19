"""Standards as the deciding office sees them: what stands, what is proposed, who may settle it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.oversight.workbench import resting
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import Role
from gongtu.policy import Parameter, all_parameters
from gongtu.policy.units import is_money, made_of
from gongtu.policy.values import Valued
from gongtu.records.files.services import keep
from gongtu.registers.instruments import queries as decisions
from gongtu.registers.instruments import services as instruments
from gongtu.registers.instruments.choices import Instrument, State
from gongtu.web.chain_page import label_of
from gongtu.web.fields import DayField
from gongtu.web.http import Request
from gongtu.web.values_page import group_title, value_row, value_text
from gongtu.web.wording import place_of, posted, told

LARGEST_FILE = 20_000_000
MOODS = {State.PROPOSED: "wait", State.APPROVED: "good", State.REJECTED: "bad"}


def parameter_of(key: str) -> Parameter:
    """The parameter of that full key.

    Raises:
        Http404: There is none.
    """
    found = next((each for each in all_parameters() if each.key == key), None)
    if found is None:
        raise Http404(key)
    return found


def decision_of(number: int) -> Any:
    """The proposal of that number, whatever became of it.

    Raises:
        Http404: There is none.
    """
    found = decisions.list_proposals(None).filter(pk=number).first()
    if found is None:
        raise Http404(number)
    return found


def require_decider(parameter: Parameter, by: Capacity) -> None:
    """Only the deciding role proposes.

    Raises:
        NotEntitled: The reader acts in another role.
    """
    if by.role != parameter.decides:
        who = label_of(Role(parameter.decides))
        raise NotEntitled(_("这一标准由%(who)s决定。") % {"who": who})


def list_page(request: Request) -> dict[str, Any]:
    """待核 first, then what stands; beside them what waits for a second officer."""
    by, on = request.capacity, request.on
    mine = [standard_row(each, on) for each in all_parameters() if each.decides == by.role]
    pending = decisions.list_proposals()
    return {
        "role": label_of(by.role),
        "drafts": bool(resting(_keys(mine))),
        "unconfirmed": [row for row in mine if row["unconfirmed"]],
        "standing": [row for row in mine if not row["unconfirmed"]],
        "pending": [proposal_row(each, by) for each in pending if each.parameter in _keys(mine)],
    }


def standard_page(parameter: Parameter, request: Request) -> dict[str, Any]:
    """One standard with its history and proposals."""
    history = [_line(parameter, valued) for valued in reversed(parameter.history())]
    by = request.capacity
    return {
        "standard": standard_row(parameter, request.on),
        "history": history,
        "proposals": [proposal_row(each, by) for each in decisions.list_history(parameter.key)],
        "may_propose": by.role == parameter.decides,
        "propose": reverse("desk:propose_decision", args=[parameter.key]),
    }


def standard_row(parameter: Parameter, on: Any) -> dict[str, Any]:
    """One standard as a line, with what rests on it."""
    row = value_row(parameter, on)
    basis = parameter.basis
    return {
        **row,
        "group": group_title(parameter.policy.path.parent),
        "unit": told(parameter.unit, parameter.policy.path.parent),
        "address": reverse("desk:show_decision", args=[parameter.key]),
        "basis": place_of(basis) if basis else "",
        "article": reverse("public:show_article", args=[basis.number]) if basis else "",
    }


def proposal_row(decision: Any, by: Capacity) -> dict[str, Any]:
    """One proposal, with the buttons open to the reader: four eyes."""
    parameter = parameter_of(decision.parameter)
    waits, mine = decision.state == State.PROPOSED, decision.proposed_by_id == by.person
    decides = waits and decisions.settles(by, parameter)
    place = [decision.pk]
    return {
        "title": told(parameter.title, parameter.policy.path.parent),
        "address": reverse("desk:show_decision", args=[parameter.key]),
        "value": value_in_words(parameter, decision.value),
        "valid_from": decision.valid_from,
        "backdated": decision.is_backdated,
        "instrument": decision.instrument,
        "number": decision.number,
        "issued_on": decision.issued_on,
        "note": decision.note,
        "file": reverse("desk:download_instrument", args=place) if decision.file_id else "",
        "state": _states()[decision.state],
        "mood": MOODS.get(decision.state, ""),
        "proposed_as": posted(decision.proposed_as),
        "proposed_on": decision.proposed_on,
        "settled_as": posted(decision.settled_as),
        "settled_on": decision.settled_on,
        "reason": decision.reason,
        "effect": _effect_address(decision, by),
        "own": waits and mine,
        "elsewhere": waits and not mine and not decides,
        "approve": reverse("desk:approve_decision", args=place) if decides and not mine else "",
        "reject": reverse("desk:reject_decision", args=place) if decides and not mine else "",
        "withdraw": reverse("desk:withdraw_decision", args=place) if waits and mine else "",
    }


def _effect_address(decision: Any, by: Capacity) -> str:
    """Where the deciding office sees what a proposal that waits would change."""
    parameter = parameter_of(decision.parameter)
    if decision.state != State.PROPOSED or by.role != parameter.decides:
        return ""
    return reverse("desk:show_effect", args=[decision.pk]) if resting([parameter.key]) else ""


class DocumentForm(forms.Form):
    """The document that a standard is decided by."""

    instrument = forms.CharField(label=gettext_lazy("依据文件名称"), max_length=200)
    number = forms.CharField(label=gettext_lazy("文号"), max_length=80, required=False)
    issued_on = DayField(
        label=gettext_lazy("发文日期"),
        required=False,
    )
    file = forms.FileField(
        label=gettext_lazy("文件扫描件"),
        required=False,
        help_text=gettext_lazy("PDF或者图片，不超过20 MB。"),
    )
    note = forms.CharField(label=gettext_lazy("说明"), required=False, widget=forms.Textarea)

    def __init__(self, request: Request) -> None:
        self.request = request
        posted = request.method == "POST"
        super().__init__(request.POST if posted else None, request.FILES if posted else None)

    def document(self) -> Instrument:
        """What was said of it, its file kept."""
        told_, by, on = self.cleaned_data, self.request.capacity, self.request.on
        kept = None
        if told_["file"]:
            kept = keep(
                told_["file"], told_["file"].name, by=by, on=on,
                kinds=("pdf", "image"), limit=LARGEST_FILE,
            )  # fmt: skip
        return Instrument(
            title=told_["instrument"],
            number=told_["number"],
            issued_on=told_["issued_on"],
            file=kept.pk if kept else None,
            note=told_["note"],
        )


class ProposalForm(DocumentForm):
    """A value or the rows of a table, the first day, and the document that decides it."""

    valid_from = DayField(label=gettext_lazy("自哪一天起"))
    field_order = ("valid_from",)

    def __init__(self, parameter: Parameter, request: Request) -> None:
        self.parameter = parameter
        super().__init__(request)
        asked = {f"value_{row}": amount_field(parameter, row) for row in parameter.rows}
        self.fields = {**(asked or {"value": amount_field(parameter, "")}), **self.fields}

    def propose(self) -> Any:
        """Keep the document and propose the value."""
        return instruments.propose(
            self.parameter.key, value=self._value(), valid_from=self.cleaned_data["valid_from"],
            instrument=self.document(), by=self.request.capacity, on=self.request.on,
        )  # fmt: skip

    def _value(self) -> Any:
        rows = self.parameter.rows
        if not rows:
            return plain_number(self.cleaned_data["value"])
        return {row: plain_number(self.cleaned_data[f"value_{row}"]) for row in rows}


def amount_field(parameter: Parameter, row: str) -> forms.Field:
    """The field of one value in its unit."""
    folder = parameter.policy.path.parent
    label = told(parameter.row_title(row), folder) if row else told(parameter.title, folder)
    places = 2 if is_money(parameter.unit) or parameter.unit == "%" else 0
    field = forms.DecimalField(label=label, min_value=0, max_digits=14, decimal_places=places)
    field.widget.attrs["unit"] = told(parameter.unit, folder)
    return field


def plain_number(value: Any) -> str:
    """A number as text, exact: whole where it is whole."""
    return format(value.normalize(), "f")


def value_in_words(parameter: Parameter, value: Any) -> str:
    """A value as it is kept, as people read it."""
    valued = replace(parameter.value(date.max), value=made_of(parameter.unit, value))
    return value_text(parameter, valued, parameter.policy.path.parent)


def _line(parameter: Parameter, valued: Valued) -> dict[str, Any]:
    folder = parameter.policy.path.parent
    return {
        "value": value_text(parameter, valued, folder),
        "unconfirmed": not valued.is_known,
        "since": valued.since,
        "until": valued.until,
        "document": told(valued.document, folder),
        "source": told(valued.source, folder),
    }


def _keys(rows: list[dict[str, Any]]) -> set[str]:
    return {row["key"] for row in rows}


def _states() -> dict[str, str]:
    return {
        "proposed": _("待批准"),
        "approved": _("已批准"),
        "rejected": _("已退回"),
        "withdrawn": _("已撤回"),
    }
