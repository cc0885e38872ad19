"""A figure says of how many; few are no share, few bodies no range; nothing sorts bodies by it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.registers.quality.choices import Measured
from gongtu.registers.quality.queries import get_body
from gongtu.registers.quality.queries.figures import Counted, _figure, figures_of
from tests.cast import DAY, Cast
from tests.factories import skills
from tests.factories.quality import complained, move, suspended
from tests.factories.sittings import drawn
from tests.factories.sittings import move as step


def test_each_figure_is_counted_of_something(cast: Cast) -> None:
    number = drawn(cast).session.case_number
    told = {"kind": "equipment", "happened_on": DAY, "told": "停电。"}
    step(Case.objects.get(number=number), "note", cast.clerk, **told)
    casework.make_move(number, "stop", by=cast.liu, on=DAY, reason="停电太久。")
    skills.certificate(cast)
    suspended(cast)
    case = complained(cast)
    move(case, "accept", cast.liu)
    move(case, "answer", cast.liu, founded="partly", answer="已要求改正。")

    found = {one.measured: one for one in figures_of(get_body(cast.bodies["works"].pk), on=DAY)}

    assert found[Measured.INCIDENTS].counted == Counted(1, 1)
    assert found[Measured.CERTIFICATES].counted == Counted(0, 1)
    assert found[Measured.CHECKS].counted == Counted(1, 1)
    assert found[Measured.COMPLAINTS].counted == Counted(1, 1)
    assert found[Measured.APPEALS].counted == Counted(0, 0)
    assert all(one.percent is None and one.range is None for one in found.values())
    assert not any(
        one.counted.of for one in figures_of(get_body(cast.bodies["works"].pk), on=date(2028, 1, 1))
    )


@given(st.dictionaries(st.integers(1, 12), st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_no_share_of_few_and_no_range_of_few_bodies(told: dict[int, tuple[int, int]]) -> None:
    counts = {who: Counted(min(n, of), of) for who, (n, of) in told.items()}

    found = _figure(Measured.CHECKS, counts, 1, set(range(1, 10)), 5)

    shares = [one.percent for who, one in counts.items() if one.of >= 5 and who < 10]
    assert (found.percent is None) == (counts.get(1, Counted(0, 0)).of < 5)
    assert (found.range is None) == (len(shares) < 5)
    if found.range:
        assert (found.range.low, found.range.high) == (min(shares), max(shares))
        assert found.range.low <= found.range.middle <= found.range.high
