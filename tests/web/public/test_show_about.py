"""What this is and whose data it keeps, in both languages."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "时钟不作决定"), ("en", "clock")])
def test_page_is_complete_in_both_languages(language: str, words: str, db: None) -> None:
    client = Client(headers={"accept-language": language})

    assert words in client.get(reverse("public:show_about")).content.decode().lower()
