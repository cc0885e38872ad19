from datetime import date
from pathlib import Path

import pytest

import gongtu
from gongtu.base.errors import Broken
from gongtu.law import Article, article
from gongtu.law.references import check_reference, find_references
from gongtu.law.register import statute_on


@pytest.fixture(scope="module")
def statute():
    folder = Path(gongtu.__file__).parent / "cities" / "qingdao" / "statute"
    return statute_on(folder, date(2026, 3, 1)).parsed.statute


def test_place_is_said_in_the_words_of_the_field():
    assert str(article(14)) == "条例第14条"
    assert str(article(40, 2)) == "条例第40条第2款"
    assert str(Article(17, 1, suffix=1, item=3)) == "条例第17条之1第1款第3项"


def test_place_has_the_id_of_the_structure():
    assert article(40, 2).eid == "art_40__para_2"
    assert Article(17, suffix=1, item=3).eid == "art_17-1__para_1__item_3"


@pytest.mark.parametrize("place", [article(1), article(40, 2), article(42)])
def test_place_in_the_statute_is_accepted(place, statute):
    check_reference(place, statute)


@pytest.mark.parametrize("place", [article(43), article(40, 3), Article(1, item=1)])
def test_place_outside_the_statute_is_broken(place, statute):
    with pytest.raises(Broken, match="青岛市产业工人队伍建设促进条例"):
        check_reference(place, statute)


def test_articles_count_from_one():
    with pytest.raises(Broken, match="count from 1"):
        article(0)


def test_references_are_found_with_their_place():
    text = "违反本条例第三十条第二款第（三）项、第十七条之一和《工会法》第2条规定的"
    found = find_references(text)
    assert [(text[r.start : r.end], r.statute, r.place) for r in found] == [
        ("第三十条第二款第（三）项", "", Article(30, 2, item=3)),
        ("第十七条之一", "", Article(17, suffix=1)),
        ("《工会法》第2条", "工会法", Article(2)),
    ]
