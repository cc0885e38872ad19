"""Home of a school, a provider or an industry body: what waits, what is owed, what can begin."""

from datetime import timedelta

from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.parties.roles import INDUSTRY, PROVIDER
from gongtu.registers.standards import services as register
from tests.cast import DAY, Cast, appoint
from tests.factories import social, standards
from tests.factories.training import trainee
from tests.web.costs import queries_of

ADDRESS = reverse("bodies:show_home")
CLAIM = "gold-collar-training-school"


def shown(cast: Cast) -> str:
    return cast.client(cast.school).get(ADDRESS).content.decode()


def test_clerk_sees_what_is_owed_and_what_can_be_begun(cast: Cast) -> None:
    trainee(cast)

    page = shown(cast)

    assert "¥3,000.00" in page
    assert reverse("cases:start_case", args=[CLAIM]) in page
    assert reverse("cases:start_case", args=["gold-collar-training"]) not in page
    assert reverse("offers:list_entitlements") in page


def test_what_is_claimed_is_owed_no_more_and_waits_where_it_is_the_schools_turn(cast: Cast) -> None:
    number = trainee(cast)
    case = casework.open_case(CLAIM, answers={"trainee": number}, by=cast.school, on=DAY)
    assert "¥3,000.00" not in shown(cast)

    casework.make_move(case.number, "ask_more", by=cast.liu, on=DAY, reason="请说明。")

    assert case.number in shown(cast)


def test_a_letter_that_nobody_has_read_is_shown(cast: Cast) -> None:
    number = trainee(cast)
    case = casework.open_case(CLAIM, answers={"trainee": number}, by=cast.school, on=DAY)
    casework.make_move(case.number, "refuse", by=cast.liu, on=DAY, reason="不在目录。")

    assert "未读文书" in shown(cast)


def test_where_nothing_is_owed_it_says_so(cast: Cast) -> None:
    assert "现在没有可以申领的" in shown(cast)


def test_an_industry_body_and_a_provider_draft_answer_and_see_the_adoption(cast: Cast) -> None:
    for serial, kind, home in ((21, INDUSTRY, "行业组织主页"), (23, PROVIDER, "培训机构主页")):
        by = appoint("徐经办", serial, kind, cast.district)
        client = cast.client(by)
        page = client.get(ADDRESS).content.decode()
        assert home in page
        assert "依法应得的" not in page
        assert reverse("cases:start_case", args=["occupational-standard"]) in page

        draft = standards.opened(cast, by=by, title=f"{home}的规范")
        register.comment(draft.pk, "写明考核用时。", section="", by=cast.wang, on=DAY)
        case = reverse("cases:show_case", args=[draft.case_number])
        assert draft.case_number in client.get(ADDRESS).content.decode()
        answer = reverse("public:answer_comment", args=[draft.pk, draft.comments.get().pk])
        assert client.post(answer, {"outcome": "accepted", "reason": ""}).status_code == 302
        after = standards.UNTIL + timedelta(days=1)
        standards.move(draft, "send", by, on=after)
        told = {"number": f"{serial}号", "in_force_from": f"2026-12-{serial}", "wording": ""}
        standards.move(draft, "prepare", cast.zheng, on=after, **told)
        standards.move(draft, "adopt", standards.city_colleague(cast), on=after)

        assert "标准发布告知书" in client.get(ADDRESS).content.decode()
        assert "已发布" in client.get(case).content.decode()
        draft.refresh_from_db()
        assert draft.proposer_id == by.organisation


def test_nobody_else_reads_it(cast: Cast) -> None:
    for somebody in (cast.wang, cast.clerk, cast.liu):
        answer = cast.client(somebody).get(ADDRESS)
        assert answer.status_code == 403
    assert "评价机构经办人" in answer.content.decode()


def test_home_costs_the_same_with_more_trainees(cast: Cast) -> None:
    client = cast.client(cast.school)
    trainee(cast)
    few = queries_of(client, ADDRESS)
    for serial in range(2, 5):
        trainee(cast, number=f"K{serial}")

    assert queries_of(client, ADDRESS) == few


def test_an_assessor_sees_its_filings_sessions_and_what_waits(cast: Cast) -> None:
    clerk = social.filed(cast)
    case = social.planned(clerk)

    page = cast.client(clerk).get(ADDRESS).content.decode()

    assert "评价机构主页" in page
    assert case.number in page
    for procedure in ("assessor-filing", "grade-assessment"):
        assert reverse("cases:start_case", args=[procedure]) in page
    assert reverse("enterprise:list_certificates") in page
    assert reverse("enterprise:list_roster") not in page
