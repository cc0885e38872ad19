"""What each step of a project writes into the register (Art. 23)."""

from uuid import UUID

from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.special_ability_project.rules import POLICY
from gongtu.registers.standards import services as standards


def propose(effect: Effect) -> None:
    """The project stands on record once its norm can be read."""
    standards.propose_ability(
        effect.case_number,
        dict(effect.answers),
        proposer=effect.organisation,
        by=effect.by,
        on=effect.on,
    )


def revise(effect: Effect) -> None:
    """The norm is another one."""
    norm = effect.move_answers["revised"]
    standards.revise_ability(effect.case_number, norm, by=effect.by, on=effect.on)


def send_to_experts(effect: Effect) -> None:
    """How many experts are asked is settled."""
    rule = POLICY.count("experts_required", on=effect.on)
    standards.send_to_experts(effect.case_number, wanted=effect.move_answers["experts"], rule=rule)


def note_opinion(effect: Effect) -> None:
    """What an expert without a part in the matter said is kept."""
    told = effect.move_answers
    standards.note_opinion(
        effect.case_number,
        UUID(told["reviewer"]),
        favours=told["favours"],
        opinion=told["opinion"],
        by=effect.by,
        on=effect.on,
    )


def number(effect: Effect) -> None:
    """The number is written down for a second officer."""
    standards.number_ability(effect.case_number, effect.move_answers["number"])


def publish(effect: Effect) -> None:
    """Everybody may read the project."""
    standards.publish_ability(effect.case_number, by=effect.by, on=effect.on)


def file_assessor(effect: Effect) -> None:
    """A body may examine the ability from now on."""
    told = effect.move_answers
    standards.file_ability_assessor(
        effect.case_number,
        int(told["assessor"]),
        is_pilot=told["is_pilot"],
        by=effect.by,
        on=effect.on,
    )


def end_assessor(effect: Effect) -> None:
    """A body may examine the ability no more."""
    told = effect.move_answers
    standards.end_ability_assessor(
        effect.case_number,
        int(told["ended"]),
        reason=told["ended_for"],
        by=effect.by,
        on=effect.on,
    )


def retire(effect: Effect) -> None:
    """Nobody is examined in it any more."""
    reason = effect.move_answers["why"]
    standards.retire_ability(effect.case_number, reason=reason, by=effect.by, on=effect.on)
