"""Journey three in the browser: what the law owes finds whom it is owed to (Arts. 16 and 26)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from tests.browser.conftest import Visits
from tests.browser.pictures import Take
from tests.browser.town import Town
from tests.browser.visitor import Visitor

SUBSIDY = "skill-upgrade-subsidy"
AMOUNT = "c2_skills/skill_upgrade_subsidy:amount"
PATIENCE = 60  # seconds for work in the background

pytestmark = pytest.mark.browser


def test_what_is_owed_is_found_taken_decided_paid_and_corrected(
    town: Town, visits: Visits, take: Take
) -> None:
    liu, sun, zheng = (visits(town, name) for name in ("刘敏", "孙国栋", "郑岚"))
    wang = visits(town, "王海生", phone=True)

    # A rate is approved, the city is asked anew, and the worker is told without asking.
    zheng.to(f"/desk/standards/of/{AMOUNT}/").press("批准")
    liu.to("/desk/batches/").press("现在核算").is_told("已开始核算全城应得的待遇。")
    until(lambda: runs_done(town) == 2)
    wang.to("/offers/").is_told("技能提升补贴").reads("¥2,000.00")
    take(wang, "offers")
    case = takes_it(wang)

    # What waits on the desk is decided together, and paid by another officer.
    batch = draws(liu)
    looks_at_the_sample(liu, take)
    liu.press("一并核定")
    sun.to(batch).press("发放这一批")
    until(lambda: stage_of(town, case) == "paid")
    visits(town).to("/take-up/").is_told("技能提升补贴")

    # A fact is corrected afterwards: nothing changes before the worker was heard.
    loses_the_certificate(visits(town, "陈立新"), certificate_of(town, case))
    sun.to("/desk/corrections/").press("现在重新计算")
    until(lambda: corrections_of(town, case) == [(200_000, 0, "proposed")])
    tells(sun, case, take)
    wang.to(f"/cases/{case}/").fill(reason="证书是单位核发的，我没有过错。").press("提交意见")
    settles(liu, case)
    assert corrections_of(town, case) == [(200_000, 0, "confirmed")]
    wang.to(f"/cases/{case}/").is_told("给付更正决定书").reads("¥0.00")
    take(wang, "case-corrected")
    assert town.command("ledger", "reconcile")


def until(came: Callable[[], bool]) -> None:
    """The background has done its work."""
    ends = time.monotonic() + PATIENCE
    while not came():
        assert time.monotonic() < ends, "the background is not done"
        time.sleep(0.2)


def runs_done(town: Town) -> int:
    ((done,),) = town.rows("SELECT COUNT(*) FROM offers_run WHERE state = 'done'")
    return int(done)


def stage_of(town: Town, case: str) -> str:
    ((stage,),) = town.rows("SELECT stage FROM casework_case WHERE number = ?", case)
    return str(stage)


def certificate_of(town: Town, case: str) -> str:
    told = town.rows("SELECT number FROM skills_certificate WHERE subsidised_by = ?", case)
    ((number,),) = told
    return str(number)


def corrections_of(town: Town, case: str) -> list[tuple[int, int, str]]:
    asks = """
        SELECT one.before, one.after, one.state FROM casework_correction one
        JOIN casework_case c ON c.id = one.case_id WHERE c.number = ?
    """
    return [(int(before), int(after), str(state)) for before, after, state in town.rows(asks, case)]


def takes_it(wang: Visitor) -> str:
    wang.to("/worker/")
    wang.page.locator(f'main form[action*="{SUBSIDY}/claim/"] button').first.click()
    wang.settled()
    return wang.here.split("/")[2]


def draws(liu: Visitor) -> str:
    """The claims of one kind that wait on the desk, as one batch."""
    liu.to("/desk/batches/")
    liu.page.locator(f'main form[action*="{SUBSIDY}"] button').click()
    liu.settled()
    return liu.here


def looks_at_the_sample(liu: Visitor, take: Take) -> None:
    take(liu, "batch")
    left = liu.page.locator('main button[name="found"][value="sound"]')
    while left.count():
        left.first.click()
        liu.settled()


def loses_the_certificate(chen: Visitor, number: str) -> None:
    chen.to(f"/enterprise/certificates/{number}/revoke/")
    chen.fill(
        reason="issued-in-error",
        told="复核发现评分表登记有误。",
        heard="当面告知。",
        confirmed="on",
    )
    chen.press("撤销证书")


def row_of(case: str) -> str:
    return f'main li:has(a[href*="{case}"])'


def tells(sun: Visitor, case: str, take: Take) -> None:
    sun.to("/desk/corrections/")
    take(sun, "corrections")
    sun.page.locator(f'{row_of(case)} form[action*="/tell/"] button').click()
    sun.settled()


def settles(liu: Visitor, case: str) -> None:
    """Another officer than told it, with reasons."""
    liu.to("/desk/corrections/")
    row = liu.page.locator(row_of(case))
    row.locator('input[name="reason"]').fill("当事人意见已听取；证书确属误发，应予更正。")
    row.locator('button[value="confirm"]').click()
    liu.settled()
    assert not re.search("/settle/", liu.here), liu.says()
