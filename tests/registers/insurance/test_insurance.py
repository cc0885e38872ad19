"""Months of insurance as last reported, and nothing guessed."""

from datetime import date

from gongtu.registers.insurance import services as insurance
from gongtu.registers.insurance.known import insurance_facts
from tests.scenarios.town import Town

MONTHS = "Insurance.unemployment_months"


def report(town: Town, months: int, as_of: date) -> None:
    told = [(town.people["master"].pk, months)]
    insurance.record(told, as_of=as_of, source="社保经办机构")


def test_the_latest_report_known_on_the_day_counts(town: Town) -> None:
    report(town, 30, date(2026, 6, 30))
    report(town, 31, date(2026, 7, 31))

    known = insurance_facts(town.people["master"].pk, on=date(2026, 7, 15))

    assert known[MONTHS].value == 30
    assert known[MONTHS].as_of == date(2026, 6, 30)


def test_a_later_report_of_the_same_day_corrects_it(town: Town) -> None:
    report(town, 30, date(2026, 6, 30))
    report(town, 29, date(2026, 6, 30))

    known = insurance_facts(town.people["master"].pk, on=date(2026, 7, 15))

    assert known[MONTHS].value == 29


def test_without_a_report_nothing_is_known(town: Town) -> None:
    assert insurance_facts(town.people["master"].pk, on=date(2026, 7, 15)) == {}
