"""What rows that lie together come to, against the plainest way of saying it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.entitlement.snapshot.runs import NONE, Runs

ROWS = st.lists(st.tuples(st.integers(0, 4), st.integers(-3, 9), st.booleans()), max_size=12)


@given(rows=ROWS)
def test_every_reduction_is_what_a_loop_finds(rows):
    rows = sorted(rows, key=lambda row: row[0])
    keys, days, where = (np.array([row[i] for row in rows]) for i in range(3))
    keys, days, where = keys.astype(int), days.astype(int), where.astype(bool)
    runs = Runs.of(keys)
    owners = sorted(set(keys.tolist()))

    ours = [[(i, *rows[i][1:]) for i in range(len(rows)) if keys[i] == owner] for owner in owners]
    some = [[(i, day) for i, day, is_some in run if is_some] for run in ours]
    assert runs.total(days).tolist() == [sum(day for _, day, _ in run) for run in ours]
    assert runs.most(days).tolist() == [max(day for _, day, _ in run) for run in ours]
    assert runs.count(where).tolist() == [len(run) for run in some]
    assert runs.some(where).tolist() == [bool(run) for run in some]
    assert runs.most(days, where, -9).tolist() == [
        max((day for _, day in run), default=-9) for run in some
    ]
    assert runs.latest(days, where).tolist() == [
        max(run, key=lambda row: (row[1], row[0]), default=(NONE,))[0] for run in some
    ]
    assert runs.earliest(days, where).tolist() == [
        min(run, key=lambda row: (row[1], row[0]), default=(NONE,))[0] for run in some
    ]
    assert runs.spread(np.array(owners, dtype=int)).tolist() == keys.tolist()
