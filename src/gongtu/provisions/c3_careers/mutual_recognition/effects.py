"""What agreeing and parting write into the register of recognition (Art. 22)."""

from gongtu.engines.casework.declare import Effect
from gongtu.parties.roles import COUNTERPART
from gongtu.registers.recognition import services as recognition
from gongtu.registers.recognition.rows import read_scope
from gongtu.registers.recognition.services import Terms


def check_proposal(effect: Effect) -> None:
    """Only what can be agreed on is proposed."""
    recognition.check_terms(_terms(effect), read_scope(effect.answers["scope"]))


def conclude(effect: Effect) -> None:
    """The agreement stands on record, and acts from its first day."""
    recognition.conclude(
        _terms(effect),
        read_scope(effect.answers["scope"]),
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )


def end_by_proposer(effect: Effect) -> None:
    """The proposer tells the end."""
    recognition.end_agreement(effect.case_number, effect.organisation, by=effect.by, on=effect.on)


def end_by_partner(effect: Effect) -> None:
    """The other party tells the end."""
    partner = int(effect.parties[COUNTERPART])
    recognition.end_agreement(effect.case_number, partner, by=effect.by, on=effect.on)


def _terms(effect: Effect) -> Terms:
    told = effect.answers
    return Terms(
        proposer=effect.organisation,
        partner=int(told["partner"]),
        since=told["since"],
        until=told["until"],
        notice_days=told["notice_days"],
    )
