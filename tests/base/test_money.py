from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken, Refused
from gongtu.base.money import Yuan

fens = st.integers(-(10**15), 10**15)


@given(fens, fens)
def test_adding_then_taking_away_changes_nothing(a, b):
    assert Yuan.of_fen(a) + Yuan.of_fen(b) - Yuan.of_fen(b) == Yuan.of_fen(a)


@given(fens)
def test_text_reads_back_to_the_same_amount(fen):
    amount = Yuan.of_fen(fen)

    assert Yuan(str(amount)) == amount
    assert hash(Yuan(str(amount))) == hash(amount)


@given(fens, fens)
def test_order_is_that_of_fen(a, b):
    assert (Yuan.of_fen(a) < Yuan.of_fen(b)) == (a < b)


@pytest.mark.parametrize("text", ["", "一千", "NaN", "Infinity", "1.001"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(Refused):
        Yuan(text)


def test_float_is_a_mistake_of_ours():
    with pytest.raises(Broken, match="never a float"):
        Yuan(0.1)


@given(fens, st.decimals(0, 100, places=2))
def test_shares_of_a_whole_miss_it_by_a_fen_at_most(fen, rate):
    whole = Yuan.of_fen(fen)

    parted = whole.percent(rate) + whole.percent(Decimal(100) - rate)

    assert abs((parted - whole).fen) <= 1
