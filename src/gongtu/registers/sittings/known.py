"""The register's facts about one session, ready for rules."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.sittings import facts
from gongtu.registers.sittings.queries import (
    appeals_open,
    count_unreviewed,
    count_unsettled,
    examiners_missing,
    find_sitting,
)


def sitting_known(case_number: str, *, required: int | None, on: date) -> dict[str, Known]:
    """How a session is held; `required` is how many examiners every session needs, if known."""
    sitting, appeals = find_sitting(case_number), appeals_open(case_number).count()
    if sitting is None:
        return facts.Sitting.recorded(
            as_of=on,
            arranged=False,
            examiners_missing=required or 0,
            unsettled=0,
            unreviewed=0,
            appeals=appeals,
        )
    return facts.Sitting.recorded(
        as_of=on,
        arranged=True,
        examiners_missing=examiners_missing(sitting),
        unsettled=count_unsettled(sitting),
        unreviewed=count_unreviewed(sitting),
        appeals=appeals,
    )
