"""Over the whole city, each contributor's part of what a result brought in a year."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.columns import Column, Truths
from gongtu.engines.entitlement.city.suppliers import Columns, Kind, rows_of, supply
from gongtu.engines.entitlement.parties.columns import of_person
from gongtu.engines.entitlement.snapshot.frames import Registers
from gongtu.engines.entitlement.snapshot.rows import Rows
from gongtu.records.changes.sources import Source
from gongtu.registers.innovation.choices import Way
from gongtu.registers.innovation.facts import Reward

PART = Source(
    "reward_part",
    table="innovation_rewardpart",
    columns={
        "id": int,
        "person_id": UUID,
        "way": str,
        "agreed": bool,
        "year": int,
        "turn": int,
        "part": Yuan,
        "paid_on": date,
    },
    owner="person_id",
)


def rewards(registers: Registers) -> Columns:
    """What is on record of each part."""
    rows = registers.kind("reward")
    paid = rows.known("paid_on") & (rows.whole("paid_on") <= registers.day)
    return {
        "way": rows.column("way", Way),
        "agreed": rows.column("agreed"),
        "ends_on": Column(_ends(rows).astype(np.int32)),
        "turn": rows.column("turn"),
        "part": rows.column("part"),
        "paid": Column(paid.view(np.uint8)),
    }


def _ends(rows: Rows) -> NDArray[np.int64]:
    """The last day of each year."""
    after = (rows.whole("year") - 1969).astype("datetime64[Y]").astype("datetime64[D]")
    return after.astype(np.int64) - 1


def _over(registers: Registers) -> Truths:
    """Only years that are over."""
    return _ends(registers.rows(PART)) <= registers.day


rows_of(Kind("reward", PART, named="id", joins=of_person("reward"), only=_over))
supply(Reward, rewards, reads=[PART])
