"""The register's facts about one session, ready for rules."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.sittings import facts
from gongtu.registers.sittings.queries import (
    count_unreviewed,
    count_unsettled,
    examiners_missing,
    find_sitting,
)


def sitting_known(case_number: str, *, required: int | None, on: date) -> dict[str, Known]:
    """How a session is held; `required` is how many examiners every session needs, if known."""
    sitting = find_sitting(case_number)
    if sitting is None:
        missing = required or 0
        return facts.Sitting.recorded(
            as_of=on, arranged=False, examiners_missing=missing, unsettled=0, unreviewed=0
        )
    return facts.Sitting.recorded(
        as_of=on,
        arranged=True,
        examiners_missing=examiners_missing(sitting),
        unsettled=count_unsettled(sitting),
        unreviewed=count_unreviewed(sitting),
    )
