"""A worker's home: what is owed, unasked; what waits; the ladder."""

from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.registers.instruments import services as instruments
from gongtu.registers.instruments.choices import Instrument
from tests.cast import DAY, FITTER, Cast
from tests.factories.appointments import appointed
from tests.factories.cases import claim, recorded
from tests.factories.offers import KEY, offer
from tests.factories.skills import certificate, insured
from tests.scenarios import furnishing
from tests.web.costs import queries_of

ADDRESS = reverse("worker:show_home")
RATE = "c2_skills/skill_upgrade_subsidy:amount"
MONTHS = "c2_skills/skill_upgrade_subsidy:minimum_months"
RATES = {"junior": "1000", "intermediate": "1500", "senior": "2000"}
PAPER = Instrument(title="某通知", number="某发2026-1号", issued_on=DAY)


def settle(cast: Cast, parameter: str, value: Any) -> None:
    """Two officers decide a parameter of 2026."""
    since = date(2026, 1, 1)
    proposal = instruments.propose(
        parameter, value=value, valid_from=since, instrument=PAPER, by=cast.liu, on=DAY
    )
    instruments.approve(proposal.pk, by=cast.zheng, on=DAY)


def settle_the_rate(cast: Cast) -> None:
    settle(cast, RATE, RATES)


def test_while_the_rate_is_open_the_home_says_who_decides(cast: Cast) -> None:
    certificate(cast)
    insured(cast)

    shown = cast.client(cast.wang).get(ADDRESS).content.decode()

    assert "待核" in shown
    assert "人力资源社会保障部门" in shown
    assert "一键申领" not in shown


def test_once_settled_amount_document_and_one_tap_are_there(cast: Cast) -> None:
    certificate(cast)
    insured(cast)
    settle_the_rate(cast)

    shown = cast.client(cast.wang).get(ADDRESS).content.decode()

    assert "¥2,000.00" in shown
    assert "某发2026-1号" in shown
    assert "失业保险基金" in shown
    assert "一键申领" in shown


def test_who_lacks_months_sees_which_condition_and_from_which_day(cast: Cast) -> None:
    certificate(cast)
    insured(cast, months=8)
    settle_the_rate(cast)
    settle(cast, MONTHS, 12)

    shown = cast.client(cast.wang).get(ADDRESS).content.decode()

    assert "失业保险累计缴费达到规定月数" in shown
    assert "最早" in shown


def test_what_is_claimed_moves_to_what_waits(cast: Cast) -> None:
    held = certificate(cast)
    insured(cast)
    settle_the_rate(cast)
    case = claim(cast, held.number)

    shown = cast.client(cast.wang).get(ADDRESS).content.decode()

    assert "一键申领" not in shown
    assert case.number in shown


def test_what_was_decided_and_rests_waits_for_nobody(cast: Cast) -> None:
    recorded(cast)

    page = cast.client(cast.wang).get(ADDRESS)

    assert page.context["cases"] == []
    assert "没有在办的事" in page.content.decode()


def test_organisations_have_no_worker_home(cast: Cast) -> None:
    assert cast.client(cast.clerk).get(ADDRESS).status_code == 403


def test_home_costs_the_same_with_many_certificates(cast: Cast) -> None:
    insured(cast)
    client = cast.client(cast.wang)
    certificate(cast, 1)
    few = queries_of(client, ADDRESS)
    for serial in range(2, 12):
        certificate(cast, serial)

    assert queries_of(client, ADDRESS) == few


def test_what_is_declined_is_not_shown_as_owed(cast: Cast) -> None:
    certificate(cast)
    insured(cast)
    settle_the_rate(cast)
    client = cast.client(cast.wang)
    assert "不要" in client.get(ADDRESS).content.decode()

    client.post(reverse("offers:decline", args=["skill-upgrade-subsidy"]))

    assert "一键申领" not in client.get(ADDRESS).content.decode()


def test_a_tap_takes_the_offer_and_a_second_finds_the_same_case(cast: Cast) -> None:
    held = certificate(cast)
    insured(cast)
    settle_the_rate(cast)
    told = offer(cast, held.number)
    client, claim_it = cast.client(cast.wang), reverse("offers:claim", args=[KEY])

    first = client.post(claim_it, {"subject": held.number})
    second = client.post(claim_it, {"subject": held.number})

    told.refresh_from_db()
    assert first.url == second.url == reverse("cases:show_case", args=[told.case_number])
    assert told.state == "taken"


def test_what_is_no_money_is_told_and_needs_no_claim(cast: Cast) -> None:
    graduate = {
        "number": "A1", "level": "technical", "school_kind": "technician-college",
        "full_time": True, "qualified": "pre-technician",
        "began": date(2020, 9, 1), "finished": date(2024, 7, 1),
    }  # fmt: skip
    furnishing.degree(cast.person(cast.wang), graduate)

    shown = cast.client(cast.wang).get(ADDRESS).content.decode()

    assert "预备技师享受本科毕业生相关待遇" in shown
    assert "一键申领" not in shown


def test_the_reader_of_english_reads_what_it_gives(cast: Cast) -> None:
    award = {"number": "J1", "contest": "大赛", "level": "city", "rank": 1, "awarded_on": DAY}
    furnishing.award(cast.person(cast.wang), FITTER, award)

    client = cast.client(cast.wang)
    shown = client.get(ADDRESS, headers={"accept-language": "en"}).content.decode()

    assert "important basis for reward and promotion in grade" in shown


def test_an_appointment_stands_apart_from_certificates_and_honours(cast: Cast) -> None:
    held = appointed(cast)

    page = cast.client(cast.wang).get(reverse("worker:show_home")).content.decode()

    assert "我的聘任" in page
    assert reverse("public:show_verdict", args=[held.number]) in page
    assert "我的证书</h3>" not in page
