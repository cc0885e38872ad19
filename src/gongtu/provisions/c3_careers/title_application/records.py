"""What the registers know of a worker in each occupation, and of the rule of an application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.equivalence.known import applied_known
from gongtu.registers.ladder.declare import the_ladder
from gongtu.registers.ladder.queries import list_occupations_of


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """The worker in each occupation they have worked or are certified in."""
    person, ask = UUID(worker), the_ladder().subjects
    return [ask((person,), one.pk, on)[person] for one in list_occupations_of(person, on=on)]


def gather(case: Gathering) -> Mapping[str, Known]:
    """The row of equivalence of the day of filing: the decision is made under it and names it."""
    target = Rung(Side.TITLE, case.answers["level"].value)
    return applied_known(Side.GRADE, target, filed_on=case.opened_on)
