"""The people behind a figure of the workbench: for the deciding office alone, and journaled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.city.columns import NOBODY, Town
from gongtu.engines.entitlement.city.weighing import Change, Weighed
from gongtu.oversight.workbench import weighed
from gongtu.parties.access import persons_visible_to
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.queries import names_of_organisations
from gongtu.policy.supposing import Draft
from gongtu.records.journal import services as journal
from gongtu.records.journal.services import Line


@dataclass(frozen=True, slots=True)
class Touched:
    """One row that a draft changes: what it is about, and whose; no name outside one's reach."""

    row: int
    key: str
    name: str
    person: UUID | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figure is opened: of which draft, of which benefit, which change, after which row."""

    number: int
    benefit: str
    change: Change
    after: int = -1
    limit: int = 25


def view_touched(
    asked: Asked, draft: Draft, *, since: date, by: Capacity, on: date
) -> list[Touched]:
    """The next rows behind the figure, one more than the limit where there are more.

    Whoever is named will see who looked.
    """
    found = weighed(draft, since=since, on=on)
    if found is None or asked.benefit not in found[0].weighed:
        return []
    one, town = found[0].weighed[asked.benefit], found[1].town
    rows = [int(row) for row in one.rows(asked.change) if row > asked.after][: asked.limit + 1]
    told = _told(one, town, rows, by=by, on=on)
    _write_down(asked, told[: asked.limit], by=by, on=on)
    return told


def _told(one: Weighed, town: Town, rows: list[int], *, by: Capacity, on: date) -> list[Touched]:
    persons = {row: UUID(key) for row, key in _belongs(one, town, rows, "person").items()}
    firms = {row: int(key) for row, key in _belongs(one, town, rows, "enterprise").items()}
    seen = Person.objects.filter(persons_visible_to(by, on), pk__in=persons.values())
    names = dict(seen.values_list("pk", "name"))
    organisations = names_of_organisations(firms.values()) if not persons else {}
    return [
        _touched(one, row, persons.get(row), names, organisations.get(firms.get(row, 0), ""))
        for row in rows
    ]


def _touched(
    one: Weighed, row: int, person: UUID | None, names: Mapping[UUID, str], firm: str
) -> Touched:
    name = names.get(person, "") if person else firm
    plain = one.frame.kind in ("person", "enterprise") or not name
    return Touched(row, "" if plain else str(one.frame.keys[row]), name, person if name else None)


def _belongs(one: Weighed, town: Town, rows: list[int], kind: str) -> dict[int, str]:
    """For each row the key of what it is, or belongs to, of that kind."""
    if one.frame.kind == kind:
        return {row: str(one.frame.keys[row]) for row in rows}
    join = one.frame.joins.get(kind)
    if join is None:
        return {}
    keys = town.frame(kind).keys
    return {row: str(keys[int(join[row])]) for row in rows if join[row] != NOBODY}


def _write_down(asked: Asked, told: list[Touched], *, by: Capacity, on: date) -> None:
    opened = {"draft": asked.number, "benefit": asked.benefit, "change": str(asked.change)}
    what = {**opened, "rows": len(told)}
    lines = [Line(chain=f"draft:{asked.number}", kind="list-viewed", on=on, by=by, what=what)]
    for person in dict.fromkeys(one.person for one in told if one.person is not None):
        seen = {"person": person, "part": "policy-draft"}
        lines.append(Line(chain=f"person:{person}", kind="viewed", on=on, by=by, what=seen))
    journal.write_many(lines)
