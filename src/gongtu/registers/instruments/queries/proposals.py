"""Reading parameter decisions: what waits, for whom, and how a parameter came to its value."""

from django.db.models import QuerySet

from gongtu.parties.capacity import Capacity
from gongtu.policy import all_parameters
from gongtu.registers.instruments.choices import State
from gongtu.registers.instruments.models import ParameterDecision


def get_decision(decision: int) -> ParameterDecision:
    """One decision, with the people and the file it names.

    Raises:
        ParameterDecision.DoesNotExist: There is none of that number.
    """
    return _decisions().get(pk=decision)


def list_proposals(state: State | None = State.PROPOSED) -> QuerySet[ParameterDecision]:
    """Decisions in one state, or all of them; the latest first."""
    decisions = _decisions()
    return decisions if state is None else decisions.filter(state=state)


def list_history(parameter: str) -> QuerySet[ParameterDecision]:
    """Everything ever proposed on one parameter, by its full key; the latest first."""
    return _decisions().filter(parameter=parameter)


def list_pending_for(capacity: Capacity) -> QuerySet[ParameterDecision]:
    """What this officer may settle: proposals on their role's parameters made by somebody else."""
    theirs = [each.key for each in all_parameters() if each.decides == capacity.role]
    waiting = _decisions().filter(state=State.PROPOSED, parameter__in=theirs)
    return waiting.exclude(proposed_by=capacity.person)


def count_pending_for(capacity: Capacity) -> int:
    return list_pending_for(capacity).count()


def _decisions() -> QuerySet[ParameterDecision]:
    return ParameterDecision.objects.select_related("proposed_by", "settled_by", "file")
