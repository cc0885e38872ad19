"""The board adds up: a late case counts once for whoever bears the norms it carries out."""

from gongtu.law.obligations import Bearer
from gongtu.oversight.board import Board, Line
from gongtu.oversight.lawmap import row_of
from tests.cast import DAY


def line(norm: str, **overdue: int) -> Line:
    row = row_of(norm)
    assert row is not None
    return Line(row, (), {key.replace("_", "-"): count for key, count in overdue.items()})


def test_late_cases_that_carry_out_two_norms_count_once_for_their_bearer() -> None:
    letters = line("union-supervision-letters", union_supervision=3)
    proposals = line("federation-proposal-letters", union_supervision=3)

    totals = {one.bearer: one for one in Board(DAY, (letters, proposals)).totals()}

    assert totals[Bearer.FEDERATION].norms == 2
    assert totals[Bearer.FEDERATION].overdue_cases == 3
    assert totals[Bearer.UNION].overdue_cases == 3


def test_late_cases_of_several_procedures_add_up() -> None:
    both = line("union-supervision-letters", union_supervision=3, legal_aid=1)

    assert both.overdue_cases == 4
