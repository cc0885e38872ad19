"""The register's facts about one enterprise, day by day, ready for rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Facts, Known, Subject
from gongtu.engines.entitlement.duties.declare import Past
from gongtu.engines.entitlement.earlier import ANY, Earlier
from gongtu.parties import queries as parties
from gongtu.parties.choices import Size
from gongtu.parties.models import Organisation, OrganisationStanding
from gongtu.registers.employers import facts
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser, Scheme
from gongtu.registers.employers.models import ApprenticeClass, EmployerYear, TrainingPlatform
from gongtu.registers.employers.queries import (
    list_certifications,
    list_classes,
    list_platforms,
    list_years,
)


def enterprise_past(organisation: str, on: date) -> Past:
    """The enterprise day by day, as far as it was on record by `on`; five queries."""
    return _Enterprise.read(int(organisation), on).past()


def enterprise_facts(organisation: int, *, on: date) -> dict[str, Known]:
    """What is known of the enterprise on a day."""
    return _Enterprise.read(organisation, on).facts(on)


def platforms_known(organisation: int, *, on: date, earlier: Earlier = ANY) -> dict[str, Subject]:
    """Each platform recognised by that day, by key; one query."""
    seen = [one for one in list_platforms(organisation) if one.recognised_on <= on]
    return {one.key: _platform(one, on, earlier) for one in seen}


def classes_known(organisation: int, *, on: date, earlier: Earlier = ANY) -> dict[str, Subject]:
    """Each class of apprentices begun by that day, by key; one query."""
    seen = [one for one in list_classes(organisation) if one.began_on <= on]
    return {one.key: _class(one, earlier) for one in seen}


def years_known(organisation: int, *, on: date) -> list[Subject]:
    """Each year that is over and of which the enterprise told figures; two queries."""
    held = [(one.since, one.until) for one in list_certifications(organisation)]
    return [
        _employer_year(row, held)
        for row in list_years(organisation, told_by=on)
        if date(row.year, 12, 31) <= on
    ]


@dataclass(frozen=True)
class _Enterprise:
    """What was read of one enterprise, to be told of any day."""

    body: Organisation
    standings: Sequence[OrganisationStanding]
    unions: Sequence[Organisation]
    years: Sequence[EmployerYear]

    @classmethod
    def read(cls, organisation: int, on: date) -> _Enterprise:
        return cls(
            parties.get_organisation(organisation),
            parties.standings_of(organisation),
            list(parties.list_unions(organisation)),
            list_years(organisation, told_by=on),
        )

    def past(self) -> Past:
        first = [standing.since for standing in self.standings[:1]]
        return Past(
            key=str(self.body.pk),
            title=self.body.name,
            since=min([self.body.registered_on, *first]),
            until=self.body.dissolved_on,
            days=tuple(sorted(self._days())),
            facts=self.facts,
        )

    def facts(self, day: date) -> dict[str, Known]:
        """Everything as it was known to be on the day."""
        return self._standing(day) | self._this_year(day) | self._last_figures(day)

    def _days(self) -> set[date]:
        unions = {union.registered_on for union in self.unions}
        ended = {union.dissolved_on for union in self.unions if union.dissolved_on}
        told = {date(row.year, 1, 1) for row in self.years}
        after = {date(row.year + 1, 1, 1) for row in self.years}
        return {s.since for s in self.standings} | unions | ended | told | after

    def _standing(self, day: date) -> dict[str, Known]:
        held = [standing for standing in self.standings if standing.since <= day]
        lasting = facts.Enterprise.recorded(
            industry=self.body.industry or None, division=self.body.division_id
        )
        unions = facts.Enterprise.recorded(as_of=day, has_union=any(map(_stands(day), self.unions)))
        if not held:
            return lasting | unions
        standing = held[-1]
        changing = facts.Enterprise.recorded(
            as_of=standing.since,
            headcount=standing.headcount,
            state_owned=standing.state_owned,
            size=Size(standing.size) if standing.size else None,
        )
        return lasting | unions | changing

    def _this_year(self, day: date) -> dict[str, Known]:
        row = self._year(day.year)
        return {} if row is None else _recorded(facts.ThisYear, row)

    def _last_figures(self, day: date) -> dict[str, Known]:
        row = self._year(day.year - 1)
        return {} if row is None else _recorded(facts.LastFigures, row)

    def _year(self, year: int) -> EmployerYear | None:
        return next((row for row in self.years if row.year == year), None)


def _recorded(group: type[Facts], row: EmployerYear) -> dict[str, Known]:
    """The facts of a group that a row of figures holds under the same names."""
    values = {
        name: Yuan.of_fen(value) if told.kind is Yuan and value is not None else value
        for name, told in group.facts.items()
        for value in (getattr(row, name),)
    }
    return group.recorded(as_of=row.recorded_on, **values)


def _stands(day: date) -> Callable[[Organisation], bool]:
    """Whether an organisation is there on the day."""

    def stands(body: Organisation) -> bool:
        return body.registered_on <= day and (body.dissolved_on is None or day < body.dissolved_on)

    return stands


def _platform(platform: TrainingPlatform, on: date, earlier: Earlier) -> Subject:
    ended = platform.ended_on
    told = facts.Platform.recorded(
        as_of=platform.recognised_on,
        number=platform.key,
        kind=PlatformKind(platform.kind),
        level=Recogniser(platform.level),
        scheme=Scheme.of(platform.kind, platform.level),
        recognised_on=platform.recognised_on,
        floor_area=platform.floor_area,
        in_force=ended is None or on < ended,
        granted=earlier.counts(platform.granted_on, platform.granted_by),
    )
    return Subject(platform.key, platform.name, told)


def _class(row: ApprenticeClass, earlier: Earlier) -> Subject:
    told = facts.Apprenticeship.recorded(
        as_of=row.began_on,
        number=row.key,
        partner=Partner(row.partner),
        began=row.began_on,
        years=row.years,
        apprentices=row.apprentices,
        contracts=row.contracts,
        two_mentors=row.two_mentors,
        drawn=earlier.counts(row.subsidised_on, row.subsidised_by),
    )
    return Subject(row.key, f"{row.began_on} {Partner(row.partner).label}", told)


def _employer_year(row: EmployerYear, held: Sequence[tuple[date, date | None]]) -> Subject:
    ends = date(row.year, 12, 31)
    told = facts.EmployerYear.recorded(
        as_of=row.recorded_on,
        ends_on=ends,
        certified=any(since <= ends and (end is None or ends < end) for since, end in held),
        investment=_yuan(row.vocational_investment),
        turnover_taxes=_yuan(row.turnover_taxes),
    )
    return Subject(str(row.pk), str(row.year), told)


def _yuan(fen: int | None) -> Yuan | None:
    return None if fen is None else Yuan.of_fen(fen)
