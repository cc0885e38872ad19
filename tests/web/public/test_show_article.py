"""An article: its paragraphs under links of their own, and the chain that carries it out."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.cases import reminded


def address(number: str) -> str:
    return reverse("public:show_article", args=[number])


def test_each_paragraph_has_its_own_link(db: None) -> None:
    shown = Client().get(address("40")).content.decode()

    assert 'id="art_40__para_1"' in shown
    assert 'href="#art_40__para_2"' in shown


def test_chain_tells_open_cases_and_follows_them(cast: Cast) -> None:
    before = Client().get(address("40")).content.decode()
    reminded(cast)

    after = Client().get(address("40")).content.decode()

    assert "在办 1 件" not in before
    assert "在办 1 件" in after


def test_what_nothing_carries_out_is_said_plainly(db: None) -> None:
    assert "尚无事项落实" in Client().get(address("10")).content.decode()


def test_correction_is_shown_at_its_article(db: None) -> None:
    shown = Client().get(address("12")).content.decode()

    assert "本条的更正" in shown
    assert "十二条" in shown


def test_what_is_owed_without_a_claim_leads_to_no_guide(db: None) -> None:
    shown = Client().get(address("32")).content.decode()

    assert "<li>职务科技成果转化奖励" in shown


def test_article_that_is_not_there_is_not_found(db: None) -> None:
    assert Client().get(address("43")).status_code == 404


def test_english_is_marked_as_unofficial(db: None) -> None:
    shown = Client(headers={"accept-language": "en"}).get(address("16")).content.decode()

    assert "unofficial" in shown
