"""What an enterprise is owed: unasked, with the amount, the fund and every reason."""

from datetime import date

from django.urls import reverse

from gongtu.base.money import Yuan
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import CLOCK
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.choices import Partner, Recogniser
from gongtu.registers.offers.models import Decline
from tests.cast import DAY, Cast
from tests.factories.employers import platform

GRANT = "training-platform-grant"
ADDRESS = reverse("enterprise:list_entitlements")
CLAIM = reverse("enterprise:claim", args=[GRANT])
DECLINE = reverse("enterprise:decline", args=[GRANT])


def shown(cast: Cast) -> str:
    return cast.client(cast.clerk).get(ADDRESS).content.decode()


def test_certified_enterprise_sees_what_it_may_set_off(cast: Cast) -> None:
    works = cast.bodies["works"].pk
    employers.record_certification(
        works, level=Recogniser.CITY, since=date(2025, 1, 1), instrument="名单", by=CLOCK, on=DAY
    )
    employers.record_year(
        works, 2025, source="报表", by=CLOCK, on=DAY,
        vocational_investment=Yuan(1_000_000), turnover_taxes=Yuan(6_000_000),
    )  # fmt: skip

    page = shown(cast)

    assert "¥300,000.00" in page
    assert "应当享受" in page
    assert "教育费附加和地方教育附加" in page


def test_class_of_apprentices_waits_for_the_rate(cast: Cast) -> None:
    agreed = employers.Agreed(
        partner=Partner.SCHOOL, began_on=date(2026, 4, 1), years=1, apprentices=3, contracts=True,
        two_mentors=True,
    )  # fmt: skip
    employers.open_class(cast.bodies["works"].pk, agreed, by=CLOCK, on=DAY)

    page = shown(cast)

    assert "企业学徒培训补贴" in page
    assert "待核，由人力资源社会保障部门决定" in page
    assert "填写申请" not in page


def test_enterprise_without_records_is_told_so(cast: Cast) -> None:
    assert "没有涉及本企业的" in shown(cast)


def test_what_the_record_fills_in_is_claimed_by_one_tap(cast: Cast) -> None:
    key = platform(cast)
    client = cast.client(cast.clerk)
    assert "一键申领" in shown(cast)

    answer = client.post(CLAIM, {"subject": key})
    again = client.post(CLAIM, {"subject": key})

    case = Case.objects.get()
    assert answer["Location"] == again["Location"] == reverse("cases:show_case", args=[case.number])
    assert case.opener_organisation_id == cast.bodies["works"].pk
    assert case.answers == {"platform": key}
    page = shown(cast)
    assert "一键申领" not in page
    assert answer["Location"] in page


def test_nobody_takes_what_is_another_enterprises(cast: Cast) -> None:
    told = {"subject": platform(cast)}

    assert cast.client(cast.other_clerk).post(CLAIM, told).status_code == 422
    assert cast.client(cast.union).post(CLAIM, told).status_code == 403
    assert cast.client(cast.wang).post(CLAIM, told).status_code == 403
    assert not Case.objects.exists()


def test_what_is_declined_is_listed_apart_until_that_is_revoked(cast: Cast) -> None:
    platform(cast)
    client = cast.client(cast.clerk)

    client.post(DECLINE)

    page = client.get(ADDRESS)
    assert page.context["entitlements"] == []
    (no,) = page.context["declines"]
    assert no["title"] == "技能人才培养平台补助"
    assert page.content.decode().count("csrfmiddlewaretoken") >= 1
    assert cast.client(cast.other_clerk).post(no["revoke"]).status_code == 404

    client.post(no["revoke"])

    assert "一键申领" in shown(cast)


def test_nobody_declines_for_an_enterprise_but_its_own_officers(cast: Cast) -> None:
    for somebody in (cast.union, cast.wang, cast.liu):
        assert cast.client(somebody).post(DECLINE).status_code == 403
    assert not Decline.objects.exists()


def test_nobody_else_reads_it(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
    assert "¥" not in cast.client(cast.other_clerk).get(ADDRESS).content.decode()
