"""By what somebody fits a post, and what is missing until when, in the words of both sides."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.registers.careers.queries import Basis, Lack
from gongtu.registers.recognition.queries import Counted
from gongtu.registers.skills.choices import Grade
from gongtu.web.chain_page import label_of
from gongtu.web.ladder_page import rung_words
from gongtu.web.wording import name_of, shown


def counted_words(one: Counted) -> str:
    """Who assessed a grade that counts with an employer, whether by an agreement, since when."""
    names = {"issuer": name_of(one.certificate.issuer), "day": shown(one.since)}
    if one.recognised is None:
        return _("%(issuer)s评价，自%(day)s起计入。") % names
    return _("%(issuer)s评价，按互认协议自%(day)s起计入。") % names


def basis_words(basis: Basis | None) -> dict[str, Any] | None:
    """A grade that counts and what it rests on; `agreement` is the number of its case, if any."""
    if basis is None:
        return None
    if basis.counted is None:
        return {"title": label_of(basis.grade), "how": _("本单位聘任。"), "agreement": ""}
    found = basis.recognised
    return {
        "title": titled_grade(basis.counted.certificate),
        "how": counted_words(basis.counted),
        "agreement": found.agreement.case_number if found else "",
    }


def lack_words(lack: Lack) -> dict[str, Any]:
    """What is missing, from when it could be applied for, and what would do if it counted."""
    held, soonest = lack.uncounted, lack.soonest
    return {
        "what": _("取得%(what)s") % {"what": rung_words(lack.aim)},
        "held": held and {"title": titled_grade(held), "issuer": name_of(held.issuer)},
        "on": soonest and soonest.on,
        "steps": soonest and soonest.steps,
        "assumed": bool(soonest and soonest.assumed),
    }


def titled_grade(held: Any) -> str:
    """装配钳工 · 高级工."""
    return f"{held.occupation.name} · {label_of(Grade(held.grade))}"
