"""Lists of cases as offices read them: by urgency, filtered, page by page, and counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.authority import offices_of
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries.cases import mine
from gongtu.engines.casework.registry import procedures
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import divisions_under
from gongtu.parties.roles import OFFICES, Role

PAGE = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What a queue is narrowed to; the empty filter is the whole desk.

    `division` widens the list from the body's own desk to every case below that division that
    an office of the reader's role deals with.
    """

    procedure: str = ""
    stage: str = ""
    text: str = ""
    overdue: bool = False
    mine: bool = False
    division: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some cases, and the cursor of what follows; empty at the end."""

    cases: list[Case]
    next: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How many cases of one procedure are open, and how many of these are late."""

    open: int
    overdue: int


def list_queue(
    by: Capacity, filters: Filters | None = None, after: str = "", *, on: date, limit: int = PAGE
) -> Page:
    """The desk of a body or person, the most urgent first; one query at any size.

    Raises:
        Refused: `after` is no cursor of ours.
    """
    return _page(_filtered(by, filters or Filters(), on=on), after, limit)


def count_queue(by: Capacity, filters: Filters | None = None, *, on: date) -> dict[str, int]:
    """How many cases of each procedure lie on the desk; one query."""
    cases = _filtered(by, filters or Filters(), on=on)
    rows = cases.order_by().values("procedure").annotate(n=Count("pk"))
    return {row["procedure"]: row["n"] for row in rows.order_by("procedure")}


def list_open(
    procedure: str = "",
    *,
    on: date,
    division: str | None = None,
    overdue: bool = False,
    after: str = "",
    limit: int = PAGE,
) -> Page:
    """Open cases of a procedure (or all) below a division, the most urgent first; two queries."""
    cases = Case.objects.filter(closed_on=None)
    cases = cases.filter(procedure=procedure) if procedure else cases
    cases = cases.filter(division__in=divisions_under(division)) if division else cases
    return _page(cases.filter(due_order__lt=on) if overdue else cases, after, limit)


def overdue_cases(
    *,
    on: date,
    procedure: str = "",
    division: str | None = None,
    after: str = "",
    limit: int = PAGE,
) -> Page:
    """Late cases of a procedure (or all) below a division, the longest late first."""
    return list_open(procedure, on=on, division=division, overdue=True, after=after, limit=limit)


def search_cases(words: str, by: Capacity) -> QuerySet[Case]:
    """Cases that `by` may see, by number, title or the name of who opened them, newest first."""
    text = words.strip()
    if not text:
        return Case.objects.none()
    found = list_seen(by).filter(_said(text))
    return found.select_related("division").order_by("-id").distinct()


def list_seen(by: Capacity) -> QuerySet[Case]:
    """Cases that `by` may see: one's own, and for an office those of its divisions."""
    own = mine(by)
    if by.role in OFFICES and by.division is not None:
        own |= _seen_by_office(by)
    return Case.objects.filter(own)


def count_open_by_stage(
    procedure: str, *, on: date, division: str | None = None
) -> dict[str, Standing]:
    """Open and late cases of a procedure by stage; one query."""
    return _standing(Case.objects.filter(procedure=procedure), "stage", division, on)


def count_standing(*, on: date, division: str | None = None) -> dict[str, Standing]:
    """Open and late cases of every procedure that has any; one query."""
    return _standing(Case.objects.all(), "procedure", division, on)


def _standing(
    cases: QuerySet[Case], by: str, division: str | None, on: date
) -> dict[str, Standing]:
    cases = cases.filter(closed_on=None)
    cases = cases.filter(division__in=divisions_under(division)) if division else cases
    late = Count("pk", filter=Q(due_order__lt=on))
    rows = cases.order_by().values(by).annotate(open=Count("pk"), late=late).order_by(by)
    return {row[by]: Standing(row["open"], row["late"]) for row in rows}


def _filtered(by: Capacity, filters: Filters, *, on: date) -> QuerySet[Case]:
    cases = Case.objects.filter(_desk(by, filters.division), closed_on=None)
    cases = cases.filter(procedure=filters.procedure) if filters.procedure else cases
    cases = cases.filter(stage=filters.stage) if filters.stage else cases
    cases = cases.filter(due_order__lt=on) if filters.overdue else cases
    cases = cases.filter(assignee=by.person) if filters.mine else cases
    text = filters.text.strip()
    return cases.filter(_said(text)) if text else cases


def _page(cases: QuerySet[Case], after: str, limit: int) -> Page:
    if after:
        due, pk = _place(after)
        cases = cases.filter(Q(due_order__gt=due) | Q(due_order=due, pk__gt=pk))
    cases = cases.select_related(
        "division", "assignee", "opener_person", "opener_organisation", "holder_organisation"
    )
    found = list(cases.order_by("due_order", "pk")[: limit + 1])
    shown = found[:limit]
    more = len(found) > limit
    return Page(shown, f"{shown[-1].due_order}~{shown[-1].pk}" if more else "")


def _seen_by_office(by: Capacity) -> Q:
    """As `authority.may_see` decides on one case."""
    here = Q(division__in=divisions_under(by.division or ""))
    if by.role is Role.GOVERNMENT:
        return here
    return here & Q(procedure__in=[one.key for one in procedures() if by.role in offices_of(one)])


def _desk(by: Capacity, division: str) -> Q:
    if division and by.role in OFFICES and by.division is not None:
        below = divisions_under(by.division) & divisions_under(division)
        return Q(division__in=below, holder_role=str(by.role))
    if by.organisation is not None:
        return Q(holder_organisation=by.organisation)
    return Q(holder_person=by.person) if by.person is not None else Q(pk=None)


def _said(text: str) -> Q:
    named = Q(opener_person__name=text) | Q(opener_organisation__name__icontains=text)
    return Q(number__startswith=text) | Q(title__icontains=text) | named


def _place(cursor: str) -> tuple[date, int]:
    due, _tilde, pk = cursor.partition("~")
    try:
        return date.fromisoformat(due), int(pk)
    except ValueError:
        raise Refused(_("这一页的地址不完整，请从第一页看起。")) from None
