"""No claim loses by what was drawn after its decision, whatever it is for."""

from __future__ import annotations

from collections import defaultdict
from uuid import uuid4

import pytest

from gongtu.engines.casework.declare import Gathering, Procedure
from gongtu.engines.casework.registry import procedures
from tests.cast import DAY

CLAIMS = [one for one in procedures() if any(move.commits for move in one.moves)]


@pytest.mark.django_db
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda one: str(one.key))
def test_its_facts_are_asked_with_what_counts_as_earlier(
    claim: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def known(*_of: object, **how: object) -> dict[str, object]:
        asked.append(how.get("earlier"))
        return {}

    assert claim.gathers is not None
    around = claim.gathers.__globals__
    for name in [name for name in around if name.endswith("_known")]:
        monkeypatch.setitem(around, name, known)
    gathering = Gathering(
        "20260000001", claim.key, defaultdict(str), uuid4(), 1, {}, "370202", DAY, DAY, again=True
    )
    claim.gathers(gathering)

    assert asked == [gathering.earlier]
    assert gathering.earlier.before == DAY
