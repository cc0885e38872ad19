"""A worker sees the posts of the employer alone, and publishes none."""

from django.urls import reverse

from tests.cast import Cast

MINE, ADOPT = reverse("worker:show_lattice"), reverse("enterprise:adopt_lattice")


def test_whoever_works_nowhere_is_told_so_and_a_worker_publishes_nothing(cast: Cast) -> None:
    assert "名册上没有" in cast.client(cast.stranger).get(MINE).content.decode()
    assert cast.client(cast.wang).post(ADOPT).status_code == 403
