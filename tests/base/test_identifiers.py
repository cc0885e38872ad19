import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.identifiers import IdNumber, Uscc, WrongIdNumber, WrongUscc

REAL_CODES = (
    "91370200264574251E",
    "91100000100003962T",
    "91440300708461136T",
    "91350100M000100Y43",
)


@pytest.mark.parametrize("code", REAL_CODES)
def test_published_credit_codes_pass(code):
    assert str(Uscc.parse(code)) == code


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("1101051949123100", ("身份证号码应为18位，填写的是16位。",)),
        ("1101O519491231002X", ("身份证号码第5位应为数字，填写的是“O”。",)),
        ("11010519491231002A", ("身份证号码第18位应为数字或X，填写的是“A”。",)),
        ("990101194912310023", ("身份证号码前6位“990101”不是行政区划代码。",)),
        ("110105194902310023", ("身份证号码第7至14位“19490231”不是出生日期。",)),
    ],
)
def test_wrong_number_says_which_rule_it_breaks(text, reasons):
    with pytest.raises(WrongIdNumber) as refusal:
        IdNumber.parse(text)

    assert refusal.value.reasons[: len(reasons)] == reasons


def test_division_abolished_since_still_counts():
    assert IdNumber.parse("370205196001010010").division == "370205"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("9137020026457", "统一社会信用代码应为18位，填写的是13位。"),
        (
            "9137020026457425IE",
            "统一社会信用代码只用数字和大写字母，且不用I、O、S、V、Z，填写的有“I”。",
        ),
        (
            "91A70200264574251E",
            "统一社会信用代码第3至8位应为登记机关的行政区划代码，填写的是“A70200”。",
        ),
    ],
)
def test_wrong_code_says_which_rule_it_breaks(text, reason):
    with pytest.raises(WrongUscc) as refusal:
        Uscc.parse(text)

    assert refusal.value.reasons == (reason,)


@given(st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_digit_mistyped_is_always_noticed(place, digit):
    number = "11010519491231002X"
    mistyped = number[:place] + digit + number[place + 1 :]
    if mistyped == number:
        return

    with pytest.raises(WrongIdNumber):
        IdNumber.parse(mistyped)


def test_number_never_shows_in_a_traceback():
    assert repr(IdNumber.parse("11010519491231002X")) == "IdNumber('1101**********002X')"
