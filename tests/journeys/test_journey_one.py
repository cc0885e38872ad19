"""Journey one, without JavaScript: a skill raised, and what the law then owes (Arts. 16, 20-22)."""

import re
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework.models import Case, Letter
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.queries import list_candidates
from tests.cast import FITTER, Cast
from tests.factories import sessions, sittings, skills
from tests.factories.cases import PDF
from tests.factories.skills import insured

HIDDEN = re.compile(r'<input type="hidden" name="(turn|once)" value="([^"]*)"')


def posted(client: Any, address: str, **told: Any) -> Any:
    """Open the page, take its hidden fields along, and press its button."""
    hidden = dict(HIDDEN.findall(client.get(address).content.decode()))
    return client.post(address, {**hidden, **told}, follow=True)


def move(client: Any, number: str, key: str, **told: Any) -> Any:
    answer = posted(client, reverse("cases:make_move", args=[number, key]), **told)
    assert answer.status_code == 200, answer.content.decode()
    return answer


def opened(client: Any, key: str, answers: dict[str, Any], **files: Any) -> Case:
    """The form, the check, the button."""
    checked = client.post(
        reverse("cases:start_case", args=[key]), {**answers, "step": "check"}, follow=True
    )
    assert "请核对" in checked.content.decode()
    shown = posted(client, reverse("cases:check_answers", args=[key]), **files)
    assert "已提交" in shown.content.decode()
    return Case.objects.latest("id")


def test_skill_raised_and_subsidy_claimed(cast: Cast, settings: Settings) -> None:
    clerk, liu, sun = map(cast.client, (cast.clerk, cast.liu, cast.sun))
    insured(cast)

    # The enterprise files for its own assessment, and the department records it.
    filing = opened(
        clerk,
        "assessor-filing",
        {
            "occupation": FITTER, "lowest": "junior", "highest": "technician",
            "own_business": "true", "fund_drawn": "true", "staffed": "true",
        },
        file_plan=SimpleUploadedFile("plan.pdf", PDF),
        file_assessors=SimpleUploadedFile("assessors.pdf", PDF),
    )  # fmt: skip
    move(liu, filing.number, "record", site="020001")
    assert "技能等级评价备案回执" in clerk.get(show(filing)).content.decode()

    skills.seasoned(cast)

    # It plans a session, lists its people, enters their marks and publishes them.
    session = opened(
        clerk,
        "grade-assessment",
        {"occupation": FITTER, "grade": "senior", "planned_on": "2026-09-05", "place": "一号车间"},
    )
    own = clerk.get(reverse("cases:make_move", args=[session.number, "approve"]))
    assert own.status_code == 403
    assert "须由本单位的另一名经办人办理" in own.content.decode()
    move(cast.client(sessions.colleague(cast.clerk)), session.number, "approve")
    settings.GONGTU_TODAY = date(2026, 9, 5)
    enrolled = posted(
        clerk,
        reverse("enterprise:enrol_candidates", args=[session.number]),
        name=[f"王师傅 {cast.person(cast.wang).birth}", f"小李 {cast.person(cast.li).birth}"],
        declared=skills.CHECKED,
    )
    assert "考生2名" in enrolled.content.decode()
    named = posted(
        clerk,
        reverse("enterprise:name_examiners", args=[session.number]),
        numbers=sittings.outsider(cast).number,
    )
    assert "考评人员已写明" in named.content.decode()
    posted(clerk, reverse("enterprise:enter_results", args=[session.number]), **marks(session))
    move(clerk, session.number, "publish")

    # After the notice it issues the certificate.
    settings.GONGTU_TODAY = date(2026, 9, 21)
    move(clerk, session.number, "issue")
    held = Certificate.objects.get()
    assert (held.person.name, held.grade) == ("王师傅", "senior")
    listed = clerk.get(reverse("enterprise:list_certificates")).content.decode()
    assert held.number in listed

    # One officer proposes the standard, another of the city's own office approves it.
    key = "c2_skills/skill_upgrade_subsidy:amount"
    told = {
        "value_junior": "1000", "value_intermediate": "1500", "value_senior": "2000",
        "valid_from": "2026-01-01", "instrument": "关于技能提升补贴标准的通知", "number": "测试1号",
    }  # fmt: skip
    proposed = liu.post(reverse("desk:propose_decision", args=[key]), told, follow=True)
    assert "待批准" in proposed.content.decode()
    zheng = cast.client(cast.zheng)
    seen = zheng.get(proposed.redirect_chain[-1][0]).content.decode()
    approve = re.search(r"/desk/standards/\d+/approve/", seen)
    assert approve
    assert "已批准" in zheng.post(approve[0], follow=True).content.decode()

    # The worker's home offers it unasked, and one tap claims it.
    wang = cast.client(cast.wang)
    home = wang.get(reverse("worker:show_home")).content.decode()
    assert "¥2,000.00" in home
    claimed = wang.post(
        reverse("offers:claim", args=["skill-upgrade-subsidy"]),
        {"subject": held.number, "once": "one-tap"},
        follow=True,
    )
    assert "技能提升补贴申领" in claimed.content.decode()
    claim = Case.objects.get(procedure="skill-upgrade-subsidy")

    # One officer grants, another pays, and the letters are there to be read.
    move(liu, claim.number, "grant")
    move(sun, claim.number, "pay")
    claim.refresh_from_db()
    assert claim.stage == "paid"
    letter = Letter.objects.filter(case=claim).latest("id")
    read = wang.get(reverse("cases:show_letter", args=[claim.number, letter.pk]))
    assert "¥2,000.00" in read.content.decode() or "2000" in read.content.decode()
    letter.refresh_from_db()
    assert letter.read_at is not None


def show(case: Case) -> str:
    return reverse("cases:show_case", args=[case.number])


def marks(session: Case) -> dict[str, str]:
    told = {"王师傅": ("85", "90"), "小李": ("59", "88")}
    return {
        f"{part}_{one.pk}": mark
        for one in list_candidates(session.number)
        for part, mark in zip(("theory", "practice"), told[one.person.name], strict=True)
    }
