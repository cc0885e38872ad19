"""A worker's guides, and what to do while there is none."""

from django.urls import reverse

from tests.cast import Cast
from tests.factories.careers import guide

MINE = reverse("worker:show_career_guides")


def text(cast: Cast) -> str:
    return str(cast.client(cast.wang).get(MINE).content.decode())


def test_without_a_guide_the_worker_is_told_what_to_do(cast: Cast) -> None:
    assert "先看自己的职业发展图" in text(cast)
    guide(cast)
    assert "我同意这一版" in text(cast)
