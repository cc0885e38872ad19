"""What is shown on the cases of special abilities: what experts said, who sat, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.registers.standards import queries as standards
from gongtu.web.cases.sections import section


@section("special-ability-project", "cases/sections/ability.html")
def project_page(case: Any, _on: date) -> dict[str, Any] | None:
    """Every expert's opinion, and where everybody reads the project; None before it is reviewed."""
    project = standards.find_ability(case.number)
    if project is None or project.reviewers is None:
        return None
    opinions = [
        {"name": one.reviewer.name, "favours": one.favours, "told": one.opinion, "on": one.on}
        for one in standards.list_opinions(project)
    ]
    published = project.published_on is not None
    return {
        "wanted": project.reviewers,
        "opinions": opinions,
        "address": reverse("public:show_ability", args=[project.pk]) if published else "",
    }


@section("special-ability-session", "cases/sections/ability_session.html")
def session_page(case: Any, _on: date) -> dict[str, Any] | None:
    """The people of the session; None before it is planned."""
    if (session := standards.find_ability_session(case.number)) is None:
        return None
    return {"people": [_person(one) for one in standards.list_examined(session)]}


def _person(sat: Any) -> dict[str, Any]:
    if sat.certificate is None:
        status, mood = _without_certificate(sat.passed)
        return {"name": sat.person.name, "status": status, "mood": mood}
    number, is_revoked = sat.certificate.number, sat.certificate.revoked_on is not None
    return {
        "name": sat.person.name,
        "number": number,
        "check": reverse("public:show_verdict", args=[number]),
        "status": _("已撤销") if is_revoked else _("有效"),
        "mood": "bad" if is_revoked else "good",
        "revoke": "" if is_revoked else reverse("desk:revoke_ability", args=[number]),
    }


def _without_certificate(passed: bool | None) -> tuple[str, str]:
    if passed is None:
        return _("还没有成绩"), ""
    return (_("合格"), "good") if passed else (_("不合格"), "wait")
