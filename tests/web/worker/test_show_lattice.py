"""A worker sees the posts of the employer alone, which fit and by what, and publishes none."""

from datetime import date

from django.urls import reverse

from gongtu.parties.models import Membership
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.services import Granted, record_title
from tests.cast import DAY, FITTER, Cast
from tests.factories.careers import channels
from tests.factories.skills import certificate
from tests.web.enterprise.test_list_matches import moved

MINE, ADOPT = reverse("worker:show_lattice"), reverse("enterprise:adopt_lattice")


def mine(cast: Cast) -> str:
    return str(cast.client(cast.wang).get(MINE).content.decode())


def test_whoever_works_nowhere_is_told_so_and_a_worker_publishes_nothing(cast: Cast) -> None:
    assert "名册上没有" in cast.client(cast.stranger).get(MINE).content.decode()
    assert cast.client(cast.wang).post(ADOPT).status_code == 403


def test_a_recognised_grade_fits_and_says_so(cast: Cast) -> None:
    moved(cast)

    fits, lacks = mine(cast).split("还不符合的岗位")
    assert "甲公司评价，按互认协议自2026年9月1日起计入" in fits
    assert fits.index("高级工岗", fits.index("现在就符合")) < fits.index("学徒工岗")
    assert "取得二级/技师" in lacks


def test_what_would_count_under_an_agreement_is_told_to_its_holder(cast: Cast) -> None:
    channels(cast)
    held = certificate(cast)
    held.issuer = cast.bodies["other"]
    held.save()

    assert "您持有乙公司评价的装配钳工 · 高级工；单位和它没有互认协议" in mine(cast)


def test_ones_own_title_fits_and_what_is_missing_has_its_day(cast: Cast) -> None:
    channels(cast)
    certificate(cast, issued_on=date(2022, 3, 1))
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    granted = Granted("Z1", TitleLevel.ASSISTANT, "工程", "评委会")
    record_title(cast.person(cast.wang).pk, granted, by=cast.liu, on=DAY)

    fits, lacks = mine(cast).split("还不符合的岗位")
    assert "助理级职称" in fits.split("现在就符合")[1]
    assert "最早" in lacks.split("技师岗")[1].split("</li>")[0]
