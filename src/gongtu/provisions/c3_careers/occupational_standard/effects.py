"""What each step of drafting writes into the register of standards (Art. 20)."""

from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.occupational_standard.rules import POLICY
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.standards import services as standards
from gongtu.registers.standards.services import Adoption, Proposal


def propose(effect: Effect) -> None:
    """The draft stands on record once its text can be read."""
    told = effect.answers
    proposal = Proposal(
        kind=told["kind"],
        occupation=str(told["occupation"]),
        title=told["title"],
        lowest=told["lowest"],
        highest=told["highest"],
        drafters=str(told["drafters"] or ""),
        text=told["text"],
    )
    standards.propose(
        effect.case_number, proposal, proposer=effect.organisation, by=effect.by, on=effect.on
    )


def revise(effect: Effect) -> None:
    """The text is another one."""
    text = effect.move_answers["revised"]
    standards.revise(effect.case_number, text, by=effect.by, on=effect.on)


def settle_text(effect: Effect) -> None:
    """The text to be examined is that which was commented on, unless another is handed in."""
    if text := effect.move_answers["final"]:
        standards.revise(effect.case_number, text, by=effect.by, on=effect.on)


def open_round(effect: Effect) -> None:
    """Everybody may comment from now on."""
    standards.open_round(
        effect.case_number,
        until=effect.move_answers["until"],
        days=POLICY.count("comment_days", on=effect.on),
        by=effect.by,
        on=effect.on,
    )


def prepare_adoption(effect: Effect) -> None:
    """Number, first day and wording are written down for a second officer."""
    told = effect.move_answers
    adoption = Adoption(
        number=told["number"],
        in_force_from=told["in_force_from"],
        wording=told["wording"] or "",
    )
    standards.prepare_adoption(effect.case_number, adoption, on=effect.on)


def adopt(effect: Effect) -> None:
    """The edition stands, and sets the wording of conditions where it says one."""
    edition = standards.adopt(effect.case_number, by=effect.by, on=effect.on)
    if edition.wording and edition.in_force_from:
        worded = ladder.Worded(
            occupation=edition.occupation_id,
            wording=Wording(edition.wording),
            since=edition.in_force_from,
            standard=edition.title,
            source=edition.number,
        )
        ladder.record_wording(worded, by=effect.by, on=effect.on)


def drop(effect: Effect) -> None:
    """Nothing comes of the draft."""
    standards.drop(effect.case_number, by=effect.by, on=effect.on)
