"""A duty that could never work is refused when it is declared, with its place."""

from typing import Any

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.declare import parameter
from gongtu.engines.entitlement.duties import registry
from gongtu.engines.entitlement.duties.declare import Condition, end_of_turn
from gongtu.engines.entitlement.expressions import TODAY
from gongtu.parties.roles import ENTERPRISE, WORKER
from tests.engines.entitlement.duties.works import ART, LARGE, Works, duty

RESTLESS = Condition("已召开", ART, Works.held_on <= TODAY, "held")
DAILY = Condition("已召开", ART, Works.held_on <= Works.asked_on, "held")
UNKNOWN = Condition("达到规模", ART, Works.people >= parameter("no_such_line"), "large")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"key": "No Key"}, "no .* words joined by hyphens|not lower-case words"),
        ({"basis": ()}, "rests on no article"),
        ({"fulfils": ()}, "carries out no norm"),
        ({"binds": (LARGE, LARGE)}, "two conditions are called 'large'"),
        ({"binds": (RESTLESS,)}, "would turn by time alone"),
        ({"binds": (DAILY,)}, "would turn by time alone"),
        ({"met": (UNKNOWN,)}, "unknown parameter 'no_such_line'"),
        ({"due": Works.people}, "no day"),
        ({"due": end_of_turn(TODAY, parameter("no_such_line"))}, "unknown parameter"),
    ],
)
def test_what_could_never_work_is_told_with_its_place(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(Broken, match=says) as broken:
        duty(**wrong)

    assert ".py:" in str(broken.value)


def test_two_duties_of_one_key_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_duties", {})
    first = duty()
    registry.register_duty(first)
    registry.register_duty(first)

    with pytest.raises(Broken, match=r"'sample-duty' stands in .*works.py:"):
        registry.register_duty(duty())
    assert registry.duties(ENTERPRISE) == (first,)
    assert registry.duties(WORKER) == ()
