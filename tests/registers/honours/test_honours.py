"""Honours and awards on record; an honour is never taken for the grade of nearly the same name."""

from datetime import date

import pytest

from gongtu.engines.entitlement.earlier import Earlier
from gongtu.policy.city import active_city
from gongtu.registers.honours import services as honours
from gongtu.registers.honours.choices import ContestLevel, HonourKey
from gongtu.registers.honours.known import awards_known, honours_known
from gongtu.registers.honours.queries import HonourUnknown, get_own
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.known import holder_known
from gongtu.registers.skills.queries import highest_grade
from tests.scenarios.town import FITTER, Town, furnish

CITY, CASE = "city-chief-technician", "20260000001"
GRANTED = date(2024, 2, 29)


def grant(town: Town, number: str = "R1", kind: str = CITY, on: date = GRANTED) -> None:
    honours.grant_honour(
        town.people["master"].pk, kind, number=number, document="公布文件",
        by=town.roles["hrss"], on=on,
    )  # fmt: skip


def known(
    town: Town, on: date, case_number: str = "", number: str = "R1", before: date | None = None
) -> dict[str, object]:
    earlier = Earlier(case_number, before)
    told = honours_known(town.people["master"].pk, on=on, earlier=earlier)
    return {key: fact.value for key, fact in told[number].facts.items()}


def test_the_term_ends_as_the_citys_list_says(town: Town) -> None:
    grant(town)

    assert known(town, GRANTED)["Honour.until"] == date(2028, 2, 29)


def test_the_term_of_an_honour_without_one_is_not_known(town: Town) -> None:
    grant(town, kind="provincial-skill-master")

    assert known(town, GRANTED)["Honour.until"] is None


def test_each_year_of_the_term_begins_on_the_day_of_the_grant(town: Town) -> None:
    grant(town, on=date(2024, 5, 6))

    years = [known(town, date(2025, 5, day))["Honour.year"] for day in (5, 6)]
    assert years == [1, 2]


def test_an_honour_is_not_seen_before_it_is_granted(town: Town) -> None:
    grant(town)

    assert honours_known(town.people["master"].pk, on=date(2024, 2, 28)) == {}


def test_a_withdrawn_honour_stands_no_more_from_that_day(town: Town) -> None:
    grant(town)
    by = town.roles["hrss"]
    honours.withdraw_honour("R1", reason="弄虚作假。", by=by, on=date(2025, 6, 1))

    assert known(town, date(2025, 5, 31))["Honour.standing"] is True
    assert known(town, date(2025, 6, 1))["Honour.standing"] is False
    with pytest.raises(honours.WithdrawnAlready):
        honours.withdraw_honour("R1", reason="再次。", by=by, on=date(2025, 6, 2))


def test_an_allowance_is_drawn_once_a_year_of_the_term(town: Town) -> None:
    grant(town)
    claimed = date(2025, 3, 1)
    honours.record_allowance("R1", case_number=CASE, claimed_on=claimed, on=date(2025, 4, 1))

    assert known(town, claimed)["Honour.drawn"] is True
    assert known(town, claimed, case_number=CASE)["Honour.drawn"] is False
    assert known(town, date(2026, 3, 1))["Honour.drawn"] is False
    assert known(town, claimed, before=date(2025, 4, 1))["Honour.drawn"] is False
    with pytest.raises(honours.DrawnAlready):
        honours.record_allowance(
            "R1", case_number="20260000002", claimed_on=claimed, on=date(2025, 4, 2)
        )


def test_an_honour_the_city_does_not_grant_is_refused(town: Town) -> None:
    with pytest.raises(honours.NotOnTheList, match="chief-of-chiefs"):
        grant(town, kind="chief-of-chiefs")


def test_numbers_are_given_once(town: Town) -> None:
    grant(town)
    win = honours.Win("J1", "职业技能大赛", ContestLevel.CITY, FITTER, 3)
    honours.record_award(town.people["master"].pk, win, by=town.roles["hrss"], on=GRANTED)

    with pytest.raises(honours.NumberTaken, match="R1"):
        grant(town)
    with pytest.raises(honours.NumberTaken, match="J1"):
        honours.record_award(town.people["master"].pk, win, by=town.roles["hrss"], on=GRANTED)


def test_an_award_is_known_from_its_day(town: Town) -> None:
    master = town.people["master"].pk
    win = honours.Win("J1", "职业技能大赛", ContestLevel.CITY, FITTER, 3)
    honours.record_award(master, win, by=town.roles["hrss"], on=GRANTED)

    assert awards_known(master, on=date(2024, 2, 28)) == {}
    (award,) = awards_known(master, on=GRANTED).values()
    assert (award.title, award.facts["Award.rank"].value) == ("职业技能大赛 市级", 3)


def test_somebody_elses_honour_is_not_found(town: Town) -> None:
    grant(town)

    with pytest.raises(HonourUnknown):
        get_own(town.people["apprentice"].pk, "R1")


def test_an_honour_of_nearly_the_same_name_is_no_grade(town: Town) -> None:
    grant(town)

    master = town.people["master"].pk
    assert highest_grade(master) is None
    assert holder_known(master, on=GRANTED)["Holder.senior_or_above"].value is False


def test_the_eighth_grade_is_no_honour(town: Town) -> None:
    furnish(town, {"certificates": [{"grade": "chief_technician", "issued_on": GRANTED}]})

    master = town.people["master"].pk
    assert highest_grade(master) is Grade.CHIEF_TECHNICIAN
    assert honours_known(master, on=GRANTED) == {}


@pytest.mark.parametrize("honour", active_city().honours, ids=lambda honour: honour.key)
def test_no_honour_reads_like_a_grade(honour: object) -> None:
    key = HonourKey(getattr(honour, "key", ""))

    assert "荣誉称号" in key.label
    assert key.label not in {grade.label for grade in Grade}
    assert key not in set(Grade)
    assert key.label_en not in {grade.label_en for grade in Grade}


def test_a_key_the_city_does_not_list_reads_as_itself() -> None:
    assert HonourKey("unheard-of").label == "unheard-of"
