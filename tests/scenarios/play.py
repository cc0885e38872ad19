"""Playing one scenario of a provision with the services that serve the public."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from gongtu.base.errors import Refused
from gongtu.base.marked import read_plain
from gongtu.base.money import Yuan
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.models import Case, Letter, Notice
from gongtu.engines.casework.refusals import ConditionsUnmet
from gongtu.engines.ledger.models import Payment
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.policy import Policy, providers
from gongtu.policy.units import amount_of
from gongtu.policy.values import DecidedValue
from gongtu.provisions import Provision
from gongtu.registers.standards import services as standards
from gongtu.registers.standards.choices import Outcome
from gongtu.registers.standards.models import AbilityProject, StandardVersion
from tests.scenarios import credit_bank
from tests.scenarios.town import Town, furnish

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass
class Played:
    """What a scenario came to, and everything it visited on the way."""

    case: Case
    stages: set[str] = field(default_factory=set)
    moves: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)

    @property
    def letters(self) -> list[str]:
        return list(
            Letter.objects.filter(case=self.case).order_by("id").values_list("title", flat=True)
        )

    @property
    def paid(self) -> str | None:
        payments = Payment.objects.filter(commitment__case_number=self.case.number)
        told = payments.values_list("amount", flat=True)
        return str(Yuan.total(map(Yuan.of_fen, told))) if told else None


def stories(provision: Provision) -> list[dict[str, Any]]:
    """The scenarios of a provision that are played, as its folder tells them."""
    return [story for story in all_stories(provision) if "asked" not in story]


def all_stories(provision: Provision) -> list[dict[str, Any]]:
    """Those that are only asked, too."""
    told: list[dict[str, Any]] = read_plain(provision.folder / "scenarios.yaml")
    return told


def play(procedure: Procedure, story: dict[str, Any], town: Town) -> Played:
    """Open the case and make every move of the story; what it says is refused must be."""
    town.roles["opener"] = town.roles[story.get("opener", procedure.openers[0].value)]
    furnish(town, story.get("given", {}))
    with decided(procedure.policy, story.get("decided", {})):
        played = Played(_opened(procedure, story, town))
        played.stages.add(played.case.stage)
        for turn in story["moves"]:
            _take(turn, played, town)
            played.case.refresh_from_db()
            played.stages.add(played.case.stage)
    return played


@contextmanager
def decided(policy: Policy, values: dict[str, Any]) -> Iterator[None]:
    """As if two officers had settled these parameters from the first day of the statute."""
    settled = {
        policy[name].key: [_decision(policy.unit(name), value)] for name, value in values.items()
    }
    before = providers.use_decisions(lambda key: settled.get(key, []))
    try:
        yield
    finally:
        providers.use_decisions(before)


def _decision(unit: str, value: Any) -> DecidedValue:
    table = isinstance(value, dict)
    exact = (
        {row: amount_of(unit, v) for row, v in value.items()} if table else amount_of(unit, value)
    )
    return DecidedValue(since=date(2026, 3, 1), value=exact, instrument="测试文件", source="测试")


def _opened(procedure: Procedure, story: dict[str, Any], town: Town) -> Case:
    return casework.open_case(
        procedure.key,
        answers=_answers(story.get("form", {}), town),
        by=town.roles["opener"],
        on=story["opened"],
        files=[casework.Handed(m.key, f"{m.key}.pdf", PDF) for m in procedure.materials],
    )


def _answers(told: dict[str, Any], town: Town) -> dict[str, Any]:
    return {name: town.stands_for(value) for name, value in told.items()}


def _take(turn: dict[str, Any], played: Played, town: Town) -> None:
    if "refused" in turn:
        with pytest.raises(Refused) as refusal:
            _act(turn, played.case, town)
        _note_refusal(turn, refusal.value, played)
    else:
        _act(turn, played.case, town)
        if "do" in turn:
            played.moves.add(turn["do"])


def _note_refusal(turn: dict[str, Any], refusal: Refused, played: Played) -> None:
    if isinstance(refusal, ConditionsUnmet):
        unmet = [finding.condition for finding in refusal.findings]
        played.failed |= {condition.key for condition in unmet}
        assert [condition.says for condition in unmet] == turn["refused"]
    else:
        for words, reason in zip(turn["refused"], refusal.reasons, strict=True):
            assert words in reason


def _act(turn: dict[str, Any], case: Case, town: Town) -> None:
    by = town.roles[turn["by"]] if "by" in turn else CLOCK
    if "do" in turn:
        _move(turn, case, town, by=by)
    elif "object" in turn or "answer_objections" in turn:
        _object(turn, Notice.objects.filter(case=case).latest("id"), by=by)
    elif "comment" in turn or "answer_comments" in turn:
        _comment(turn, case.number, by=by)
    elif "retired" in turn:
        AbilityProject.objects.update(retired_on=turn["day"], retired_for=turn["retired"])
    elif "hired" in turn:
        town.hire(turn["hired"], turn["since"])
    elif "studied" in turn or "end_rules" in turn:
        credit_bank.go_on(turn, town.people["master"], town.roles["school"])
    else:
        _otherwise(turn, case, by=by)


def _move(turn: dict[str, Any], case: Case, town: Town, *, by: Capacity) -> None:
    casework.make_move(
        case.number,
        turn["do"],
        by=by,
        on=turn["day"],
        answers=_answers(turn.get("form", {}), town),
        reason=turn.get("reason", ""),
    )


def _object(turn: dict[str, Any], notice: Notice, *, by: Capacity) -> None:
    if "object" in turn:
        casework.object_to_notice(notice.pk, text=turn["object"], by=by, on=turn["day"])
        return
    for objection in notice.objections.filter(answered_on=None):
        answer = turn["answer_objections"]
        casework.answer_objection(objection.pk, answer=answer, by=by, on=turn["day"])


def _comment(turn: dict[str, Any], number: str, *, by: Capacity) -> None:
    draft = StandardVersion.objects.get(case_number=number)
    if "comment" in turn:
        section = turn.get("section", "")
        standards.comment(draft.pk, turn["comment"], section=section, by=by, on=turn["day"])
        return
    for made in draft.comments.filter(answered_on=None):
        outcome, reason = Outcome(turn["answer_comments"]), turn.get("reason", "")
        standards.answer(made.pk, outcome, reason=reason, by=by, on=turn["day"])


def _otherwise(turn: dict[str, Any], case: Case, *, by: Capacity) -> None:
    on = turn["day"]
    if "clock" in turn:
        casework.run_clock(on)
    elif "withdraw" in turn:
        casework.withdraw(case.number, by=by, on=on)
    else:
        casework.ask_reconsideration(case.number, reason=turn["reconsider"], by=by, on=on)
