"""The register's facts about grades that count in an enterprise, ready for rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.parties.queries import get_organisation
from gongtu.registers.recognition import facts
from gongtu.registers.recognition.queries import Recognised, counted_grades, recognised_grades
from gongtu.registers.recognition.rows import Line
from gongtu.registers.skills.queries import find_filing


def recognitions_known(person: UUID, enterprise: int, *, on: date) -> dict[str, Subject]:
    """Each grade that counts in the enterprise by agreement on that day, by certificate number."""
    name = get_organisation(enterprise).name
    found = recognised_grades(person, enterprise, on=on)
    return {one.certificate.number: _seen(one, name) for one in found if one.since is not None}


def counting_known(
    person: UUID, enterprise: int, *, on: date, occupation: str = ""
) -> dict[str, Known]:
    """The highest grade that counts in the enterprise, of one occupation or of any."""
    counted = counted_grades(person, enterprise, on=on)
    fitting = (one for one in counted if occupation in ("", one.certificate.occupation_id))
    if (highest := next(fitting, None)) is None:
        return facts.Counting.recorded(as_of=on, grade=None, since=None, recognised=False)
    return facts.Counting.recorded(
        as_of=on,
        grade=highest.grade,
        since=highest.since,
        recognised=highest.recognised is not None,
    )


def assessed_known(parties: Sequence[int], scope: Sequence[Line], *, on: date) -> dict[str, Known]:
    """Whether for each line of the scope one of the parties is filed, up to both its ends."""
    assessed = all(any(_filed(party, line, on) for party in parties) for line in scope)
    return facts.Assessed.recorded(as_of=on, by_a_party=assessed)


def _filed(party: int, line: Line, on: date) -> bool:
    ends = (line.lowest, line.highest)
    return all(find_filing(party, line.occupation, grade, on=on) is not None for grade in ends)


def _seen(one: Recognised, enterprise: str) -> Subject:
    held = one.certificate
    title = f"{held.occupation.name} {one.grade.label}"
    told = facts.Recognition.recorded(
        as_of=one.since,
        number=held.number,
        enterprise=enterprise,
        issuer=held.issuer.name,
        occupation=held.occupation.name,
        grade=one.grade,
        recognised_on=one.since,
    )
    return Subject(held.number, title, told)
