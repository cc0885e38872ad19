"""Journey one in the browser: a skill raised, and what the law then owes (Arts. 16, 20-22)."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Visits
from tests.browser.pictures import Take
from tests.browser.town import Town
from tests.browser.visitor import Visitor

AFTER_NOTICE = date(2026, 11, 30)
WELDER = "6-18-02-04"
AMOUNT = "c2_skills/skill_upgrade_subsidy:amount"
PAID = "/board/figures/skill-upgrade-subsidies-paid/"

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("lang", "phone"),
    [("zh", False), ("zh", True), ("en", False)],
    ids=["zh-desktop", "zh-phone", "en-desktop"],
)
def test_a_skill_is_raised_and_what_the_law_owes_is_paid(
    town: Town, visits: Visits, take: Take, lang: str, phone: bool
) -> None:
    def visit(name: str = "") -> Visitor:
        return visits(town, name, lang=lang, phone=phone)

    # The enterprise assesses its own people, and anybody may object.
    chen, cui, public = visit("陈立新"), visit("崔岩"), visit()
    session = plans_a_session(chen)
    approves(chen, cui, session)
    enters_results(chen, session, examiner_in(town))
    take(chen, "session")
    notice = publishes(chen, session)
    objects(public, notice)
    take(public, "notice")
    answers(chen, session)

    # After the notice it issues certificates, which anybody can check.
    town.pass_to(AFTER_NOTICE)
    chen.to(f"/cases/{session}/").press("核发证书").press("核发证书").is_told("已核发证书")
    number, holder = issued_in(town, session)
    checks(public, number, holder, "有效")
    take(public, "verdict")

    # The worker's home says what is owed, and that this year's rate is not decided.
    wang, liu, sun = visit("王海生"), visit("刘敏"), visit("孙国栋")
    zheng = visit("郑岚")
    wang.to("/worker/").is_told("尚不能确定")
    take(wang, "worker-home-unconfirmed")
    decide_the_rate(liu, zheng, take)

    # Now it is owed: one tap claims it, and another tap finds the same case.
    before = paid_so_far(sun)
    claim = claims_twice(wang, take)
    liu.to(f"/cases/{claim}/").press("准予补贴").press("准予补贴").is_told("待发放")
    sun.to(f"/cases/{claim}/").press("发放补贴").press("发放补贴").is_told("补贴发放告知书")
    take(sun, "case-paid")
    reads_the_letter(wang, claim, take)

    # The figure of the article moves by one, and opens the case behind it.
    assert paid_so_far(sun) == before + 1
    take(sun, "indicator")
    sun.press("看数字背后").open(f"/cases/{claim}/")

    # A certificate issued in error is revoked with the reason, for everybody to see.
    revokes(chen, number)
    checks(public, number, holder, "已撤销")


def plans_a_session(chen: Visitor) -> str:
    chen.to("/cases/new/grade-assessment/")
    chen.fill(occupation=WELDER, grade="senior", planned_on="2026-11-20", place="一号实训车间")
    chen.press("下一步：核对").press("提交")
    return chen.here.split("/")[2]


def approves(chen: Visitor, cui: Visitor, session: str) -> None:
    """Who drew the plan up has no button for it and reads why; a colleague has."""
    chen.to(f"/cases/{session}/").is_told("计划的批准").is_not_told("批准计划")
    cui.to(f"/cases/{session}/").press("批准计划").press("批准计划")


def examiner_in(town: Town) -> str:
    """The number of one on the roll for welders who works for no candidate's employer."""
    asks = """
        SELECT examiner.id FROM sittings_examiner examiner
        JOIN sittings_examinerscope scope ON scope.examiner_id = examiner.id
        WHERE scope.occupation_id = ? AND examiner.person_id NOT IN (
            SELECT person_id FROM parties_membership WHERE kind = 'employment'
            AND organisation_id = (SELECT organisation_id FROM parties_office office
                JOIN parties_person person ON person.id = office.person_id
                WHERE person.name = '陈立新'))
        ORDER BY examiner.id
    """
    return f"K{town.rows(asks, WELDER)[0][0]:06d}"


def enters_results(chen: Visitor, session: str, examiner: str) -> None:
    chen.to(f"/enterprise/sessions/{session}/").press("从名册录入考生")
    names = chen.page.locator('main input[name="name"]')
    for place in (6, 7, 8):
        names.nth(place).check()
    chen.press("录入考生").press("写明考评人员")
    chen.fill(numbers=examiner).press("写明考评人员").reads(examiner)
    chen.press("录入成绩")
    for part, marks in (("theory", ("91", "84", "58")), ("practice", ("88", "93", "71"))):
        fields = chen.page.locator(f'main input[name^="{part}_"]:not([type="checkbox"])')
        for place, mark in enumerate(marks):
            fields.nth(place).fill(mark)
    chen.press("保存成绩").is_told("合格", "不合格")


def publishes(chen: Visitor, session: str) -> str:
    chen.press("公示结果").press("公示结果")
    chen.to(f"/cases/{session}/")
    return str(chen.page.locator('main a[href^="/notices/"]').first.get_attribute("href"))


def objects(public: Visitor, notice: str) -> None:
    public.to("/notices/").open(notice)
    public.fill(text="第三名考生的技能成绩请再核对。", name="一名职工")
    public.press("提交异议").is_told("提出异议")


def answers(chen: Visitor, session: str) -> None:
    chen.to(f"/cases/{session}/").reads("第三名考生的技能成绩请再核对。")
    chen.page.locator("main textarea[id^=answer-]").fill("已调取评分表复核，成绩无误。")
    chen.press("答复异议").reads("已调取评分表复核，成绩无误。")


def issued_in(town: Town, session: str) -> tuple[str, str]:
    asks = """
        SELECT certificate.number, person.name FROM skills_certificate certificate
        JOIN parties_person person ON person.id = certificate.person_id
        JOIN skills_assessmentsession session ON session.id = certificate.session_id
        WHERE session.case_number = ? ORDER BY certificate.number
    """
    issued = town.rows(asks, session)
    assert len(issued) == 2, "two of three passed"
    return str(issued[0][0]), str(issued[0][1])


def checks(public: Visitor, number: str, holder: str, verdict: str) -> None:
    public.to("/certificates/").fill(number=number, name=holder)
    public.press("查验").is_told(verdict)


def decide_the_rate(liu: Visitor, zheng: Visitor, take: Take) -> None:
    """One officer proposed it; she cannot approve it herself, an officer of the city can."""
    liu.to(f"/desk/standards/of/{AMOUNT}/").is_told("您提出的标准须由另一名工作人员批准。")
    liu.page.locator('main form[action$="/withdraw/"]').evaluate(
        "form => { form.action = form.action.replace('withdraw', 'approve'); form.submit(); }"
    )
    liu.page.wait_for_url(re.compile("/approve/"))
    liu.settled()
    take(liu, "approve-refused")
    zheng.to(f"/desk/standards/of/{AMOUNT}/")
    take(zheng, "decision")
    zheng.press("批准").is_told("已批准")


CLAIM = 'main form[action*="skill-upgrade-subsidy/claim/"] button'


def claims_twice(wang: Visitor, take: Take) -> str:
    wang.to("/worker/").reads("¥2,000.00")
    take(wang, "worker-home")
    wang.page.locator('main li.card:has-text("2,000.00") a[href*="skill-upgrade"]').first.click()
    wang.settled().reads("¥2,000.00")
    take(wang, "why")
    wang.to("/worker/")
    other = wang.page.context.new_page()
    other.goto(wang.page.url)
    wang.page.locator(CLAIM).first.click()
    wang.settled()
    claim = wang.here.split("/")[2]
    other.locator(CLAIM).first.click()
    other.wait_for_url(re.compile("/cases/"))
    assert other.url == wang.page.url, "a second tap shows the same case"
    other.close()
    return claim


def reads_the_letter(wang: Visitor, claim: str, take: Take) -> None:
    wang.to(f"/cases/{claim}/")
    wang.page.locator('main a[href*="/letters/"]').last.click()
    wang.settled().reads("2000.00元" if wang.lang == "zh" else "CNY 2000.00")
    take(wang, "letter")
    with wang.page.expect_download() as download:
        wang.page.locator('main a[href$="/pdf/"]').click()
    pages = PdfReader(BytesIO(download.value.path().read_bytes())).pages
    assert "2000.00" in "".join(page.extract_text() for page in pages)
    assert wang.town.rows(
        "SELECT 1 FROM casework_letter letter JOIN casework_case c ON c.id = letter.case_id"
        " WHERE c.number = ? AND letter.read_at IS NOT NULL",
        claim,
    )


def paid_so_far(officer: Visitor) -> int:
    shown = officer.to(PAID).page.locator("main .amount").first.inner_text()
    return int(re.sub(r"\D", "", shown) or 0)


def revokes(chen: Visitor, number: str) -> None:
    chen.to(f"/enterprise/certificates/{number}/revoke/")
    chen.fill(
        reason="issued-in-error",
        told="复核发现评分表登记有误。",
        heard="2026年11月30日当面告知，本人没有意见。",
        confirmed="on",
    )
    chen.press("撤销证书").is_told("已撤销")
