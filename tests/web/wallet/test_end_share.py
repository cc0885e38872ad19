"""Ending a link: asked once more, then at once."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.wallet import shared, signed


def test_link_is_ended_at_once_after_one_question(cast: Cast) -> None:
    made = shared(cast, signed(cast))
    holder, address = cast.client(cast.wang), reverse("wallet:end_share", args=[made.pk])

    asked = holder.get(address)
    made.refresh_from_db()
    assert "不能恢复" in asked.content.decode()
    assert made.ended_on is None

    holder.post(address)
    opened = Client().get(reverse("public:show_share", args=[made.token]))
    assert opened.status_code == 410


def test_ending_twice_changes_nothing(cast: Cast) -> None:
    made = shared(cast, signed(cast))
    holder, address = cast.client(cast.wang), reverse("wallet:end_share", args=[made.pk])

    assert [holder.post(address).status_code for _time in range(2)] == [302, 302]


def test_nobody_ends_somebody_elses_link(cast: Cast) -> None:
    made = shared(cast, signed(cast))

    answer = cast.client(cast.li).post(reverse("wallet:end_share", args=[made.pk]))

    made.refresh_from_db()
    assert answer.status_code == 404
    assert made.ended_on is None
