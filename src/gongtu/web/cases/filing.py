"""What the pages before a case show: the form, what need not be asked, how it would come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.base.errors import Refused
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.declare import Gathering, Material, Procedure
from gongtu.engines.casework.registry import folder_of
from gongtu.engines.casework.services import Handed
from gongtu.engines.entitlement.asking import Finding, judge
from gongtu.engines.entitlement.declare import PersonKey, Subject
from gongtu.parties import queries as parties
from gongtu.web.cases.present.answers import answer_rows, known_rows
from gongtu.web.cases.records import options_of
from gongtu.web.forms import form_class
from gongtu.web.http import Request
from gongtu.web.offers.explained import findings_page
from gongtu.web.wording import listed, name_of, title_of
from gongtu.web.wording import told as in_words

KINDS = {
    "pdf": "PDF", "image": gettext_lazy("图片"), "docx": "Word", "xlsx": "Excel",
    "sheet": gettext_lazy("Excel或者CSV"),
}  # fmt: skip


def opening_form(procedure: Procedure, request: Request) -> forms.Form:
    """The declared form, filled in with what the draft holds and with what the address tells."""
    folder = folder_of(procedure.key)
    records = options_of(procedure, procedure.form, request.capacity, on=request.on)
    made = form_class(procedure.form, say=lambda text: in_words(text, folder), records=records)
    if request.method == "POST":
        return made(request.POST)
    draft = cases.get_draft(procedure.key, request.capacity)
    asked = {name: request.GET[name] for name in procedure.form.facts if name in request.GET}
    return made(initial={**(draft.answers if draft else {}), **asked})


def told(procedure: Procedure, request: Request) -> dict[str, str]:
    """What was typed, unchecked; numbers of persons are not kept."""
    return {
        name: request.POST[name]
        for name, fact in procedure.form.facts.items()
        if request.POST.get(name) and not issubclass(fact.kind, PersonKey)
    }


def form_page(procedure: Procedure, form: forms.Form, request: Request) -> dict[str, Any]:
    """The form's page: what is on record is shown, not asked."""
    folder = folder_of(procedure.key)
    sources = {
        in_words(fact.source, folder): None
        for group in procedure.facts
        for fact in group.facts.values()
        if fact.source
    }
    return {
        "procedure": {"key": procedure.key, "title": title_of(procedure)},
        "form": form,
        "known": _about_opener(request),
        "sources": list(sources),
        "materials": _materials(procedure),
        "has_draft": cases.get_draft(procedure.key, request.capacity) is not None,
    }


def check_page(
    procedure: Procedure, draft: Any, request: Request, reasons: Sequence[str] = ()
) -> dict[str, Any]:
    """The answers, what the registers add, and the conditions as they look today."""
    answers, known, findings = _looked_ahead(procedure, draft, request)
    return {
        "procedure": {"key": procedure.key, "title": title_of(procedure)},
        "answers": answer_rows(procedure, procedure.form, answers),
        "known": known_rows(procedure, known),
        "findings": findings_page(findings, folder_of(procedure.key)),
        "materials": _materials(procedure),
        "reasons": reasons,
        "once": request.POST.get("once") or uuid4().hex,
    }


def hand_in(procedure: Procedure, draft: Any, request: Request) -> Any:
    """Open the case from the draft and the files beside it; a second click finds the first's."""
    files = [
        Handed(material.key, file.name or material.key, file)
        for material in procedure.materials
        for file in request.FILES.getlist(f"file_{material.key}")
    ]
    return casework.open_case(
        procedure.key,
        answers=draft.answers if draft else {},
        by=request.capacity,
        on=request.on,
        files=files,
        once=request.POST.get("once") or None,
    )


def _materials(procedure: Procedure) -> list[dict[str, Any]]:
    folder = folder_of(procedure.key)
    return [_material(each, in_words(each.label, folder)) for each in procedure.materials]


def _material(each: Material, label: str) -> dict[str, Any]:
    kinds = listed(str(KINDS[kind]) for kind in each.kinds)
    return {"key": each.key, "label": label, "required": each.required, "kinds": kinds}


def _about_opener(request: Request) -> list[dict[str, str]]:
    by = request.capacity
    if by.organisation is not None:
        body = parties.get_organisation(by.organisation)
        told = [(_("单位"), name_of(body)), (_("统一社会信用代码"), body.uscc or "—")]
        told += [(_("所在区（市）"), name_of(body.division)), (_("经办人"), by.label)]
    else:
        person = parties.get_person(by.person or "")
        told = [(_("姓名"), person.name), (_("身份证号码"), parties.masked_id_number(person))]
        told.append((_("所在区（市）"), name_of(person.division) if person.division else "—"))
    return [{"label": label, "value": value} for label, value in told]


def _looked_ahead(
    procedure: Procedure, draft: Any, request: Request
) -> tuple[Mapping[str, Any], Mapping[str, Any], tuple[Finding, ...]]:
    """Answers, gathered facts and findings, as if the case were opened now."""
    try:
        answers = casework.check_answers(procedure, draft.answers if draft else {}, _all(procedure))
    except Refused:
        return (draft.answers if draft else {}), {}, ()
    by = request.capacity
    gathering = Gathering(
        case_number="",
        procedure=procedure.key,
        answers=answers,
        opener_person=by.person if by.organisation is None else None,
        opener_organisation=by.organisation,
        parties={},
        division=by.division or "",
        opened_on=request.on,
        on=request.on,
    )
    gathered = dict(procedure.gathers(gathering)) if procedure.gathers else {}
    subject = Subject("", "", dict(procedure.form(**answers).known()) | gathered)
    conditions = dict.fromkeys(c for move in procedure.first.moves for c in move.requires)
    findings = (judge(c, subject, policy=procedure.policy, on=request.on) for c in conditions)
    return answers, gathered, tuple(findings)


def _all(procedure: Procedure) -> list[Handed]:
    """Every material as if handed in: the files come with the last button."""
    return [Handed(material.key, "", b"") for material in procedure.materials]
