"""A draft as JSON: what it holds, what was proposed of it, what it would change in the city."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from ninja import Schema
from pydantic import Base64Bytes, Field, JsonValue

from gongtu.api.access import Request
from gongtu.api.entitlements import Missing
from gongtu.api.shapes import EARLIEST, LATEST, NO_NUL, absolute
from gongtu.base.money import Yuan
from gongtu.engines.entitlement import told
from gongtu.engines.entitlement.explaining import Explanation
from gongtu.engines.entitlement.stories import Retold
from gongtu.oversight.workbench import Effect, Figures, Shown

FirstDay = Annotated[date, Field(ge=EARLIEST, le=LATEST)]


class Beginning(Schema):
    """Which standard to try out; others may be added by changing the draft."""

    parameter: str = Field(max_length=160)


class Changing(Schema):
    """The whole draft as it shall be: every standard in it, null where none is thought of yet."""

    title: str = Field("", max_length=120, pattern=NO_NUL)
    valid_from: FirstDay
    values: dict[str, JsonValue]


class Scan(Schema):
    """The document itself, a PDF or a picture, as Base64."""

    name: str = Field(max_length=200)
    content: Base64Bytes


class Proposing(Schema):
    """The document that everything in the draft is to rest on."""

    title: str = Field(max_length=200, pattern=NO_NUL)
    number: str = Field("", max_length=80, pattern=NO_NUL)
    issued_on: FirstDay | None = None
    file: Scan | None = None
    note: str = Field("", max_length=4000, pattern=NO_NUL)


class Draft(Schema):
    """A draft; once proposed it stays as it was, and waits for a second officer."""

    draft: int
    title: str
    valid_from: date
    values: dict[str, Any]
    begun_on: date
    changed_on: date
    proposed_on: date | None
    address: str


class Proposal(Schema):
    """One value that was proposed by the document."""

    decision: int
    parameter: str
    value: Any = Field(None)
    unit: str
    valid_from: date
    backdated: bool
    document: str
    number: str
    state: str


class Tally(Schema):
    """Counts by word, and yuan before and after; null is hidden: it would point at persons."""

    counts: dict[str, int | None]
    cost: str | None
    cost_then: str | None
    difference: str | None


class Group(Tally):
    """The same of one district or grade; `not-known` and `elsewhere` are the rest."""

    group: str


class Missed(Schema):
    """How many miss this condition alone, before and after; null is hidden."""

    condition: str
    says: str
    was: int | None
    then: int | None


class BenefitEffect(Tally):
    """One benefit that rests on the draft: the city, by group, and near-misses."""

    benefit: str
    title: str
    groups: dict[str, list[Group]]
    missed: list[Missed]


class CityEffect(Schema):
    """The city on a day, by the facts of `facts_on`; `left_out` cannot be run, and says why."""

    on: date
    facts_on: date
    benefits: list[BenefitEffect]
    left_out: dict[str, str]


class Answer(Schema):
    """What a worked example comes to."""

    verdict: str
    amount: str | None
    missing: list[Missing]


class Example(Schema):
    """A worked example that comes out otherwise; it breaks if the draft holds `in_time` for it."""

    benefit: str
    name: str
    on: date
    in_time: bool
    was: Answer
    then: Answer


class DraftEffect(Schema):
    """What a draft would change; `city` is null until the registers were read into columns."""

    city: CityEffect | None
    examples: list[Example]


def draft_row(draft: Any, request: Request) -> dict[str, Any]:
    """One draft; costs no query."""
    return {
        "draft": draft.pk,
        "title": draft.title,
        "valid_from": draft.valid_from,
        "values": draft.values,
        "begun_on": draft.begun_on,
        "changed_on": draft.changed_on,
        "proposed_on": draft.proposed_on,
        "address": absolute(request, f"/api/v1/workbench/drafts/{draft.pk}"),
    }


def proposal_row(decision: Any) -> dict[str, Any]:
    """One value as it waits for a second officer."""
    return {
        "decision": decision.pk,
        "parameter": decision.parameter,
        "value": decision.value,
        "unit": decision.unit,
        "valid_from": decision.valid_from,
        "backdated": decision.is_backdated,
        "document": decision.instrument,
        "number": decision.number,
        "state": str(decision.state),
    }


def city_told(effect: Effect) -> dict[str, Any]:
    """The effect on the city, with small cells hidden as on the page."""
    return {
        "on": effect.on,
        "facts_on": effect.facts_on,
        "benefits": [_benefit(one) for one in effect.shown],
        "left_out": dict(effect.left_out),
    }


def _benefit(one: Shown) -> dict[str, Any]:
    says = {condition.key: condition.says for condition in one.benefit.conditions}
    return {
        "benefit": one.benefit.key,
        "title": one.benefit.title,
        **_tally(one.whole),
        "groups": {name: _groups(groups) for name, groups in one.groups.items()},
        "missed": [
            {"condition": key, "says": says[key], "was": was, "then": then}
            for key, (was, then) in one.missed.items()
        ],
    }


def _groups(groups: Mapping[Any, Figures]) -> list[dict[str, Any]]:
    return [{"group": str(group), **_tally(figures)} for group, figures in groups.items()]


def _tally(figures: Figures) -> dict[str, Any]:
    return {
        "counts": dict(figures.counts),
        "cost": _yuan(figures.cost),
        "cost_then": _yuan(figures.cost_then),
        "difference": _yuan(figures.difference),
    }


def _yuan(fen: int | None) -> str | None:
    return None if fen is None else str(Yuan.of_fen(fen))


def example_told(story: Retold) -> dict[str, Any]:
    """One worked example before and after."""
    return {
        "benefit": story.benefit.key,
        "name": story.name,
        "on": story.before.on,
        "in_time": story.in_time,
        "was": _answer(story.before),
        "then": _answer(story.after),
    }


def _answer(asked: Explanation) -> dict[str, Any]:
    return {
        "verdict": asked.verdict.value,
        "amount": None if asked.amount is None else str(asked.amount),
        "missing": [told.gap(each) for each in asked.missing],
    }
