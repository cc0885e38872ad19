"""Two questions to whoever did not take what was offered."""

from django.urls import reverse

from tests.cast import DAY, Cast
from tests.factories.offers import offer, offer_to


def test_it_is_asked_answered_and_asked_no_more(cast: Cast) -> None:
    given_up = offer(cast, state="declined", ended_on=DAY)
    client, address = cast.client(cast.wang), reverse("offers:tell_why", args=[given_up.pk])
    assert "愿意说说" in client.get(reverse("offers:list_offers")).content.decode()
    assert "不知道有这项待遇" in client.get(address).content.decode()

    shown = client.post(address, {"why": "too-hard", "wish": "发短信"}, follow=True)

    assert "谢谢" in shown.content.decode()
    assert "愿意说说" not in shown.content.decode()
    given_up.refresh_from_db()
    assert (given_up.answer.why, given_up.answer.wish) == ("too-hard", "发短信")


def test_an_enterprise_and_a_school_answer_for_themselves_only(cast: Cast) -> None:
    for body, own, other in (
        ("works", cast.clerk, cast.other_clerk),
        ("school", cast.school, cast.clerk),
    ):
        given_up = offer_to(cast, body, state="lapsed", ended_on=DAY)
        address = reverse("offers:tell_why", args=[given_up.pk])
        assert cast.client(other).post(address, {"why": "other"}).status_code == 404

        shown = cast.client(own).post(address, {"why": "did-not-know", "wish": ""}, follow=True)

        assert "您的回答：不知道有这项待遇" in shown.content.decode()
        assert cast.client(own).post(address, {"why": "other"}).status_code == 422


def test_without_a_choice_the_form_comes_back(cast: Cast) -> None:
    given_up = offer(cast, state="lapsed", ended_on=DAY)
    address = reverse("offers:tell_why", args=[given_up.pk])

    page = cast.client(cast.wang).post(address, {"wish": "发短信"})

    assert page.context["form"].errors["why"]


def test_of_an_offer_that_stands_nothing_is_asked(cast: Cast) -> None:
    address = reverse("offers:tell_why", args=[offer(cast).pk])

    answer = cast.client(cast.wang).post(address, {"why": "other"})

    assert answer.status_code == 422


def test_somebody_elses_offer_is_not_found(cast: Cast) -> None:
    address = reverse("offers:tell_why", args=[offer(cast).pk])

    assert cast.client(cast.li).get(address).status_code == 404
