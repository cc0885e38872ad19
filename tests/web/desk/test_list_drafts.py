"""The workbench's first page: my drafts, and what my role may draft with what rests on it."""

from django.urls import reverse

from gongtu.registers.instruments import services as instruments
from tests.cast import DAY, Cast

ADDRESS = reverse("desk:list_drafts")
MONTHS = "c2_skills/skill_upgrade_subsidy:base_months"


def test_officer_sees_own_drafts_and_what_rests_on_each_standard(cast: Cast) -> None:
    instruments.begin_draft(MONTHS, by=cast.liu, on=DAY)

    page = cast.client(cast.liu).get(ADDRESS)

    (draft,) = page.context["drafts"]
    assert draft["listed"] == "基本规定的失业保险累计缴费月数"
    rested_on = {row["key"]: row["benefits"] for row in page.context["parameters"]}
    assert "技能提升补贴" in rested_on[MONTHS]
    assert "c2_skills/skill_upgrade_subsidy:review_days" not in rested_on


def test_colleague_sees_none_of_it(cast: Cast) -> None:
    instruments.begin_draft(MONTHS, by=cast.liu, on=DAY)

    assert cast.client(cast.sun).get(ADDRESS).context["drafts"] == []


def test_office_that_decides_nothing_here_is_told_so(cast: Cast) -> None:
    answer = cast.client(cast.federation).get(ADDRESS)

    assert answer.status_code == 403
    assert "没有由其决定、影响待遇的标准" in answer.content.decode()


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403


def test_begun_draft_holds_todays_value(cast: Cast) -> None:
    answer = cast.client(cast.liu).post(reverse("desk:begin_draft"), {"parameter": MONTHS})

    shown = cast.client(cast.liu).get(answer["Location"])
    assert shown.context["form"].initial[MONTHS] == 36


def test_other_role_begins_none(cast: Cast) -> None:
    answer = cast.client(cast.federation).post(reverse("desk:begin_draft"), {"parameter": MONTHS})

    assert answer.status_code == 403
