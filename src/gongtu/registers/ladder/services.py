"""What is written of the ladder: wordings and added occupations, from the city's files."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Broken, Refused
from gongtu.engines.entitlement.asking import Finding, Verdict
from gongtu.parties.queries import names_of
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.models import AddedOccupation, StandardWording
from gongtu.registers.ladder.queries import YEAR, Step, months_missing, steps_of
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.declare import Asked, Barred
from gongtu.registers.skills.models import Occupation


class NotYetOpen(Refused):
    """Somebody may not apply for the grade yet; each reason names the person and the rule."""


class NotKnownToBeOpen(Refused):
    """Whether somebody may apply hangs on what is not known: whoever enrols them has to declare."""


def find_barred(asked: Asked) -> dict[UUID, Barred]:
    """Whoever may not apply for the grade on that day, or not for certain and undeclared."""
    steps = steps_of(asked.people, asked.occupation, asked.grade, on=asked.on)
    shut = {
        who: step
        for who, step in steps
        if step.is_open is False or (step.is_open is None and who not in asked.declared)
    }
    names = names_of(shut)
    return {who: _barred(names[who], step) for who, step in shut.items()}


def require_open(
    people: Collection[UUID], occupation: str, grade: Grade, *, declared: bool, on: date
) -> None:
    """Everybody may apply for the grade on that day; `declared` stands for what is not known.

    Raises:
        NotYetOpen: Naming each who may not, the nearest rule, and the time missing.
        NotKnownToBeOpen: Naming what is not known, where nobody declared it was checked.
    """
    checked = people if declared else ()
    barred = find_barred(Asked(people, checked, occupation, grade, on)).values()
    if shut := [one.says for one in barred if one.is_certain]:
        raise NotYetOpen(*shut)
    if barred:
        raise NotKnownToBeOpen(*(one.says for one in barred))


@transaction.atomic
def load_wordings(path: Path) -> int:
    """Write which wording which occupation's standard uses since when; returns how many.

    Raises:
        Broken: A line whose occupation, wording, day or source is not told; names the line.
    """
    known = set(Occupation.objects.values_list("code", flat=True))
    rows = 0
    for line, row in _lines(path):
        try:
            since, wording = date.fromisoformat(row["since"]), Wording(row["wording"])
        except ValueError:
            raise Broken(f"{path}:{line}: a wording needs its edition and a day.") from None
        if row["code"] not in known or not row["source"]:
            raise Broken(f"{path}:{line}: a wording needs a known occupation and a source.")
        StandardWording.objects.update_or_create(
            occupation_id=row["code"],
            since=since,
            defaults={
                "wording": wording,
                **{name: row[name] for name in ("standard", "source", "confidence", "note")},
            },
        )
        rows += 1
    return rows


@transaction.atomic
def load_added(path: Path) -> int:
    """Write the occupations added since the classification; returns how many.

    Raises:
        Broken: A line without name or source; names the line.
    """
    found: dict[str, AddedOccupation] = {}
    for line, row in _lines(path):
        name = row["name_zh"]
        if not name or not row["source"] or name in found:
            raise Broken(f"{path}:{line}: an occupation needs a name of its own and a source.")
        found[name] = AddedOccupation(
            name=name,
            code=row["code"],
            kind=row["kind"],
            batch=row["batch"],
            document=row["document_no"],
            on=row["date"],
            is_published=row["status"] == "published",
            source=row["source"],
            confidence=row["confidence"],
        )
    AddedOccupation.objects.bulk_create(
        found.values(),
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=[
            "code", "kind", "batch", "document", "on", "is_published", "source", "confidence",
        ],
    )  # fmt: skip
    return len(found)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            yield line, {name: (value or "").strip() for name, value in row.items() if name}


def _barred(name: str, step: Step) -> Barred:
    is_certain = step.is_open is False
    return Barred(_shut(name, step) if is_certain else _doubtful(name, step), is_certain)


def _shut(name: str, step: Step) -> str:
    if not step.ways:
        return _("%(grade)s不通过申报评价取得，由企业按规定确定或者评聘。") % {
            "grade": step.grade.label
        }
    told = step.nearest.told
    failing = (finding for finding in told.findings if finding.verdict is Verdict.FAILS)
    return _("%(name)s不符合%(grade)s的申报条件。最接近的规则%(rule)s：%(missing)s。") % {
        "name": name,
        "grade": step.grade.display,
        "rule": told.benefit.key,
        "missing": "；".join(_lacking(finding) for finding in failing),
    }


def _lacking(finding: Finding) -> str:
    """The condition, with the time that is missing where it counts years."""
    months = months_missing(finding)
    if not months:
        return finding.condition.says
    return _("%(says)s，还差%(years)s年%(months)s个月") % {
        "says": finding.condition.says,
        "years": months // YEAR,
        "months": months % YEAR,
    }


def _doubtful(name: str, step: Step) -> str:
    gaps = dict.fromkeys(gap.label for gap in step.nearest.told.missing)
    wordings = _("职业标准用哪一版申报条件") if len(step.by_wording) > 1 else ""
    return _("%(name)s能否申报%(grade)s待核：%(gaps)s。请核对以后在“申报条件声明”中写明依据。") % {
        "name": name,
        "grade": step.grade.display,
        "gaps": "、".join(filter(None, (wordings, *gaps))),
    }
