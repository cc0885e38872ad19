"""The text for machines."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree


def download(form: str) -> bytes:
    answer = Client().get(reverse("public:download_statute", args=[form]))
    assert answer.status_code == 200
    return answer.content


def test_json_has_forty_two_articles(db: None) -> None:
    assert len(json.loads(download("json"))["articles"]) == 42


def test_akn_is_xml_with_forty_two_articles(db: None) -> None:
    tree = etree.fromstring(download("akn"))

    assert len(tree.findall(".//{*}article")) == 42


def test_text_ends_with_the_last_article(db: None) -> None:
    assert "本条例自2026年3月1日起施行。" in download("text").decode()


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_other_forms_are_not_found(form: str, db: None) -> None:
    assert Client().get(reverse("public:download_statute", args=[form])).status_code == 404
