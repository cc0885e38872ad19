"""The standards a role decides: what is 待核 first."""

from django.urls import reverse

from tests.cast import Cast

ADDRESS = reverse("desk:list_decisions")


def test_office_sees_what_it_decides(cast: Cast) -> None:
    page = cast.client(cast.liu).get(ADDRESS)

    assert "技能提升补贴标准" in page.content.decode()
    assert any(row["unconfirmed"] for row in page.context["unconfirmed"])


def test_federation_sees_its_own(cast: Cast) -> None:
    shown = cast.client(cast.federation).get(ADDRESS).content.decode()

    assert "企业答复提示函的期限" in shown
    assert "技能提升补贴标准" not in shown


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
