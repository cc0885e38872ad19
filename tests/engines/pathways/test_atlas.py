"""The sweep finds what a plain search over all states finds, compiled and in NumPy alike."""

from __future__ import annotations

import heapq
import subprocess
import sys
from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.engines.pathways import oracle, sweep
from gongtu.engines.pathways.atlas import Atlas, Measure, first_of_all
from gongtu.engines.pathways.compass import NO_WAY, Stand
from gongtu.engines.pathways.declare import Landscape, Move, Need, Track
from gongtu.engines.pathways.layout import NEVER

TRACKS = (Track("a", ("a0", "a1", "a2")), Track("b", ("b0", "b1")), Track("c", ("c0", "c1")))
LONG = 5


@st.composite
def moves(draw, number):
    track = draw(st.sampled_from(TRACKS))
    place = draw(st.integers(1, len(track.rungs) - 1))
    asked = draw(st.lists(st.sampled_from(TRACKS), max_size=2, unique=True))
    needs = tuple(
        Need(
            one.key,
            frozenset(draw(st.sets(st.sampled_from(one.rungs), min_size=1))),
            draw(st.integers(0, LONG)),
        )
        for one in asked
    )
    return Move(
        f"m{number}", track.key, frozenset(track.rungs[:place]), track.rungs[place], needs,
        overall=draw(st.sampled_from((0, 0, 3, 6))), enters=draw(st.sampled_from((0, 0, 2))),
    )  # fmt: skip


@st.composite
def landscapes(draw):
    found = tuple(draw(moves(number)) for number in range(draw(st.integers(1, 7))))
    return Landscape(TRACKS, found)


def plainly(landscape, goal, measure, stand):
    """Dijkstra on clocks that run on without a limit; weights are never negative here."""
    order, start = count(), (*stand.rungs.values(), *stand.clocks)
    queue, done = [(0, next(order), start)], set()
    while queue:
        cost, _, state = heapq.heappop(queue)
        here = dict(zip(landscape.places, state[:3], strict=True))
        if all(here[key] in rungs for key, rungs in goal.items()):
            return cost
        if state in done or max(state[3:]) > 24:
            continue
        done.add(state)
        later = (*state[:3], *(clock + 1 for clock in state[3:]))
        heapq.heappush(queue, (cost + measure.tick, next(order), later))
        for move, weight in zip(landscape.moves, measure.moves, strict=True):
            if opens(landscape, move, here, state[3:]):
                number = landscape.places[move.track]
                after = list(state)
                after[number], after[4 + number] = move.target, move.enters
                heapq.heappush(queue, (cost + weight, next(order), tuple(after)))
    return None


def opens(landscape, move, here, clocks):
    stands = here[move.track] in move.source and clocks[0] >= move.overall
    return stands and all(
        here[need.track] in need.rungs
        and clocks[1 + landscape.places[need.track]] >= need.half_years
        for need in move.needs
    )


stands = st.builds(
    lambda a, b, c, *clocks: Stand({"a": a, "b": b, "c": c}, clocks),
    *(st.sampled_from(track.rungs) for track in TRACKS),
    *(st.integers(0, LONG + 1) for _ in range(4)),
)
GOAL = {"a": frozenset({"a2"}), "b": frozenset({"b1"})}


@settings(max_examples=25, deadline=None)
@given(landscapes(), stands, st.lists(st.integers(0, 3), min_size=7, max_size=7))
def test_least_is_what_a_plain_search_finds(landscape, stand, weights):
    atlas = Atlas(landscape)
    own = tuple(weights[: len(landscape.moves)])
    measure = Measure(own, 1, 1000)

    way = atlas.compass(GOAL, measure).way(stand)
    found = plainly(landscape, GOAL, measure, stand)

    if found is None:
        assert way is None
        return
    assert way is not None
    keys = [move.key for move in landscape.moves]
    spent = sum(step.waited + own[keys.index(step.move.key)] for step in way)
    assert spent == found


@settings(max_examples=20, deadline=None)
@given(landscapes(), st.lists(st.integers(-3, 3), min_size=7, max_size=7))
def test_numpy_finds_the_same_in_every_state_and_puts_up_the_same_signs(landscape, weights):
    atlas = Atlas(landscape)
    reached = np.stack(
        [atlas.layout.reaching(GOAL), atlas.layout.reaching({"c": frozenset({"c1"})})], 1
    )
    signed = np.array(weights[: len(landscape.moves)], np.int64)
    for own in (abs(signed).astype(np.uint8), signed):
        one = sweep.sweep(atlas.layout, reached, own, 1)
        other = oracle.sweep(atlas.layout, reached, own, 1)
        out = NEVER[one.dtype] // 2
        assert (np.minimum(one, out) == np.minimum(other, out)).all()
    signs = [by.point(atlas.layout, reached[:, 0], signed, one[:, 0]) for by in (sweep, oracle)]
    assert (signs[0] == signs[1]).all()


@settings(max_examples=20, deadline=None)
@given(landscapes(), stands, st.lists(st.integers(-3, 3), min_size=7, max_size=7))
def test_a_way_can_be_gone_as_told_and_counts_what_is_least_from_there(landscape, stand, weights):
    atlas, moves = Atlas(landscape), landscape.moves
    measure = Measure(tuple(weights[: len(moves)]), 1, 1000)
    compass, state = atlas.compass(GOAL, measure), atlas.states([stand])
    swept = sweep.sweep(
        atlas.layout, atlas.layout.reaching(GOAL)[:, None], np.array(measure.moves), measure.tick
    )

    way, rungs, clocks = compass.way(stand), dict(stand.rungs), [*stand.clocks]

    assert (compass.least(state) >= NO_WAY) == (swept[state, 0] >= NO_WAY) == (way is None)
    for move, waited in way or ():
        clocks = [clock + waited for clock in clocks]
        assert opens(landscape, move, rungs, clocks)
        rungs[move.track], clocks[1 + landscape.places[move.track]] = move.target, move.enters
    if way is not None:
        assert all(rungs[track] in wanted for track, wanted in GOAL.items())
        spent = sum(waited + measure.moves[moves.index(move)] for move, waited in way)
        assert compass.least(state) == swept[state, 0] == spent


def test_a_clock_past_all_that_is_asked_of_it_makes_no_other_state():
    landscape = Landscape(TRACKS, (Move("up", "a", frozenset({"a0"}), "a1", overall=4),))
    here = {"a": "a0", "b": "b0", "c": "c0"}
    states = [Atlas(landscape).layout.state_of(here, (n, 9, 9, 9)) for n in range(7)]
    assert states == [*range(states[0], states[0] + 5), states[4], states[4]]


def test_times_of_many_goals_at_once_and_ways_read_off_agree():
    landscape = Landscape(TRACKS, (
        Move("up", "a", frozenset({"a0"}), "a1", overall=4),
        Move("on", "a", frozenset({"a1"}), "a2", (Need("a", frozenset({"a1"}), 3),)),
        Move("across", "b", frozenset({"b0"}), "b1", (Need("a", frozenset({"a1", "a2"}), 2),)),
    ))  # fmt: skip
    atlas = Atlas(landscape)
    stand = Stand({"a": "a0", "b": "b0", "c": "c0"}, (1, 0, 0, 0))
    state = atlas.layout.state_of(stand.rungs, stand.clocks)

    times = atlas.times([{"a": frozenset({"a2"})}, GOAL, {"c": frozenset({"c1"})}])[state]
    way = atlas.compass(GOAL, Measure((0, 0, 0), 1, 400)).way(stand)

    assert times.tolist() == [6, 6, 255]
    assert [(step.move.key, step.waited) for step in way] == [("up", 3), ("across", 2), ("on", 1)]


def test_measures_come_one_after_the_other():
    first = Measure((1, 0), 0, 10)
    second = Measure((-5, 7), 2, 100)
    assert first_of_all(first, second) == Measure((195, 7), 2, 4000)


def test_moves_in_a_circle_or_backwards_or_from_nowhere_are_refused_by_name():
    def landscape(*found):
        return Landscape(TRACKS, found)

    up = Move("row 1", "a", frozenset({"a1"}), "a2")
    down = Move("row 2", "a", frozenset({"a2"}), "a1")
    with pytest.raises(Broken, match="circle on 'a': row 1, row 2"):
        landscape(up, down)
    with pytest.raises(Broken, match="'row 2' leads backwards"):
        landscape(down)
    with pytest.raises(Broken, match="'row 3' names unknown rungs of 'b': special"):
        landscape(Move("row 3", "b", frozenset({"b0"}), "special"))


def test_rows_that_wait_on_one_another_or_on_nothing_are_refused_by_name():
    one = Move("row 1", "a", frozenset({"a0"}), "a1", (Need("b", frozenset({"b1"})),))
    other = Move("row 2", "b", frozenset({"b0"}), "b1", (Need("a", frozenset({"a1"})),))
    with pytest.raises(Broken, match=r"wait on one another.* row [12], row [12]"):
        Landscape(TRACKS, (one, other)).require_reachable()
    with pytest.raises(Broken, match="'row 3' is out of reach: nothing leads to c c1"):
        Landscape(
            TRACKS, (Move("row 3", "a", frozenset({"a0"}), "a1", (Need("c", frozenset({"c1"})),)),)
        ).require_reachable()


def test_compiler_is_loaded_with_the_first_question_alone():
    asked = "from gongtu.engines.pathways.atlas import compile_ahead; import sys; "
    told = asked + "before = 'numba' in sys.modules; compile_ahead(); print(before)"

    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
