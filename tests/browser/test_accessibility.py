"""Every main page of every role by axe (WCAG 2.2 AA), on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visits
from tests.browser.town import Town
from tests.browser.visitor import DESKTOP, PHONE, Visitor

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
AMOUNT = "c2_skills/skill_upgrade_subsidy:amount"
HOME = "370202"
PUBLIC = (
    "/", "/statute/", "/statute/16/", "/statute/corrections/", "/guides/",
    "/guides/skill-upgrade-subsidy/", "/certificates/", "/certificates/offline/",
    "/certificates/presentation/",
    "/notices/", "/parameters/",
    "/board/", "/board/figures/skill-upgrade-subsidies-paid/", "/board/funds/",
    "/board/cases/union-supervision/", "/search/?q=补贴", "/about/", "/api/",
    "/account/sign-in/", "/occupations/?q=焊", "/occupations/6-18-02-04/",
    "/standards/", "/equivalence/?grade=senior&since=2024-01-05",
    "/equivalence/senior-to-assistant/", "/abilities/", "/assessors/", "/recognition/", "/credits/",
    "/take-up/", "/certificates/corrections/", "/cases/no-such-case/",
)  # fmt: skip

pytestmark = pytest.mark.browser


def test_what_anybody_may_read(quiet_town: Town, visits: Visits) -> None:
    public = visits(quiet_town)
    are_accessible(public, *PUBLIC, certificate(quiet_town), notice(quiet_town))


def test_a_workers_pages(quiet_town: Town, visits: Visits) -> None:
    wang = visits(quiet_town, "王海生")
    ours = [href(wang, "/worker/", part) for part in ("/entitlements/", "/worker/certificates/")]
    are_accessible(
        wang,
        "/worker/",
        *ours,
        "/worker/ladder/",
        "/worker/sessions/",
        "/worker/examining/",
        "/worker/map/",
        "/worker/equivalences/",
        "/worker/lattice/",
        "/worker/career-guides/",
        "/worker/grade-pay/",
        "/worker/credits/",
        "/worker/treatment/",
        "/worker/equal-treatment/",
        "/cases/",
        "/account/",
        "/account/access-log/",
        "/account/messages/",
    )


def test_a_workers_wallet(quiet_town: Town, visits: Visits) -> None:
    wang = visits(quiet_town, "王海生")
    share = href(wang, "/wallet/", "/share/")
    places = ("", "shares/", "export/", "elsewhere/keep/")
    ours = [f"/wallet/{place}" for place in places]
    are_accessible(wang, *ours, share, share.replace("/share/", "/present/"))
    wang.to(share).page.fill("#id_purpose", "求职")
    wang.press("生成链接")
    is_accessible(wang)
    stranger, li = visits(quiet_town), visits(quiet_town, "李晓雨")
    are_accessible(li, href(li, "/wallet/", "/wallet/certificates/C"))
    link = str(wang.page.locator(".callout a").get_attribute("href"))
    are_accessible(stranger, link.removeprefix(quiet_town.address))
    are_accessible(wang, f"{wang.here}end/", f"{wang.here}delete/")


def test_a_social_bodys_pages(quiet_town: Town, visits: Visits) -> None:
    lu = visits(quiet_town, "陆明")
    session = href(lu, "/enterprise/sessions/", "/enterprise/sessions/2")
    body = href(lu, "/assessors/?q=启航", "/assessors/")
    give_up = href(lu, "/enterprise/sessions/", "/give-up/")
    ours = ["/body/", "/enterprise/sessions/", give_up, session, f"{session}enrol/"]
    are_accessible(lu, *ours, "/cases/new/assessor-filing/", body)


def test_an_enterprises_pages(quiet_town: Town, visits: Visits) -> None:
    chen = visits(quiet_town, "陈立新")
    revoke = href(chen, "/enterprise/certificates/", "/revoke/")
    ours = [
        "",
        "roster/",
        "roster/import/",
        "results/",
        "sessions/",
        "sessions/issue/",
        "quality/",
        "duties/",
        "agreements/",
        "agreements/propose/",
        "grade-pay/",
        "plan/",
        "lattice/",
        "matching/",
        "career-guides/",
        "figures/",
        "equal-treatment/",
        "certificates/",
    ]
    match = href(chen, "/enterprise/matching/", "/matching/need-")
    are_accessible(chen, *(f"/enterprise/{place}" for place in ours), revoke, match)
    session = href(chen, "/enterprise/sessions/", "/enterprise/sessions/2")
    are_accessible(chen, session, "/offers/", "/offers/owed/")
    chen.to("/cases/new/grade-assessment/").press("下一步：核对")
    is_accessible(chen)


def test_a_schools_pages(quiet_town: Town, visits: Visits) -> None:
    wu = visits(quiet_town, "吴海燕")
    are_accessible(wu, "/school/", "/school/credits/", "/credits/", "/offers/", "/offers/owed/")


def test_a_unions_pages(quiet_town: Town, visits: Visits) -> None:
    zhao = visits(quiet_town, "赵秀兰")
    case = href(zhao, "/union/", "/cases/2")
    letter = href(zhao, "/union/", "/letters/")
    read = ("/union/", "/union/agreements/", "/union/equal-treatment/")
    are_accessible(zhao, *read, case, letter)
    found = quiet_town.rows(
        "SELECT number FROM casework_case WHERE procedure = 'union-supervision'"
        " AND stage IN ('found', 'reminded', 'checking') AND opener_organisation_id = ("
        "SELECT organisation_id FROM parties_office office JOIN parties_person person"
        " ON person.id = office.person_id WHERE person.name = '赵秀兰') ORDER BY number"
    )[0][0]
    zhao.to(f"/cases/{found}/").press("发出意见书").press("发出意见书")
    is_accessible(zhao)


def test_an_officers_pages(quiet_town: Town, visits: Visits) -> None:
    liu = visits(quiet_town, "刘敏")
    standards = f"/desk/standards/of/{AMOUNT}/"
    case = case_in(quiet_town, "skill-upgrade-subsidy", "review")
    move = f"{case}moves/grant/"
    keys = href(liu, "/desk/issuers/", "/desk/issuers/")
    leaked = href(liu, keys, "/desk/keys/")
    named = href(liu, keys, "/name/")
    someone = href(liu, "/account/people/?q=王", "/account/people/")
    death = href(liu, someone, "/death/")
    held = f"/desk{certificate(quiet_town)}"
    pages = (
        "/desk/",
        "/desk/corrections/",
        "/desk/recoveries/",
        death,
        "/desk/mergers/",
        "/desk/batches/",
        "/desk/statements/",
        "/desk/wordings/",
        "/desk/clogs/",
        "/desk/near/",
        "/desk/workbench/",
        "/desk/examiners/",
        "/desk/sessions/",
        "/desk/bodies/",
        href(liu, "/desk/bodies/", "/desk/bodies/"),
        "/desk/issuers/",
        "/desk/papers/",
        held,
        f"{held}revoke/",
        keys,
        leaked,
        named,
        "/desk/standards/",
        standards,
        f"/desk/standards/propose/{AMOUNT}/",
    )
    are_accessible(liu, *pages, case, move, "/account/people/")


def test_the_board_as_its_overseers_see_it(quiet_town: Town, visits: Visits) -> None:
    han = visits(quiet_town, "韩梅")
    are_accessible(han, "/board/", "/board/figures/skill-upgrade-subsidies-paid/behind/", "/desk/")


@pytest.mark.parametrize("name", ["王海生", "刘敏", "赵秀兰"])
def test_in_the_dark_and_in_english(quiet_town: Town, visits: Visits, name: str) -> None:
    visitor = visits(quiet_town, name, dark=True, lang="en")
    home = visitor.page.url.removeprefix(quiet_town.address)
    are_accessible(visitor, home, "/", "/statute/16/", "/board/", certificate(quiet_town))


def are_accessible(visitor: Visitor, *addresses: str) -> None:
    found = [line for address in addresses for line in violations(visitor.to(address))]
    assert not found, "\n".join(found)


def is_accessible(visitor: Visitor) -> None:
    found = violations(visitor)
    assert not found, "\n".join(found)


def violations(visitor: Visitor) -> list[str]:
    """What axe finds at both sizes: the rule, the page and the element."""
    found = []
    for size in (DESKTOP, PHONE):
        visitor.page.set_viewport_size(size)
        visitor.page.evaluate("() => new Promise(done => setTimeout(done, 100))")
        visitor.settled()
        answer = Axe().run(visitor.page, options=RULES).response
        found += [f"{size['width']} {visitor.here} {line}" for line in lines(answer["violations"])]
    return found


def lines(violations: Iterable[dict]) -> Iterable[str]:
    for one in violations:
        for node in one["nodes"]:
            yield f"{one['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"


def href(visitor: Visitor, page: str, part: str) -> str:
    """Where the first link of that kind on the page leads."""
    link = visitor.to(page).page.locator(f'main a[href*="{part}"]').first
    return str(link.get_attribute("href"))


def certificate(town: Town) -> str:
    ((number,),) = town.rows("SELECT number FROM skills_certificate ORDER BY number LIMIT 1")
    return f"/certificates/{number}/"


def notice(town: Town) -> str:
    ((pk,),) = town.rows("SELECT id FROM casework_notice ORDER BY id DESC LIMIT 1")
    return f"/notices/{pk}/"


def case_in(town: Town, procedure: str, stage: str) -> str:
    asks = "SELECT number FROM casework_case WHERE procedure = ? AND stage = ? AND division_id = ?"
    return f"/cases/{town.rows(asks, procedure, stage, HOME)[0][0]}/"
