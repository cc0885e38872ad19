"""What is shown on the cases by which bodies are watched over: a check, and a year's plan."""

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
)
from gongtu.web.cases.sections import section
from gongtu.web.chain_page import label_of
from gongtu.web.quality_page import measure_row
from gongtu.web.wording import listed, name_of


@section(quality.CHECK, "cases/sections/check.html")
def check_page(case: Any, _on: date) -> dict[str, Any] | None:
    """The check of a case; None before it has begun."""
    if (check := quality.find_check(case.number)) is None:
        return None
    return {
        "body": name_of(check.organisation),
        "kind": label_of(CheckKind(check.kind)),
        "chosen": label_of(Chosen(check.chosen)),
        "checked_on": check.checked_on,
        "officers": listed(one.name for one in (check.first, check.second) if one is not None),
        "answer_by": check.answer_by,
        "samples": [_sample(one) for one in check.samples.all()],
        "findings": [_finding(one, case.number) for one in quality.list_findings(check)],
        "hearing": _hearing(quality.find_hearing(check)),
        "measures": [measure_row(one) for one in check.measures.select_related("occupation")],
    }


@section(quality.PLAN, "cases/sections/plan.html")
def plan_page(case: Any, on: date) -> dict[str, Any]:
    """The plan of a case and the bodies in it."""
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
