"""What an enterprise or a school is owed: unasked, with amount, fund and every reason."""

from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.base.money import Yuan
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import CLOCK
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.choices import Partner, Recogniser
from gongtu.registers.offers.models import Decline
from tests.cast import DAY, Cast
from tests.factories.employers import platform
from tests.factories.training import trainee

GRANT = "training-platform-grant"
ADDRESS = reverse("offers:list_entitlements")
TRAINING = "gold-collar-training-school"


def act(name: str, key: str = GRANT) -> str:
    return reverse(f"offers:{name}", args=[key])


def shown(cast: Cast, who: Any = None) -> str:
    return str(cast.client(who or cast.clerk).get(ADDRESS).content.decode())


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
    assert "没有涉及本单位的" in shown(cast)


def test_what_the_record_fills_in_is_claimed_by_one_tap(cast: Cast) -> None:
    key = platform(cast)
    client = cast.client(cast.clerk)
    assert "一键申领" in shown(cast)

    answer = client.post(act("claim"), {"subject": key})
    again = client.post(act("claim"), {"subject": key})

    case = Case.objects.get()
    assert answer["Location"] == again["Location"] == reverse("cases:show_case", args=[case.number])
    assert case.opener_organisation_id == cast.bodies["works"].pk
    assert case.answers == {"platform": key}
    page = shown(cast)
    assert "一键申领" not in page
    assert answer["Location"] in page


def test_nobody_takes_what_is_another_enterprises(cast: Cast) -> None:
    told = {"subject": platform(cast)}

    assert cast.client(cast.other_clerk).post(act("claim"), told).status_code == 422
    assert cast.client(cast.union).post(act("claim"), told).status_code == 403
    assert cast.client(cast.wang).post(act("claim"), told).status_code == 403
    assert not Case.objects.exists()


def test_what_is_declined_is_listed_apart_until_that_is_revoked(cast: Cast) -> None:
    platform(cast)
    client = cast.client(cast.clerk)

    page = client.post(act("decline"), follow=True)

    assert client.get(ADDRESS).context["entitlements"] == []
    (no,) = page.context["declines"]
    assert no["title"] == "技能人才培养平台补助"
    assert cast.client(cast.other_clerk).post(no["revoke"]).status_code == 404
    assert cast.client(cast.union).post(no["revoke"]).status_code == 403

    client.post(no["revoke"])

    assert "一键申领" in shown(cast)


def test_nobody_declines_for_an_enterprise_but_its_own_officers(cast: Cast) -> None:
    for somebody in (cast.union, cast.wang, cast.liu):
        assert cast.client(somebody).post(act("decline")).status_code == 403
    assert not Decline.objects.exists()


def test_nobody_else_reads_it(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
    assert "¥" not in shown(cast, cast.other_clerk)


def test_school_sees_the_amount_and_the_reasons_for_each_trainee(cast: Cast) -> None:
    trainee(cast)

    page = shown(cast, cast.school)

    assert "金蓝领培训补贴（院校）" in page
    assert "¥3,000.00" in page
    assert "应当享受" in page
    assert "培训职业（工种）在目录以内" in page


def test_a_course_whose_catalogue_was_not_looked_up_says_which_record_is_missing(
    cast: Cast,
) -> None:
    trainee(cast, in_catalogue=None)

    page = shown(cast, cast.school)

    assert "缺少“职业（工种）列入培训目录”的登记" in page
    assert "一键申领" not in page


def test_school_claims_by_one_tap_and_once(cast: Cast) -> None:
    number = trainee(cast)
    client = cast.client(cast.school)

    answer = client.post(act("claim", TRAINING), {"subject": number})
    again = client.post(act("claim", TRAINING), {"subject": number})

    case = Case.objects.get()
    assert answer["Location"] == again["Location"] == reverse("cases:show_case", args=[case.number])
    assert (case.procedure, case.opener_organisation_id) == (TRAINING, cast.bodies["school"].pk)
    page = shown(cast, cast.school)
    assert "一键申领" not in page
    assert answer["Location"] in page


def test_neither_claims_as_the_other(cast: Cast) -> None:
    told = {"subject": trainee(cast)}
    own = act("claim", "gold-collar-training")

    assert cast.client(cast.clerk).post(act("claim", TRAINING), told).status_code == 403
    assert cast.client(cast.clerk).post(own, told).status_code == 404
    assert cast.client(cast.school).post(own, told).status_code == 403
    assert "金蓝领" not in shown(cast)
    assert not Case.objects.exists()
