"""Reading parameter decisions: what waits, for whom, and how a parameter came to its value."""

from django.db.models import QuerySet

from gongtu.parties.capacity import Capacity
from gongtu.policy import Parameter, all_parameters
from gongtu.policy.city import active_city
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


def settles(capacity: Capacity, parameter: Parameter) -> bool:
    """Whether this office may settle it: a value holds for the whole city, so the city's does."""
    of_the_city = capacity.division == active_city().division
    return of_the_city and capacity.role == parameter.decides


def list_pending_for(capacity: Capacity) -> QuerySet[ParameterDecision]:
    """What this officer may settle: proposals on their role's parameters made by somebody else."""
    theirs = [each.key for each in all_parameters() if settles(capacity, each)]
    waiting = _decisions().filter(state=State.PROPOSED, parameter__in=theirs)
    return waiting.exclude(proposed_by=capacity.person)


def count_pending_for(capacity: Capacity) -> int:
    return list_pending_for(capacity).count()


def _decisions() -> QuerySet[ParameterDecision]:
    return ParameterDecision.objects.select_related("proposed_by", "settled_by", "file")
