"""The workbench as its pages show it: my drafts, one draft with its form, what may be drafted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy

from gongtu.engines.entitlement.city.weighing import Change
from gongtu.oversight import towns, workbench
from gongtu.oversight.affected import Asked, view_touched
from gongtu.policy import Parameter
from gongtu.registers.instruments import queries as decisions
from gongtu.registers.instruments import services as instruments
from gongtu.web.asking import PAGE, number_asked, page_of
from gongtu.web.chain_page import label_of
from gongtu.web.desk.effects import change_label, effect_page, stories_page
from gongtu.web.desk.standards import (
    amount_field,
    parameter_of,
    plain_number,
    proposal_row,
    standard_row,
    value_in_words,
)
from gongtu.web.fields import DayField
from gongtu.web.http import Request
from gongtu.web.wording import listed, title_of, told
from gongtu.web.written import handed_in


def list_page(request: Request) -> dict[str, Any]:
    """My drafts, and what I may draft with the benefits that rest on it."""
    by, on = request.capacity, request.on
    return {
        "role": label_of(by.role),
        "drafts": [_line(draft) for draft in decisions.list_drafts(by)],
        "parameters": [
            {
                **standard_row(each, on),
                "benefits": listed(title_of(one) for one in workbench.resting([each.key])),
            }
            for each in workbench.draftable(by)
        ],
    }


def draft_page(draft: Any, form: DraftForm, request: Request) -> dict[str, Any]:
    """The form, what rests on the draft, and what it would change."""
    place = [draft.pk]
    return {
        "draft": _line(draft),
        "form": form,
        "changes": [standard_row(each, request.on) for each in _parameters(draft)],
        "save": reverse("desk:show_draft", args=place),
        "delete": reverse("desk:delete_draft", args=place),
        **effect_of_draft(draft, request),
    }


def effect_of_draft(draft: Any, request: Request) -> dict[str, Any]:
    """What a draft would change in the city, and which worked examples it breaks."""
    tried = workbench.try_draft(draft.pk, by=request.capacity, on=request.on)

    def people(benefit: str, change: Change) -> str:
        return reverse("desk:list_touched", args=[draft.pk, benefit, str(change)])

    return {
        "effect": effect_page(tried.effect, people),
        "stories": stories_page(tried.stories),
        "reading": towns.reading_now(request.capacity),
        "read": reverse("desk:read_registers", args=[draft.pk]),
    }


def proposal_effect(decision: Any, request: Request) -> dict[str, Any]:
    """What a proposal would change, with the others of its draft."""
    together = decisions.list_together(decision)
    supposed: dict[str, Any] = {}
    for one in together:
        supposed |= decisions.supposed_by({one.parameter: one.value}, one.valid_from)
    if decision.draft_id is not None:
        told_ = effect_of_draft(decision.draft, request)
    else:
        found = workbench.effect_of(supposed, since=decision.valid_from, on=request.on)
        stories = stories_page(workbench.broken_stories(supposed))
        told_ = {"effect": effect_page(found), "stories": stories}
    parameter = parameter_of(decision.parameter)
    return {
        **told_,
        "standard": standard_row(parameter, request.on),
        "proposal": proposal_row(decision, request.capacity),
        "others": [proposal_row(one, request.capacity) for one in together if one != decision],
        "valid_from": decision.valid_from,
    }


def touched_page(draft: Any, benefit: str, change: str, request: Request) -> dict[str, Any]:
    """The people behind one figure, a page at a time.

    Raises:
        Http404: There is no such change.
        PlaceUnreadable: The address was cut off or changed.
    """
    if change not in set(Change):
        raise Http404(change)
    after = number_asked(request)
    asked = Asked(draft.pk, benefit, Change(change), -1 if after is None else after, limit=PAGE)
    supposed = decisions.supposed_by(draft.values, draft.valid_from)
    found = view_touched(
        asked, supposed, since=draft.valid_from, by=request.capacity, on=request.on
    )
    rows, pages = page_of(found, request, lambda one: one.row)
    return {
        "draft": _line(draft),
        "title": change_label(Change(change)),
        "rows": [
            {
                "key": one.key,
                "name": one.name,
                "address": reverse("account:show_person", args=[one.person]) if one.person else "",
            }
            for one in rows
        ],
        **pages,
    }


def propose_page(draft: Any, form: forms.Form, request: Request) -> dict[str, Any]:
    """The values once more, and the document that they are to rest on."""
    return {
        "draft": _line(draft),
        "form": form,
        "changes": [
            {
                **standard_row(parameter_of(key), request.on),
                "drafted": value_in_words(parameter_of(key), draft.values[key]),
            }
            for key in sorted(draft.values)
        ],
    }


class DraftForm(forms.Form):
    """All values of a draft, its first day and its name; anything may be left open for now."""

    title = forms.CharField(label=gettext_lazy("草案名称"), max_length=120, required=False)
    valid_from = DayField(label=gettext_lazy("自哪一天起"))

    def __init__(self, draft: Any, request: Request) -> None:
        self.draft, self.request = draft, request
        initial = {"title": draft.title, "valid_from": draft.valid_from, **_initial(draft.values)}
        super().__init__(handed_in(request), initial=initial)
        values = {
            _name(each.key, row): _open(each, row)
            for each in _parameters(draft)
            for row in each.rows or ("",)
        }
        self.fields = {**self.fields, **values}
        mine = workbench.draftable(request.capacity)
        others = [each for each in mine if each.key not in draft.values]
        named = [(each.key, told(each.title, each.policy.path.parent)) for each in others]
        self.fields["add"] = forms.ChoiceField(
            label=gettext_lazy("再加一项标准"), choices=[("", "—"), *named], required=False
        )

    def keep(self) -> Any:
        """Keep the draft as it was filled in, with a parameter more or less where asked."""
        told_ = self.cleaned_data
        values = {each.key: self._value(each) for each in _parameters(self.draft)}
        values.pop(self.request.POST.get("drop", ""), None)
        if told_["add"]:
            parameter = parameter_of(told_["add"])
            values[parameter.key] = dict.fromkeys(parameter.rows) or None
        return instruments.change_draft(
            self.draft.pk,
            title=told_["title"],
            valid_from=told_["valid_from"],
            values=values,
            by=self.request.capacity,
            on=self.request.on,
        )

    def _value(self, parameter: Parameter) -> Any:
        """What was filled in; where the page did not ask, what was kept."""
        names = {row: _name(parameter.key, row) for row in parameter.rows or ("",)}
        if not names.values() & self.data.keys():
            return self.draft.values[parameter.key]
        cells = {row: self.cleaned_data[name] for row, name in names.items()}
        plain = {row: None if cell is None else plain_number(cell) for row, cell in cells.items()}
        return plain if parameter.rows else plain[""]


def _open(parameter: Parameter, row: str) -> forms.Field:
    """The field of a value, which a draft may leave open; the row's with its table's name."""
    field = amount_field(parameter, row)
    field.required = False
    if row:
        field.label = f"{told(parameter.title, parameter.policy.path.parent)}·{field.label}"
    return field


def _name(key: str, row: str) -> str:
    return f"{key}|{row}" if row else key


def _initial(values: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in values.items():
        cells = value.items() if isinstance(value, dict) else [("", value)]
        found |= {_name(key, row): cell for row, cell in cells}
    return found


def _parameters(draft: Any) -> list[Parameter]:
    return [parameter_of(key) for key in sorted(draft.values)]


def _line(draft: Any) -> dict[str, Any]:
    return {
        "title": draft.title,
        "address": reverse("desk:show_draft", args=[draft.pk]),
        "changed_on": draft.changed_on,
        "valid_from": draft.valid_from,
        "proposed": draft.proposed_on is not None,
        "listed": listed(told(each.title, each.policy.path.parent) for each in _parameters(draft)),
    }
