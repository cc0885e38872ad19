"""Who reads English meets English, wherever the links of the demo city lead."""

from __future__ import annotations

from collections.abc import Container

import pytest

from gongtu.registers.skills.choices import Grade
from tests.browser.conftest import Visits
from tests.browser.reader import Reader, kind_of
from tests.browser.town import Town
from tests.english import faults

pytestmark = pytest.mark.browser
DEEP = 4  # pages further down are read once, by whoever comes there first
# Cases and their letters quote lines that people wrote, with grades in them, and name their files.
GRADES = {grade.label for grade in Grade}
WITH_TABLES = (
    "/board/", "/board/funds/", "/board/figures/equal-treatment-tables/", "/parameters/",
    "/take-up/", "/standards/1/", "/statute/corrections/", "/guides/degree-subsidy/",
    "/account/access-log/",
)  # fmt: skip
SIDEWAYS = """[...document.querySelectorAll(".scroll")]
    .some(one => one.scrollWidth > one.clientWidth + 1)"""


def test_every_page_of_every_role_is_english(quiet_town: Town) -> None:
    cast = quiet_town.rows("SELECT id FROM parties_account WHERE is_demo ORDER BY id")
    named = names_in_english(quiet_town)
    known: set[str] = set()
    found = faults_met(Reader(quiet_town), known, named)
    for (account,) in cast:
        seen = set(known)
        found |= faults_met(Reader(quiet_town).enter(account), seen, named)
        known |= {address for address in seen if address.count("/") > DEEP}
    assert not found, "\n".join(found)


def test_tables_fit_a_phone(quiet_town: Town, visits: Visits) -> None:
    visitor = visits(quiet_town, "刘敏", phone=True, lang="en")
    wide = [page for page in WITH_TABLES if visitor.to(page).page.evaluate(SIDEWAYS)]
    assert wide == []


def names_in_english(town: Town) -> set[str]:
    """The Chinese names of places and bodies that have one in English."""
    bodies = town.rows("SELECT name FROM parties_organisation WHERE name_en != ''")
    places = town.rows("SELECT name FROM parties_division WHERE name_en != ''")
    return {name for (name,) in bodies + places}


def faults_met(reader: Reader, seen: set[str], named: Container[str]) -> dict[str, None]:
    """Once for each kind of page, in the order in which they were met."""
    return {
        f"{kind}: {words}": None
        for kind, page in ((kind_of(here), page) for here, page in reader.walk(seen))
        for words in faults(page, known=named)
        if not (kind.startswith("/cases/*/") and (words in GRADES or words.endswith(".pdf")))
    }
