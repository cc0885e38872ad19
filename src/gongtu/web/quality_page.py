"""What pages of several readers show of how a body is watched over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.registers.quality import queries as quality
from gongtu.registers.quality.choices import (
    CheckKind,
    Chosen,
    Ground,
    Hardest,
    Sampled,
    Severity,
    Stance,
    Step,
)
from gongtu.registers.quality.queries.figures import figures_of
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.models import Assessor
from gongtu.web.agreements_page import scope_of
from gongtu.web.asking import PAGE, first_page, next_page, number_asked
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.wording import name_of


def bodies_page(division: str, request: Request) -> tuple[list[Assessor], dict[str, Any]]:
    """One page of a division's bodies by name, with the words sought and where to turn."""
    words = request.GET.get("q", "").strip()[:40]
    start = number_asked(request) or 0
    page = list(skills.list_bodies(division, words)[start : start + PAGE + 1])
    return page[:PAGE], {
        "words": words,
        "next_page": next_page(request, str(start + PAGE) if len(page) > PAGE else ""),
        "first_page": first_page(request),
    }


def start_with(procedure: str, body: int) -> str:
    """The address where a check or a complaint begins, with the body filled in."""
    return reverse("cases:start_case", args=[procedure]) + f"?body={body}"


def check_page(case: Any) -> dict[str, Any] | None:
    """The check of a case, for whoever may see the case; None where it is no check."""
    if case.procedure != quality.CHECK or (check := quality.find_check(case.number)) is None:
        return None
    return {
        "body": name_of(check.organisation),
        "kind": label_of(CheckKind(check.kind)),
        "chosen": label_of(Chosen(check.chosen)),
        "checked_on": check.checked_on,
        "officers": [one.name for one in (check.first, check.second) if one is not None],
        "answer_by": check.answer_by,
        "samples": [_sample(one) for one in check.samples.all()],
        "findings": [_finding(one, case.number) for one in quality.list_findings(check)],
        "hearing": _hearing(quality.find_hearing(check)),
        "measures": [measure_row(one) for one in check.measures.select_related("occupation")],
    }


def plan_page(case: Any, *, on: date) -> dict[str, Any] | None:
    """The plan of a case, for the office; None where it is none."""
    if case.procedure != quality.PLAN:
        return None
    plan = quality.get_plan(case.number)
    return {
        "year": plan.year,
        "percent": plan.percent.normalize() if plan.percent is not None else None,
        "draw": reverse("public:show_plan", args=[case.number])
        if quality.is_public(plan, on=on)
        else "",
        "bodies": [
            {
                "name": name_of(one.organisation),
                "address": reverse("desk:show_body", args=[one.organisation_id]),
                "chosen": label_of(Chosen(one.chosen)),
                "reason": one.reason,
                "checked": any(check.told_on for check in one.checks.all()),
            }
            for one in quality.list_planned(plan)
        ],
    }


def filing_rows(organisation: int, *, on: date) -> list[dict[str, Any]]:
    """What a body filed, and whether it is in force."""
    return [
        {
            "occupation": one.occupation.name,
            "scope": scope_of("", one.lowest, one.highest),
            "since": one.since,
            "until": one.until,
            "in_force": one.holds_on(on),
            "rests": one.until is None and not one.holds_on(on),
        }
        for one in skills.every_filing(organisation)
    ]


def measure_row(measure: Any) -> dict[str, Any]:
    """One measure as its body and its office read it."""
    return {
        "label": label_of(Step(measure.step)),
        "occupation": measure.occupation.name if measure.occupation else "",
        "told": measure.told,
        "since": measure.since,
        "due_on": measure.due_on,
        "reported_on": measure.reported_on,
        "until": measure.until,
        "ended_for": measure.ended_for,
        "case": reverse("cases:show_case", args=[measure.check_made.case_number]),
    }


def public_measures(organisation: int, *, on: date) -> list[dict[str, Any]]:
    """The measures in force that anybody may know of: which, for what, since when."""
    return [
        {
            "label": label_of(Step(one.step)),
            "occupation": one.occupation.name if one.occupation else "",
            "since": one.since,
        }
        for one in quality.measures_in_force(organisation, on=on)
    ]


def figure_rows(body: Any, *, on: date) -> list[dict[str, Any]]:
    """Each figure with its denominator and the range of its kind; never in an order of quality."""
    return [
        {
            "label": label_of(one.measured),
            "count": one.counted.count,
            "of": one.counted.of,
            "percent": one.percent,
            "range": one.range,
        }
        for one in figures_of(body, on=on)
    ]


def check_rows(organisation: int, *, told: bool) -> list[dict[str, Any]]:
    """The checks of a body, the latest first; `told`: only those it knows of."""
    return [
        {
            "address": reverse("cases:show_case", args=[one.case_number]),
            "number": one.case_number,
            "kind": label_of(CheckKind(one.kind)),
            "chosen": label_of(Chosen(one.chosen)),
            "on": one.checked_on or one.opened_on,
            "findings": len(one.findings.all()),
            "measures": [label_of(Step(each.step)) for each in one.measures.all()],
        }
        for one in quality.list_checks(organisation, told=told)
    ]


def comment_rows(organisation: int) -> list[dict[str, Any]]:
    """What the body says to its figures."""
    return [{"told": one.told, "on": one.told_on} for one in quality.list_comments(organisation)]


def _sample(sample: Any) -> dict[str, Any]:
    return {
        "label": label_of(Sampled(sample.kind)),
        "kind": sample.kind,
        "seal": sample.seal,
        "seed": sample.seed,
        "pool": sample.pool,
        "chosen": sample.chosen,
    }


def _finding(finding: Any, number: str) -> dict[str, Any]:
    return {
        "place": finding.place,
        "ground": label_of(Ground(finding.ground)),
        "severity": label_of(Severity(finding.severity)),
        "told": finding.told,
        "evidence": finding.evidence.name,
        "file": reverse("cases:download_attachment", args=[number, finding.evidence_id]),
        "stance": label_of(Stance(finding.stance)) if finding.stance else "",
        "statement": finding.statement,
        "answered_on": finding.answered_on,
        "settled": finding.upheld is not None,
        "upheld": finding.upheld,
        "settled_for": finding.settled_for,
    }


def _hearing(hearing: Any) -> dict[str, Any] | None:
    if hearing is None:
        return None
    return {
        "step": label_of(Hardest(hearing.step)),
        "occupation": hearing.occupation.name if hearing.occupation else "",
        "told": hearing.told,
        "hear_by": hearing.hear_by,
        "statement": hearing.statement,
        "stated_on": hearing.stated_on,
    }
