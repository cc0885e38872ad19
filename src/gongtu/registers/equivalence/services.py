"""Who may apply under which row, and the rulings, each with the row as it stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.entitlement.asking import Verdict
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.declare import Row, Rung, Statement
from gongtu.registers.equivalence.models import Ruling
from gongtu.registers.equivalence.queries import find_row, told_on
from gongtu.registers.equivalence.queries.asking import Answer, answers_to
from gongtu.registers.ladder.declare import the_ladder
from gongtu.registers.ladder.queries import get_occupation, lacking
from gongtu.registers.titles.choices import Series


class NotEquivalent(Refused):
    """No row in force leads there."""


class SeriesNotCovered(Refused):
    """The row in force is for other series of titles."""


class NotYetEquivalent(Refused):
    """Conditions of the row's rule do not hold; each is named, with the time that is missing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody applies for: from which side, to which rung, in which occupation."""

    person: UUID
    side: Side
    target: Rung
    occupation: str
    series: Series | None = None


def require_open(wanted: Wanted, *, on: date) -> Row:
    """The row under which the person may apply on that day; what is not known is left to check.

    Raises:
        NotEquivalent: No row in force leads there.
        SeriesNotCovered: The row is for other series.
        NotYetEquivalent: Naming every condition that does not hold.
    """
    row, stated = _row(wanted, on)
    _require_series(wanted.series, row, stated)
    subjects = the_ladder().subjects((wanted.person,), wanted.occupation, on)
    rows = ((row, stated),)
    (answer,) = answers_to(rows, subjects[wanted.person], on, wanted.occupation)
    if answer.opens is False:
        raise NotYetEquivalent(*_lacking(answer, wanted))
    return row


@dataclass(frozen=True, slots=True)
class Decided:
    """An application under a row and its outcome; `leads_to` is the title or the session."""

    case_number: str
    filed_on: date
    outcome: Outcome
    leads_to: str = ""


@transaction.atomic
def record_ruling(wanted: Wanted, decided: Decided, *, by: Capacity, on: date) -> Ruling:
    """Record a decision with the row as it stood on the day of filing.

    Raises:
        NotEquivalent: No row led there on that day.
    """
    row, stated = _row(wanted, decided.filed_on)
    told = told_on(row, decided.filed_on)
    ruling = Ruling.objects.create(
        case_number=decided.case_number,
        person_id=wanted.person,
        row=row.key,
        stated_since=stated.since,
        says=told,
        rule_version=told["rule_version"],
        filed_on=decided.filed_on,
        decided_on=on,
        outcome=decided.outcome,
        leads_to=decided.leads_to,
    )
    what = {"row": row.key, "since": stated.since.isoformat(), "outcome": decided.outcome.value}
    write(f"person:{wanted.person}", "equivalence-ruled", on=on, by=by, what=what)
    return ruling


def _row(wanted: Wanted, on: date) -> tuple[Row, Statement]:
    if (found := find_row(wanted.side, wanted.target, on=on)) is None:
        told = {"side": wanted.side, "target": wanted.target.words}
        raise NotEquivalent(_("没有现行有效的比照规定，可以由%(side)s申报%(target)s。") % told)
    return found


def _require_series(series: Series | None, row: Row, stated: Statement) -> None:
    if series is None or not stated.fields or series in stated.fields:
        return
    raise SeriesNotCovered(
        _("%(series)s系列不在贯通的范围：现行规定（%(row)s）只有%(fields)s。")
        % {"series": series, "row": row.key, "fields": stated.fields}
    )


def _lacking(answer: Answer, wanted: Wanted) -> list[str]:
    """One sentence for each condition that fails, under the name of the rule."""
    told = answer.told
    findings = told.findings if told else ()
    failing = [one for one in findings if one.verdict is Verdict.FAILS]
    if told is None or not failing:
        name = get_occupation(wanted.occupation).name
        return [_("%(name)s的职业标准所用的申报条件没有这一项。") % {"name": name}]
    says = _("不符合申报条件（规则%(rule)s）：%(missing)s。")
    folder = told.benefit.policy.path.parent
    return [says % {"rule": answer.row.rule, "missing": lacking(one, folder)} for one in failing]
