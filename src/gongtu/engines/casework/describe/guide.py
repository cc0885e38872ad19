"""The guide (办事指南) of a procedure as data: nothing in it is written twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from gongtu.engines.casework.declare import Move, Procedure, Stage
from gongtu.engines.casework.describe.reader import Reader
from gongtu.engines.entitlement.declare import Condition
from gongtu.engines.entitlement.kinds import stored
from gongtu.engines.entitlement.wording import shown, wording
from gongtu.parties.roles import Role

Section = dict[str, Any]


def guide(procedure: Procedure, *, on: date, lang: str = "zh") -> Section:
    """Everything an applicant, an officer or the reference wants to know, on a day.

    Keys: `key`, `title`, `version`, `opened_by`, `basis`, `fulfils`, `story` (the human part, in
    Markdown), `asks`, `on_record`, `materials`, `conditions`, `amounts`, `steps`, `ends`, `terms`,
    `fees`, `letters`, `remedies`.  A term whose `value` is None is 待核.
    """
    reader = Reader.of(procedure.key, lang)
    return {
        "key": procedure.key,
        "title": reader.say(procedure.title),
        "version": procedure.version,
        "opened_by": _role(procedure.opened_by, reader),
        "basis": [reader.place(article) for article in procedure.basis],
        "articles": [article.number for article in procedure.basis],
        "fulfils": list(procedure.fulfils),
        "story": _story(reader),
        "asks": _asks(procedure, reader),
        "on_record": _on_record(procedure, reader),
        "materials": [
            {"key": m.key, "label": reader.say(m.label), "required": m.required, "kinds": m.kinds}
            for m in procedure.materials
        ],
        "conditions": [_condition(c, procedure, reader) for c in procedure.conditions],
        "amounts": list(_amounts(procedure, reader)),
        "steps": [_step(stage, procedure, reader, on) for stage in procedure.desks],
        "ends": [
            {"key": end.key, "label": reader.say(end.public or end.label), "refused": end.refused}
            for end in procedure.ends
        ],
        "terms": [
            term for stage in procedure.desks for term in _terms(stage, procedure, reader, on)
        ],
        "fees": reader.choose("不收费", "free of charge"),
        "letters": [
            {"key": kind.key, "title": reader.say(kind.title), "to": _role(kind.to, reader)}
            for kind in procedure.letters
        ],
        "remedies": _remedies(procedure, reader, on),
    }


def _story(reader: Reader) -> str:
    path = reader.folder / reader.choose("guide.md", "guide.en.md")
    return path.read_text("utf8") if path.is_file() else ""


def _asks(procedure: Procedure, reader: Reader) -> list[Section]:
    return [
        {
            "key": name,
            "label": reader.say(fact.label),
            "unit": fact.unit,
            "hint": reader.say(fact.hint),
            "required": not fact.optional,
        }
        for name, fact in procedure.form.facts.items()
    ]


def _on_record(procedure: Procedure, reader: Reader) -> list[Section]:
    """What is taken from the registers, so that nobody is asked for it."""
    return [
        {"key": fact.key, "label": reader.say(fact.label), "source": reader.say(fact.source)}
        for facts in procedure.facts
        for fact in facts.facts.values()
    ]


def _condition(condition: Condition, procedure: Procedure, reader: Reader) -> Section:
    return {
        "key": condition.key,
        "says": reader.say(condition.says),
        "basis": reader.place(condition.basis),
        "rule": wording(condition.holds, procedure.policy, reader.lang, reader.say),
        "remedy": reader.say(condition.remedy),
    }


def _amounts(procedure: Procedure, reader: Reader) -> Iterator[Section]:
    for commitment in procedure.commitments:
        rule = wording(commitment.amount, procedure.policy, reader.lang, reader.say)
        yield {"rule": rule, "fund": commitment.fund}


def _step(stage: Stage, procedure: Procedure, reader: Reader, on: date) -> Section:
    return {
        "key": stage.key,
        "label": reader.say(stage.public or stage.label),
        "holder": _nobody(reader) if stage.rests else _role(stage.held_by, reader),
        "moves": [_move(move, stage, reader) for move in stage.moves],
        "terms": list(_terms(stage, procedure, reader, on)),
        "notice": reader.say(stage.notice.says) if stage.notice else "",
    }


def _move(move: Move, stage: Stage, reader: Reader) -> Section:
    return {
        "key": move.key,
        "label": reader.say(move.label),
        "by": _role(move.by or stage.held_by, reader),
        "to": move.to,
        "letter": reader.say(move.issues.title) if move.issues else "",
        "reasons": move.reasons,
        "pays": move.pays,
        "conditions": [condition.key for condition in move.requires],
    }


def _terms(stage: Stage, procedure: Procedure, reader: Reader, on: date) -> Iterator[Section]:
    limit, notice = stage.limit, stage.notice
    if limit and limit.legal:
        yield _term(reader.choose("法定期限", "legal limit"), limit.legal, procedure, reader, on)
    if limit and limit.promised:
        words = reader.choose("承诺期限", "promised limit")
        yield _term(words, limit.promised, procedure, reader, on)
    if limit and limit.extension:
        words = reader.choose("可延长", "may be extended by")
        yield _term(words, limit.extension, procedure, reader, on)
    if notice:
        yield _term(reader.choose("公示期", "notice"), notice.days, procedure, reader, on)


def _term(kind: str, name: str, procedure: Procedure, reader: Reader, on: date) -> Section:
    """One length of time as it stands on the day, with its document; `value` None is 待核."""
    valued = procedure.policy.value(name, on=on)
    unknown = reader.choose("待核", "to be confirmed")
    return {
        "kind": kind,
        "title": reader.say(valued.title),
        "value": stored(valued.value),
        "shown": (
            unknown
            if valued.value is None
            else shown(valued.value, valued.unit, reader.lang, reader.say)
        ),
        "document": valued.document,
        "source": valued.source,
        "note": valued.note,
        "decides": _role(Role(valued.decides), reader),
    }


def _remedies(procedure: Procedure, reader: Reader, on: date) -> list[Section]:
    if procedure.reconsideration is None:
        return []
    within = procedure.reconsideration.within
    words = reader.choose("申请复核", "ask for reconsideration")
    return [_term(words, within, procedure, reader, on)]


def _role(role: Role, reader: Reader) -> Section:
    return {"key": role.value, "label": reader.role(role)}


def _nobody(reader: Reader) -> Section:
    return {"key": "", "label": reader.choose("无需办理", "nobody's turn")}
