"""A worker sees the own row alone, and publishes nothing."""

from django.urls import reverse

from tests.cast import Cast

MINE = reverse("worker:show_equal_treatment")
ADOPT = reverse("enterprise:adopt_equal_treatment")


def test_whoever_works_nowhere_reads_the_law_and_a_worker_publishes_nothing(cast: Cast) -> None:
    page = cast.client(cast.stranger).get(MINE, HTTP_ACCEPT_LANGUAGE="zh").content.decode()
    assert "名册上没有" in page
    assert "给予同等待遇" in page
    assert cast.client(cast.wang).post(ADOPT).status_code == 403
