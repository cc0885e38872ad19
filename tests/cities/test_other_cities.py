"""A second, tiny city stands on the same code: nothing but its folder makes it a city."""

import re
from datetime import date
from pathlib import Path

from gongtu.law.obligations import load_obligations
from gongtu.law.register import statute_on
from gongtu.law.structure import Statute
from gongtu.policy.city import City, load_translation
from gongtu.policy.providers import read_overlay

SOURCE = Path(__file__).parents[2] / "src" / "gongtu"
TINY = Path(__file__).parent / "tiny"


def text_of(city: City) -> Statute:
    edition = statute_on(city.statute_folder, date(2026, 5, 1))
    assert edition
    return edition.parsed.statute


def test_another_city_has_its_own_statute_and_norms() -> None:
    city = City.load(TINY)

    statute = text_of(city)
    norms = load_obligations(city.obligations_path)

    assert statute.title == "青石市技工培训条例"
    assert len(statute.articles) == 5
    assert {key: (norm.article, norm.paragraph) for key, norm in norms.items()} == {
        "enterprise-trains-workers": (3, 1),
        "skill-upgrade-subsidy": (3, 2),
        "union-supervision-letters": (4, 1),
    }


def test_the_same_norm_stands_in_another_article_elsewhere() -> None:
    norm = load_obligations(City.load(TINY).obligations_path)["union-supervision-letters"]

    assert str(norm.place) == "条例第4条第1款"


def test_another_city_translates_every_paragraph() -> None:
    city = City.load(TINY)
    statute = text_of(city)

    translation = load_translation(city.translation_path)

    assert {number: len(text) for number, text in translation.articles.items()} == {
        str(article.number): len(article.paragraphs) for article in statute.articles
    }


def test_another_city_sets_values_of_its_own_by_the_full_key_of_a_parameter() -> None:
    [(key, parameter)] = read_overlay(TINY / "policy").items()

    assert key == "c5_rights/union_supervision:answer_to_opinion_days"
    assert parameter.plain["values"][0]["value"] == 7


def test_no_code_names_a_city() -> None:
    doors = {"ops"}  # whose settings say which city is served
    named = re.compile(r"青岛|qingdao", re.IGNORECASE)

    found = [
        str(path.relative_to(SOURCE))
        for path in sorted(SOURCE.rglob("*.py"))
        if path.relative_to(SOURCE).parts[0] not in doors
        and named.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []
