import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.law.numerals import LARGEST, find_int, to_chinese, to_int


@given(st.integers(0, LARGEST))
def test_numerals_are_read_back_as_the_number_they_write(number):
    assert to_int(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("二十", 20),
        ("一百零一", 101),
        ("一百〇一", 101),
        ("一百一十", 110),
        ("一千二百六十", 1260),
        ("九千九百九十九", 9999),
        ("二〇二六", 2026),
        ("两百", 200),
        ("42", 42),
        ("\uff14\uff12", 42),
        ("第", None),
        ("", None),
        ("十百", None),
    ],
)
def test_forms_of_numerals_in_the_field(text, number):
    assert find_int(text) == number


@pytest.mark.parametrize(
    ("number", "text"), [(0, "零"), (14, "十四"), (105, "一百零五"), (1010, "一千零一十")]
)
def test_numbers_are_written_as_statutes_write_them(number, text):
    assert to_chinese(number) == text


def test_negative_numbers_have_no_numeral():
    with pytest.raises(ValueError, match="no numeral"):
        to_chinese(-1)
