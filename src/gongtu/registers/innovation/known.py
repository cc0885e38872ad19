"""The register's facts about each part of one contributor, ready for rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Subject
from gongtu.registers.innovation import facts
from gongtu.registers.innovation.choices import Way
from gongtu.registers.innovation.models import RewardPart
from gongtu.registers.innovation.queries import list_parts


def parts_known(person: UUID, *, on: date) -> list[Subject]:
    """Each part of a year that is over by that day; one query."""
    return [_part(row, on) for row in list_parts(person) if date(row.year, 12, 31) <= on]


def _part(row: RewardPart, on: date) -> Subject:
    ends = date(row.year, 12, 31)
    told = facts.Reward.recorded(
        as_of=ends,
        way=Way(row.way),
        agreed=row.agreed,
        ends_on=ends,
        turn=row.turn,
        part=Yuan.of_fen(row.part),
        paid=row.paid_on is not None and row.paid_on <= on,
    )
    return Subject(str(row.pk), f"{row.contributor.transformation.name} {row.year}", told)
