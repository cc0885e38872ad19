"""A clerk sees who fits a post and by what; who is named sees that it was looked at."""

from django.urls import reverse

from gongtu.parties.models import Membership
from gongtu.registers.skills.choices import Grade
from tests.cast import FITTER, Cast, hire
from tests.factories.careers import channels
from tests.factories.recognition import NUMBER
from tests.factories.skills import certificate
from tests.web.costs import queries_of
from tests.web.enterprise.test_list_matches import moved

SEEN = reverse("account:show_access_log")


def address(key: str) -> str:
    return reverse("enterprise:show_match", args=[key])


def test_it_says_under_which_agreement_a_grade_counts(cast: Cast) -> None:
    moved(cast)

    for key in (f"post-{Grade.SENIOR.rank}", f"need-{FITTER}-senior"):
        page = cast.client(cast.other_clerk).get(address(key)).content.decode()
        assert all(
            part in page
            for part in (
                "王师傅",
                "装配钳工 · 高级工",
                "甲公司评价，按互认协议自2026年9月1日起计入",
            )
        )
        assert reverse("cases:show_case", args=[NUMBER]) in page
    assert "已计入现有" in page
    alone = cast.client(cast.other_clerk).get(f"{address('post-1')}?recognised=1").content.decode()
    assert "看全部" in alone
    assert "王师傅" in alone
    assert "乙公司" in cast.client(cast.wang).get(SEEN).content.decode()


def test_a_certificate_without_an_agreement_is_counted_by_its_issuer_and_not_named(
    cast: Cast,
) -> None:
    key = channels(cast)
    held = certificate(cast)
    held.issuer = cast.bodies["other"]
    held.save()

    page = cast.client(cast.clerk).get(address(key)).content.decode()

    assert "在册职工中还没有人符合" in page
    assert "1名职工持有乙公司评价的证书，没有协议，不计入" in page
    assert reverse("enterprise:propose_agreement") in page
    assert "王师傅" not in page


def test_who_could_apply_first_is_told_with_the_day(cast: Cast) -> None:
    key = channels(cast)
    Membership.objects.filter(kind="employment").update(occupation=FITTER)

    page = cast.client(cast.clerk).get(address(key)).content.decode()

    assert "谁最快能申报" in page
    assert all(part in page for part in ("王师傅", "小李", "最早"))


def test_more_than_a_page_goes_on(cast: Cast) -> None:
    channels(cast)
    for serial in range(60, 90):
        held = certificate(cast, serial=serial)
        held.person = hire(f"钳工{serial}", serial, cast.bodies["works"])
        held.save()

    client = cast.client(cast.clerk)
    first = client.get(address("post-4")).content.decode()
    assert "?after=25" in first
    rest = client.get(f"{address('post-4')}?after=25").content.decode()
    assert "钳工60" in first
    assert "钳工89" in rest
    assert "钳工60" not in rest
    assert client.get(f"{address('post-4')}?after=x").status_code == 422


def test_many_workers_cost_no_more_queries(cast: Cast) -> None:
    key = channels(cast)
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    certificate(cast)
    one = queries_of(cast.client(cast.clerk), address(key))
    for serial in range(60, 66):
        held = certificate(cast, serial=serial)
        held.person = hire("钳工", serial, cast.bodies["works"])
        held.save()
    Membership.objects.filter(kind="employment").update(occupation=FITTER)

    assert queries_of(cast.client(cast.clerk), address(key)) == one


def test_what_is_not_there_is_not_found_and_a_worker_is_refused(cast: Cast) -> None:
    key = channels(cast)

    assert cast.client(cast.clerk).get(address("post-99")).status_code == 404
    assert cast.client(cast.other_clerk).get(address(key)).status_code == 404
    assert cast.client(cast.wang).get(address(key)).status_code == 403
