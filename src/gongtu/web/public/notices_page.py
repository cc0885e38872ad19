"""Public notices as their pages show them: what may be public, and nothing more."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.parties.roles import Role
from gongtu.registers.skills import queries as skills
from gongtu.web.asking import PAGE
from gongtu.web.cases.present.rows import case_title
from gongtu.web.chain_page import label_of
from gongtu.web.wording import title_of, told


class Page(NamedTuple):
    """Some notices, and the cursor of what follows; empty at the end."""

    rows: list[dict[str, Any]]
    next: str


def rows_on(on: date, *, after: str = "") -> Page:
    """The notices that run on the day, a page at a time, the oldest first."""
    place = int(after) if after.isdigit() else 0
    running = cases.public_notices(on).filter(pk__gt=place).order_by("pk")
    found = list(running[: PAGE + 1])
    shown = found[:PAGE]
    return Page([_row(one) for one in shown], str(shown[-1].pk) if len(found) > PAGE else "")


def notice_page(notice_id: int, *, on: date) -> dict[str, Any]:
    """One notice, with the results it publishes."""
    notice = cases.get_notice(notice_id)
    candidates = skills.list_candidates(notice.case.number)
    return {
        **_row(notice),
        "says": told(notice.says, folder_of(notice.case.procedure)),
        "opened_on": notice.opened_on,
        "is_open": notice.withdrawn_on is None and (notice.until is None or on <= notice.until),
        "facts": _named(notice.case),
        "heads": [_("姓名"), _("结果")],
        "rows": [
            (_masked(one.person.name), _("合格") if one.passed else _not_passed(one))
            for one in candidates
        ],
    }


def _not_passed(candidate: Any) -> str:
    return _("缺考") if candidate.absent else _("不合格")


def _named(case: Any) -> list[dict[str, str]]:
    """Persons the case itself names, such as a candidate who agreed to be published."""
    return [
        {"label": label_of(Role(party.role)), "value": party.person.name}
        for party in cases.people_of(case)
        if party.role != case.opener_role
    ]


def _row(notice: Any) -> dict[str, Any]:
    return {
        "id": notice.pk,
        "title": case_title(notice.case),
        "procedure_title": title_of(get_procedure(notice.case.procedure)),
        "body": str(notice.case.holder_organisation or ""),
        "until": notice.until,
    }


def _masked(name: str) -> str:
    """A name as notices show it: family name and the last character.

    >>> _masked("王建国"), _masked("李伟")
    ('王*国', '李*')
    """
    return name[:1] + "*" + (name[-1:] if len(name) > len("双字") else "")
