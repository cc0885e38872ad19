"""The register's facts about one session, ready for rules."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.sittings import facts
from gongtu.registers.sittings.queries import (
    appeals_open,
    count_unreviewed,
    count_unsettled,
    find_sitting,
)
from gongtu.registers.sittings.queries.examining import examiners_missing, required_on
from gongtu.registers.skills.queries import find_session


def sitting_known(case_number: str, *, on: date) -> dict[str, Known]:
    """How a session is held."""
    sitting, session = find_sitting(case_number), find_session(case_number)
    return facts.Sitting.recorded(
        as_of=on,
        arranged=sitting is not None,
        examiners_missing=required_on(on) if session is None else examiners_missing(session),
        unsettled=count_unsettled(sitting) if sitting else 0,
        unreviewed=count_unreviewed(sitting) if sitting else 0,
        appeals=appeals_open(case_number).count(),
    )
