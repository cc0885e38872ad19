"""Nothing small can be read in a table, nor worked out by adding and subtracting."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from gongtu.engines.indicators.tables import WHOLE, Sum, disclose_table

COLUMNS = ("before", "gains", "loses", "after")
FLOW = Sum(parts=("before", "gains"), taken=("loses",), makes="after")
few = st.integers(0, 12)


@st.composite
def tables(draw):
    """Groups of people of whom some gain and some lose."""
    rows = {}
    for name in range(draw(st.integers(0, 6))):
        before, gains = draw(few), draw(few)
        loses = draw(st.integers(0, before))
        after = before + gains - loses
        rows[str(name)] = {"before": before, "gains": gains, "loses": loses, "after": after}
    return rows


def whole_of(rows):
    return {column: sum(row[column] for row in rows.values()) for column in COLUMNS}


@given(tables(), st.integers(0, 6))
def test_what_is_shown_is_right_and_never_small(rows, minimum):
    every = {**rows, WHOLE: whole_of(rows)}

    for row, told in disclose_table(rows, every[WHOLE], minimum=minimum, sums=[FLOW]).items():
        for column, count in told.items():
            assert count in (None, every[row][column])
            assert count is None or not 0 < count < minimum


AMONG_ZEROS = {
    "0": {"before": 5, "gains": 1, "loses": 1, "after": 5},
    "1": {"before": 2, "gains": 0, "loses": 0, "after": 2},
    "2": {"before": 4, "gains": 0, "loses": 1, "after": 3},
}


@given(tables())
@example(AMONG_ZEROS)
def test_nothing_hidden_can_be_worked_out(rows):
    told = disclose_table(rows, whole_of(rows), minimum=5, sums=[FLOW])
    hidden = [(row, column) for row in told for column, n in told[row].items() if n is None]

    known = np.array([[line.get(cell, 0) for cell in hidden] for line in statements(rows)])
    rank = np.linalg.matrix_rank(known) if hidden else 0
    for one in np.eye(len(hidden)):
        assert np.linalg.matrix_rank(np.vstack([known, one])) == rank + 1


def statements(rows):
    """What every reader knows of such a table, as sums that come to nothing."""
    for column in COLUMNS if rows else ():
        yield {**{(row, column): 1 for row in rows}, (WHOLE, column): -1}
    for row in (*rows, WHOLE):
        yield {(row, "before"): 1, (row, "gains"): 1, (row, "loses"): -1, (row, "after"): -1}


@given(tables())
def test_the_hidden_of_a_column_are_not_few_together(rows):
    told = disclose_table(rows, whole_of(rows), minimum=5, sums=[FLOW])

    for column in COLUMNS:
        if told[WHOLE][column] is not None:
            together = sum(rows[row][column] for row in rows if told[row][column] is None)
            assert together == 0 or together >= 5


def test_one_small_row_takes_the_next_smallest_with_it():
    rows = {name: {"n": n} for name, n in {"a": 3, "b": 40, "c": 9, "d": 0}.items()}

    told = disclose_table(rows, {"n": 52}, minimum=5)

    assert {row: cells["n"] for row, cells in told.items()} == {
        "a": None, "b": 40, "c": None, "d": 0, WHOLE: 52,
    }  # fmt: skip


def test_a_small_gain_is_not_left_to_subtraction():
    whole = {"before": 500, "gains": 3, "loses": 0, "after": 503}

    told = disclose_table({}, whole, minimum=5, sums=[FLOW])

    assert told[WHOLE] == {"before": 500, "gains": None, "loses": 0, "after": None}
