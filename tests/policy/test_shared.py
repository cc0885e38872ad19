"""What the platform itself lives by is dated, sourced and said in both languages."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from gongtu.base.marked import read_plain
from gongtu.policy import shared

ENGLISH = read_plain(Path(shared.__file__).with_name("en.yaml"))


def test_values_are_those_written_down():
    assert {
        parameter.name: parameter.value(date(2026, 9, 1)).value for parameter in shared.platform
    } == {
        "minimum_cell": 5,
        "batch_sample_percent": Decimal(10),
        "batch_sample_least": 3,
        "correction_hearing_days": None,
        "appeal_review_days": 60,
        "appeal_suit_months": 6,
        "look_ups_a_minute": 20,
        "share_days_most": 90,
        "statement_days": 180,
        "wallet_imports_most": 100,
        "issuer_document_days": 30,
        "issuer_list_days": 3,
        "clocks_differ_minutes": 5,
        "qualification_prefix": None,
        "pension_age": None,
    }


@pytest.mark.parametrize("name", shared.platform.names())
def test_every_word_has_its_english(name):
    parameter = shared.platform[name]
    said = {parameter.title, parameter.because}
    for valued in parameter.history():
        said |= {valued.instrument, valued.source, valued.note}

    assert said - {""} <= ENGLISH.keys()
