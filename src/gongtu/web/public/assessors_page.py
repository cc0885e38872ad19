"""Bodies that assess, as anybody may see them: by name, what they filed, what is in force."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.policy.city import active_city
from gongtu.registers.quality import queries as quality
from gongtu.registers.quality import services as register
from gongtu.registers.quality.choices import Ground
from gongtu.registers.sittings import queries as sittings
from gongtu.registers.skills.choices import Grade
from gongtu.web.http import Request
from gongtu.web.ladder_page import grade_title
from gongtu.web.public.followed_page import address_of
from gongtu.web.public.forms import ComplaintForm
from gongtu.web.quality_page import bodies_page, filing_rows, public_measures, start_with
from gongtu.web.wording import name_of

SHOWN = 50


def list_page(request: Request) -> dict[str, Any]:
    """One page of the bodies of the city, by name."""
    bodies, turning = bodies_page(active_city().division, request)
    return {
        "bodies": [
            {
                "name": name_of(one.organisation),
                "address": reverse("public:show_assessor", args=[one.organisation_id]),
                "is_social": one.is_social,
            }
            for one in bodies
        ],
        **turning,
    }


def assessor_page(organisation: int, *, on: date) -> dict[str, Any]:
    """One body: what it may assess or gave up, where anybody may register, public measures.

    Raises:
        BodyUnknown: It never filed.
    """
    body, filings = quality.get_body(organisation), filing_rows(organisation, on=on)
    return {
        "name": name_of(body.organisation),
        "prefix": body.prefix,
        "is_social": body.is_social,
        "sessions": [_session(one) for one in sittings.list_public(organisation, on=on)[:SHOWN]],
        "filings": [one for one in filings if one["in_force"]],
        "given_up": [one for one in filings if one["given_up"]],
        "measures": public_measures(organisation, on=on),
        "organisation": organisation,
    }


def _session(sitting: Any) -> dict[str, Any]:
    session = sitting.session
    return {
        "title": f"{session.assessed} · {grade_title(Grade(session.grade))}",
        "planned_on": session.planned_on,
        "place": session.place,
        "left": max(sitting.capacity - sitting.taken, 0),
    }


def complaint_page(organisation: int, form: ComplaintForm) -> dict[str, Any]:
    """The form for somebody without an account, and where to begin with one.

    Raises:
        BodyUnknown: It never filed.
    """
    return {
        "name": name_of(quality.get_body(organisation).organisation),
        "body": reverse("public:show_assessor", args=[organisation]),
        "by_account": start_with(quality.COMPLAINT, organisation),
        "form": form,
    }


def complain(organisation: int, form: ComplaintForm, request: Request) -> str:
    """Open the case that the form tells of; the address under which it is followed."""
    given = form.cleaned_data
    made = register.Complaint(
        ground=Ground(given["ground"]), told=given["told"], contact=given["contact"]
    )
    return address_of(register.complain(organisation, made, key=given["key"], on=request.on))


def plan_page(number: str, *, on: date) -> dict[str, Any]:
    """The draw of a plan, for anybody who wants to do it again.

    Raises:
        PlanUnknown: There is none, or it is not public yet.
    """
    plan = quality.get_public_plan(number, on=on)
    return {
        "office": name_of(plan.office),
        "plan": plan,
        "percent": plan.percent.normalize() if plan.percent is not None else None,
        "seal_hash": quality.seal_of(plan),
    }
