"""Journey two in the browser: letters that nobody can ignore unseen (Art. 40)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.browser.conftest import Visits
from tests.browser.pictures import Take
from tests.browser.town import Town
from tests.browser.visitor import Visitor
from tests.factories.cases import PDF

WHEN_LATE = date(2026, 12, 21)
DEPARTMENT = "市南区应急管理局"

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("lang", "window"),
    [("zh", {}), ("zh", {"phone": True, "scripts": False}), ("en", {"phone": True})],
    ids=["zh-desktop", "zh-phone-without-scripts", "en-phone"],
)
def test_letters_are_answered_or_their_silence_is_seen(
    town: Town, visits: Visits, take: Take, tmp_path: Path, lang: str, window: dict[str, bool]
) -> None:
    def visit(name: str = "") -> Visitor:
        return visits(town, name, lang=lang, **window)

    zhao, ma, qian, feng = map(visit, ("赵秀兰", "马建军", "钱志远", "冯立"))

    # A grass-roots union finds a breach and reminds the enterprise, which reads it.
    case = reminds(zhao, enterprise_of(town))
    reads_the_reminder(ma, case)
    take(ma, "reminder")
    late_before = figure(qian, "supervision-answers-overdue")

    # It stays silent; after the term everybody concerned sees it.
    town.pass_to(WHEN_LATE, clock=True)
    zhao.to("/union/").is_told("逾期未答复")
    take(zhao, "union-home")
    for party in (zhao, ma, qian):
        party.to(f"/cases/{case}/").is_told("已经超期。")
    take(zhao, "case-late")
    assert figure(qian, "supervision-answers-overdue") > late_before
    visit().to("/board/").is_told("逾期未答复件数")

    # The union writes an opinion; the enterprise reports a correction that does not convince.
    zhao.to(f"/cases/{case}/").press("发出意见书")
    zhao.fill(verified="true", provisions="劳动法第五十条", demand="补发所欠工资，并书面答复。")
    zhao.press("发出意见书")
    corrects(ma, case, tmp_path)

    # A person, not a clock, finds that it refuses to correct.
    zhao.to(f"/cases/{case}/").reads("proof.pdf").press("认定拒不整改")
    take(zhao, "refusal")
    zhao.fill(reason="只补发两人，其余十人仍未补发，当面催告后拒绝。", confirmed="on")
    zhao.press("认定拒不整改").is_told("已认定拒不整改")

    # The federation writes to the department, which files a case and reports back.
    before = figure(qian, "supervision-proposals")
    qian.to(f"/cases/{case}/").press("发出建议书")
    qian.fill(department=DEPARTMENT, proposal="请依法查处，并反馈结果。").press("发出建议书")
    feng.to("/desk/").open(f"/cases/{case}/")
    feng.press("立案").press("立案")
    feng.press("反馈处理结果").fill(outcome="已责令限期支付，十人的工资均已付清。")
    feng.press("反馈处理结果")
    qian.to(f"/cases/{case}/").is_told("处理结果反馈函")
    take(qian, "case-fed-back")

    # The board's figure moves and opens the case; the public sees sums alone.
    assert figure(qian, "supervision-proposals") == before + 1
    qian.press("看数字背后").open(f"/cases/{case}/")
    qian.to("/board/")
    take(qian, "board")
    sees_sums_only(visit(), case)


def enterprise_of(town: Town) -> str:
    """The enterprise whose union the chair of the cast leads, and whose clerk is of the cast."""
    asks = """
        SELECT enterprise.name FROM parties_office office
        JOIN parties_person person ON person.id = office.person_id
        JOIN parties_organisation enterprise ON enterprise.id = office.organisation_id
        JOIN parties_organisation below ON below.parent_id = enterprise.id
        WHERE person.name = '马建军' AND below.id IN (
            SELECT chair.organisation_id FROM parties_office chair
            JOIN parties_person her ON her.id = chair.person_id WHERE her.name = '赵秀兰')
    """
    ((name,),) = town.rows(asks)
    return str(name)


def reminds(zhao: Visitor, enterprise: str) -> str:
    zhao.to("/cases/new/union-supervision/")
    zhao.fill(
        enterprise=enterprise,
        breach="wages",
        found_on="2026-11-18",
        found="九月、十月加班工资未按时发放，涉及十二人。",
    )
    zhao.press("下一步：核对").press("提交")
    case = zhao.here.split("/")[2]
    zhao.press("发出提示函").fill(request="请在本月发薪日前补发，并书面答复。").press("发出提示函")
    return case


def reads_the_reminder(ma: Visitor, case: str) -> None:
    ma.to("/enterprise/").open(f"/cases/{case}/letters/").reads(
        "请在本月发薪日前补发，并书面答复。"
    )


def corrects(ma: Visitor, case: str, folder: Path) -> None:
    proof = folder / "proof.pdf"
    proof.write_bytes(PDF)
    ma.to(f"/cases/{case}/").press("报告整改")
    ma.fill(corrected="已补发两人，其余下月补发。", corrected_on="2026-12-20")
    ma.enclose("upload", proof).press("报告整改").reads("proof.pdf")


def figure(officer: Visitor, key: str) -> int:
    shown = officer.to(f"/board/figures/{key}/").page.locator("main .amount").first.inner_text()
    return int(re.sub(r"\D", "", shown) or 0)


def sees_sums_only(public: Visitor, case: str) -> None:
    figure = "/board/figures/supervision-proposals/"
    public.to(figure).is_not_told("看数字背后").to(f"{figure}behind/")
    assert case not in public.page.content()
    public.to(f"/cases/{case}/")
    assert case not in public.says()
    public.to("/board/cases/union-supervision/")
    assert f"/cases/{case}/" not in public.page.content()
