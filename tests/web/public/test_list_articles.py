"""The contents of the statute: six chapters, forty-two articles, as of any day."""

from django.test import Client
from django.urls import reverse

ADDRESS = reverse("public:list_articles")


def test_contents_have_six_chapters_and_forty_two_articles(db: None) -> None:
    chapters = Client().get(ADDRESS).context["chapters"]

    assert len(chapters) == 6
    assert sum(len(chapter["articles"]) for chapter in chapters) == 42


def test_day_before_it_is_in_force_says_so(db: None) -> None:
    shown = Client().get(ADDRESS, {"on": "2026-02-28"}).content.decode()

    assert "尚未施行" in shown


def test_day_that_is_no_day_is_told(db: None) -> None:
    answer = Client().get(ADDRESS, {"on": "2026-02-30"})

    assert answer.status_code == 422
    assert "不是日期" in answer.content.decode()


def test_reader_of_english_gets_english_headings(db: None) -> None:
    shown = Client(headers={"accept-language": "en"}).get(ADDRESS).content.decode()

    assert "Chapter 2: Raising Vocational Skills" in shown
    assert "Article 16" in shown
