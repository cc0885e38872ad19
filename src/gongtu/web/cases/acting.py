"""One move on its way: its form, what it rests on, and what came of it."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.declare import Move
from gongtu.engines.casework.refusals import AnswersWrong, WrongHands
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.engines.entitlement.declare import Masked, PersonKey
from gongtu.web.cases.present.answers import answers_of
from gongtu.web.cases.present.attachments import attachments_of
from gongtu.web.cases.present.conditions import amount_of, findings_of
from gongtu.web.cases.present.rows import case_row
from gongtu.web.cases.records import options_of
from gongtu.web.cases.sections import section_of
from gongtu.web.forms import form_class, with_reason
from gongtu.web.http import Request
from gongtu.web.offers.explained import findings_page, grounds_page
from gongtu.web.wording import money, told


def move_of(case: Any, key: str) -> Move:
    """The declared move of that key.

    Raises:
        Http404: The procedure knows no such move.
    """
    moves = get_procedure(case.procedure).moves
    found = next((move for move in moves if move.key == key), None)
    if found is None:
        raise Http404(key)
    return found


class Sheet:
    """The page of one move: what it asks and what was told."""

    def __init__(self, case: Any, move: Move, request: Request) -> None:
        self.case, self.move, self.request = case, move, request
        self.procedure = get_procedure(case.procedure)
        self.folder = folder_of(case.procedure)
        self.label = told(move.label, self.folder)
        self._only_whose_turn_it_is()

    def _only_whose_turn_it_is(self) -> None:
        """Nobody fills in the form of a move that is not theirs; a POST is refused in depth."""
        if self.request.method == "POST":
            return
        refused = cases.why_not_open(
            self.case, self.move, self.request.capacity, on=self.request.on
        )
        if refused is not None:
            says = _("“%(move)s”现在不由您办理。") % {"move": self.label}
            raise WrongHands(says, *refused.reasons)

    @cached_property
    def form(self) -> forms.Form:
        """What the move asks, the reasons, a confirmation where it hurts, and files."""
        made = self._made()
        if self.request.method == "POST":
            return made(self.request.POST, self.request.FILES)
        kept = cases.get_draft(
            self.procedure.key,
            self.request.capacity,
            about=self.case.number,
            move=self.move.key,
        )
        return made(initial={**self._asked, **(kept.answers if kept else {}), **self._fixed})

    def _made(self) -> type[forms.Form]:
        made: type[forms.Form] = forms.Form
        if self.move.asks is not None:
            records = options_of(
                self.procedure, self.move.asks, self.request.capacity, on=self.request.on
            )
            made = form_class(self.move.asks, say=self._say, records=records)
        made = with_reason(made, required=self.move.reasons)
        made.base_fields["reason"].label = _("理由") if self.move.reasons else _("说明")
        more: dict[str, forms.Field] = {"upload": _files()}
        if self.move.hurts:
            more["confirmed"] = forms.BooleanField(label=_("我已核对，确认办理"))
        hidden = {name: forms.CharField(widget=forms.HiddenInput) for name in self._fixed}
        return type("MovePage", (made,), {**more, **hidden})

    @property
    def _asked(self) -> dict[str, str]:
        """What the address fills in beforehand, such as `?cause=left`."""
        asked = self.move.asks.facts if self.move.asks else {}
        return {name: self.request.GET[name] for name in asked if name in self.request.GET}

    @property
    def _fixed(self) -> dict[str, Any]:
        return {"turn": self.case.turn, "once": uuid4().hex}

    def _say(self, text: str) -> str:
        return told(text, self.folder)

    def carry_out(self) -> None:
        """Files first, so that the move finds its proof; then the move itself, once."""
        answered, by, on = self.form.cleaned_data, self.request.capacity, self.request.on
        turn = int(answered["turn"]) if answered["turn"].isdecimal() else None
        upload = answered["upload"]
        if upload and turn == self.case.turn:
            casework.attach(self.case.number, upload, upload.name, by=by, on=on)
        asked = self.move.asks.facts if self.move.asks else {}
        casework.make_move(
            self.case.number,
            self.move.key,
            by=by,
            on=on,
            answers={name: answered[name] for name in asked},
            reason=answered["reason"],
            turn=turn,
            once=answered["once"],
        )

    def refuse(self, refused: Refused) -> None:
        """Show the reasons beside the fields they are about, and keep what was typed."""
        fields = refused.errors if isinstance(refused, AnswersWrong) else {}
        for name, reasons in fields.items():
            self.form.add_error(name if name in self.form.fields else None, list(reasons))
        if not fields:
            self.form.add_error(None, list(refused.reasons))
        self.keep()

    def keep(self) -> None:
        """What was typed survives as a draft, except people's numbers."""
        asked = self.move.asks.facts if self.move.asks else {}
        kept = {
            name: self.request.POST.get(name, "")
            for name in (*asked, "reason")
            if name == "reason" or not issubclass(asked[name].kind, PersonKey | Masked)
        }
        casework.save_draft(
            self.procedure.key,
            kept,
            by=self.request.capacity,
            on=self.request.on,
            about=self.case.number,
            move=self.move.key,
        )

    @property
    def case_facts(self) -> dict[str, Any]:
        """The case as a line of a list."""
        return case_row(self.case, self.request.capacity, on=self.request.on)

    def page(self) -> dict[str, Any]:
        """Everything the template shows."""
        on, move = self.request.on, self.move
        amount = amount_of(self.case, move, on=on)
        findings = findings_of(self.case, [move], on=on)
        return {
            "case": self.case_facts,
            "move": {
                "label": self.label,
                "hurts": move.hurts,
                "letter": told(move.issues.title, self.folder) if move.issues else "",
            },
            "amount": money(amount.value) if amount and amount.value else "",
            "missing": grounds_page(amount.missing, self.folder) if amount else [],
            "findings": findings_page(findings, self.folder),
            "section": section_of(self.case, on=on),
            "answers": answers_of(self.case),
            "attachments": attachments_of(self.case),
            "form": self.form,
        }


def _files() -> forms.Field:
    return forms.FileField(
        label=_("附件"), required=False, help_text=_("PDF、图片、Word或者Excel，不超过20 MB。")
    )
