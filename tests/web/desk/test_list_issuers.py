"""An office finds whoever signs in its division."""

from __future__ import annotations

from django.urls import reverse

from gongtu.engines.credentials.keys import identity
from tests.cast import DAY, Cast

ADDRESS = reverse("desk:list_issuers")


def test_who_signs_is_listed_and_leads_to_its_keys(cast: Cast) -> None:
    works = cast.bodies["works"].pk
    assert "还没有签发过证书的单位" in cast.client(cast.liu).get(ADDRESS).content.decode()
    identity(works, on=DAY)

    shown = cast.client(cast.liu).get(ADDRESS).content.decode()

    assert "甲公司" in shown
    assert "乙公司" not in shown
    assert reverse("desk:list_keys", args=[works]) in shown


def test_whoever_supervises_nobody_is_refused(cast: Cast) -> None:
    assert cast.client(cast.clerk).get(ADDRESS).status_code == 403
    assert cast.client(cast.federation).get(ADDRESS).status_code == 403
