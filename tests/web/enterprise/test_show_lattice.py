"""A clerk publishes the posts of three tracks; the staff sees where it stands."""

from django.urls import reverse

from tests.cast import Cast
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS, MINE = reverse("enterprise:show_lattice"), reverse("worker:show_lattice")
ADOPT = reverse("enterprise:adopt_lattice")


def test_default_is_published_in_one_tap_and_staff_sees_it(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    assert "还没有公布" in client.get(ADDRESS).content.decode()
    assert "还没有公布" in cast.client(cast.wang).get(MINE).content.decode()

    certificate(cast)
    assert client.post(ADOPT).status_code == 302
    assert "第1版" in client.get(ADDRESS).content.decode()
    page = cast.client(cast.wang).get(MINE).content.decode()
    assert all(part in page for part in ("序列的“高级工岗”", "按您的等级推定", "晋升到", "<svg"))
    assert queries_of(client, ADDRESS) < 25
