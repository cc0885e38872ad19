"""A draft holds for whoever supposes it, and for nobody else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.policy import DecidedValue, providers
from gongtu.policy.supposing import supposing
from tests.engines.entitlement.sample import POLICY

DAY = date(2026, 9, 1)
KEY = POLICY["minimum"].key
days = st.dates(date(2016, 1, 1), date(2030, 1, 1))


@pytest.fixture(autouse=True)
def nothing_plugged_in():
    before = providers.use_decisions(None)
    yield
    providers.use_decisions(before)


def draft(since, value):
    return DecidedValue(since=since, value=value, instrument="草案")


def value(on=DAY):
    return POLICY.count("minimum", on=on)


@given(days, days, st.integers(0, 400), st.integers(0, 400))
def test_a_draft_is_worth_what_it_would_be_once_decided(made, drafted, first, second):
    held = [draft(made, first)]
    providers.use_decisions(lambda key: held if key == KEY else ())
    before = POLICY.history("minimum")

    with supposing({KEY: [draft(drafted, second)]}):
        supposed = POLICY.history("minimum")

    assert POLICY.history("minimum") == before
    held.append(draft(drafted, second))
    assert POLICY.history("minimum") == supposed


def test_outside_the_block_nothing_changes_even_after_a_failure():
    before = value()

    def fail():
        with supposing({KEY: [draft(DAY, before + 1)]}):
            assert value() == before + 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert value() == before


def test_a_draft_says_nothing_of_the_day_before_it():
    eve = DAY - timedelta(days=1)

    with supposing({KEY: [draft(DAY, 1)]}):
        assert value() == 1
        assert value(eve) not in (1, None)


def test_a_draft_within_a_draft_stands_above_it():
    with supposing({KEY: [draft(DAY, 1)]}):
        with supposing({KEY: [draft(DAY, 2)]}):
            assert value() == 2
        assert value() == 1


def test_alone_a_draft_leaves_out_what_was_decided():
    providers.use_decisions(lambda _key: [draft(DAY, 9)])

    with supposing({}, alone=True):
        assert value() not in (9, None)
        with supposing({KEY: [draft(DAY, 2)]}):
            assert value() == 2
    assert value() == 9


def test_two_drafts_at_once_do_not_see_each_other():
    together = Barrier(3)

    def asked(supposed):
        if supposed is None:
            together.wait()
            return {value() for _ in range(2000)}
        with supposing({KEY: [draft(DAY, supposed)]}):
            together.wait()
            return {value() for _ in range(2000)}

    before = value()
    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(asked, (101, 202, None)))

    assert told == [{101}, {202}, {before}]
