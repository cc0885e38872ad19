"""What others read of standards: editions, drafts, comments, and which sessions used which."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.models import Case
from gongtu.engines.indicators.recorded import Recorded
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import divisions_under
from gongtu.parties.roles import HRSS
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.standards.models import (
    AbilityAssessor,
    AbilityCandidate,
    AbilityOpinion,
    AbilityProject,
    AbilitySession,
    Comment,
    SessionStandard,
    StandardVersion,
)
from gongtu.registers.standards.rows import Section

DRAFTING, EXAMINING = "occupational-standard", "special-ability-session"
SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"


class StandardUnknown(Refused):
    """No standard or draft that everybody may read has this number."""


@dataclass(frozen=True, slots=True)
class Change:
    """A section beside the one of its title before; lines with "+", "-" or " " before them."""

    title: str
    state: str
    lines: tuple[tuple[str, str], ...]


def list_public() -> QuerySet[StandardVersion]:
    """Editions, and drafts from the first day of their comment round on; the latest first."""
    shown = Q(adopted_on__isnull=False) | Q(comments_from__isnull=False, dropped_on=None)
    return StandardVersion.objects.filter(shown).select_related("occupation", "proposer", "file")


def list_editions(occupation: str = "") -> QuerySet[StandardVersion]:
    """Every edition adopted, of one occupation or of all; the latest first."""
    editions = list_public().filter(adopted_on__isnull=False)
    return editions.filter(occupation=occupation) if occupation else editions


def matching(found: QuerySet[StandardVersion], text: str) -> QuerySet[StandardVersion]:
    """Those whose title, number or occupation holds the text."""
    named = Q(title__contains=text) | Q(number__contains=text)
    return found.filter(
        named | Q(occupation__name__contains=text) | Q(occupation__code__contains=text)
    )


def list_drafts() -> QuerySet[StandardVersion]:
    """Drafts laid open with `said`, how many comments; whose round ends last comes first."""
    drafts = list_public().filter(adopted_on=None).annotate(said=Count("comments"))
    return drafts.order_by("-comments_until", "id")


def get_public(version: int) -> StandardVersion:
    """An edition, or a draft that was laid open.

    Raises:
        StandardUnknown: There is none that everybody may read.
    """
    if (found := list_public().filter(pk=version).first()) is None:
        raise StandardUnknown(_("没有这份标准，或者草案尚未公开。"))
    return found


def find_of_case(case_number: str) -> StandardVersion | None:
    """The draft or edition of a case."""
    return StandardVersion.objects.filter(case_number=case_number).first()


def editions_of(version: StandardVersion) -> QuerySet[StandardVersion]:
    """Every edition of the same standard, the first first."""
    same = StandardVersion.objects.filter(kind=version.kind, occupation=version.occupation_id)
    return same.exclude(edition=None).order_by("edition")


def edition_before(version: StandardVersion) -> StandardVersion | None:
    """The edition whose place it takes, or as a draft would take."""
    editions = editions_of(version)
    if version.edition is not None:
        editions = editions.filter(edition__lt=version.edition)
    return editions.last()


def in_force_among(found: Collection[StandardVersion], on: date) -> frozenset[int]:
    """Which of these are the edition in force of their standard on a day; one query."""
    begun = StandardVersion.objects.filter(
        occupation__in={one.occupation_id for one in found}, in_force_from__lte=on
    ).exclude(edition=None)
    told = begun.order_by("edition").values_list("kind", "occupation", "pk")
    return frozenset({(kind, occupation): pk for kind, occupation, pk in told}.values())


def changes_between(before: Sequence[Section], after: Sequence[Section]) -> list[Change]:
    """Each section of the later text beside that of its title before, then what went away."""
    known = {one.title: one for one in before}
    changes = [_change(known.pop(one.title, None), one) for one in after]
    return [*changes, *(_change(one, None) for one in known.values())]


def _change(before: Section | None, after: Section | None) -> Change:
    old, new = (one.lines if one else [] for one in (before, after))
    title = (after or before or Section("")).title
    if before is None or after is None:
        mark, state = ("-", REMOVED) if after is None else ("+", ADDED)
        return Change(title, state, tuple((mark, line) for line in (*old, *new)))
    told = (line for line in difflib.ndiff(old, new) if line[0] != "?")
    state = SAME if old == new else CHANGED
    return Change(title, state, tuple((line[0], line[2:]) for line in told))


def list_comments(version: int) -> QuerySet[Comment]:
    """What was said of a draft, in the order it was said."""
    return Comment.objects.filter(version=version).select_related("organisation")


def editions_on(sessions: Collection[AssessmentSession]) -> dict[int, list[StandardVersion]]:
    """By session, the editions in force on its day that cover its grade; one query."""
    occupations = {one.filing.occupation_id for one in sessions}
    known: dict[str, list[StandardVersion]] = defaultdict(list)
    editions = StandardVersion.objects.filter(occupation__in=occupations).exclude(edition=None)
    for edition in editions.order_by("in_force_from"):
        known[edition.occupation_id].append(edition)
    return {one.pk: _in_force(known[one.filing.occupation_id], one) for one in sessions}


def _in_force(
    editions: Iterable[StandardVersion], session: AssessmentSession
) -> list[StandardVersion]:
    last = {
        one.kind: one
        for one in editions
        if one.in_force_from and one.in_force_from <= session.planned_on
    }
    return [one for one in last.values() if Grade(session.grade) in one.grades]


def used_in(sessions: Iterable[int]) -> dict[int, list[StandardVersion]]:
    """By session, the editions it was held by; one query."""
    uses = SessionStandard.objects.filter(session__in=list(sessions)).select_related("version")
    found: dict[int, list[StandardVersion]] = defaultdict(list)
    for use in uses.order_by("version__kind", "id"):
        found[use.session_id].append(use.version)
    return dict(found)


def count_uses(version: int) -> int:
    """How many sessions go by an edition."""
    return SessionStandard.objects.filter(version=version).count()


def sessions_using(version: int, *, by: Capacity) -> QuerySet[AssessmentSession]:
    """The sessions of an edition that the reader answers for: its own, or of its division."""
    uses = SessionStandard.objects.filter(version=version).values("session")
    sessions = AssessmentSession.objects.filter(pk__in=uses)
    if by.role is HRSS and by.division:
        within = divisions_under(by.division)
        sessions = sessions.filter(filing__assessor__organisation__division__in=within)
    else:
        sessions = sessions.filter(filing__assessor__organisation=by.organisation)
    return sessions.select_related("filing__assessor__organisation")


ADOPTED = Recorded(
    kind="standard", rows=list_editions, title="title", day="adopted_on",
    place="proposer__division",
)  # fmt: skip
"""Editions by the day of their adoption, where the body that proposed them is."""


def find_ability_filing(organisation: int, project: int, *, on: date) -> AbilityAssessor | None:
    """The filing under which a body examines an ability on that day."""
    filings = AbilityAssessor.objects.filter(organisation=organisation, project=project)
    return next((one for one in filings.select_related("project") if one.holds_on(on)), None)


def abilities_filed(organisation: int, *, on: date) -> list[AbilityProject]:
    """What a body may examine on that day, by name."""
    filings = AbilityAssessor.objects.filter(organisation=organisation).select_related("project")
    return sorted((one.project for one in filings if one.holds_on(on)), key=lambda one: one.name)


def find_ability_session(case_number: str) -> AbilitySession | None:
    """The session a case planned."""
    sessions = AbilitySession.objects.select_related("filing__project")
    return sessions.filter(case_number=case_number).first()


def list_coming(project: int, *, on: date) -> QuerySet[AbilitySession]:
    """Sessions of an ability on that day or later that are still to be held, the nearest first."""
    running = Case.objects.filter(procedure=EXAMINING, closed_on=None).values("number")
    coming = AbilitySession.objects.filter(
        filing__project=project, planned_on__gte=on, case_number__in=running
    )
    return coming.select_related("filing__organisation").order_by("planned_on", "id")


def list_examined(session: AbilitySession) -> QuerySet[AbilityCandidate]:
    """Whoever sat in a session, with the certificate where there is one."""
    return session.candidates.select_related("person", "certificate")


def filing_certified_under(number: str) -> tuple[AbilityAssessor, date] | None:
    """The filing a certificate was issued under, and the day of its session."""
    sat = AbilityCandidate.objects.filter(certificate__number=number)
    found = sat.select_related("session__filing__project").first()
    return (found.session.filing, found.session.planned_on) if found else None


class AbilityUnknown(Refused):
    """No published project of a special ability has this number."""


def list_abilities_published() -> QuerySet[AbilityProject]:
    """Every project that was published, the latest first; retired ones, too."""
    published = AbilityProject.objects.filter(published_on__isnull=False)
    return published.select_related("proposer").prefetch_related("assessors__organisation")


def get_ability_published(project: int) -> AbilityProject:
    """A published project.

    Raises:
        AbilityUnknown: There is none of that number.
    """
    if (found := list_abilities_published().filter(pk=project).first()) is None:
        raise AbilityUnknown(_("没有这个专项职业能力项目，或者尚未发布。"))
    return found


def find_ability(case_number: str) -> AbilityProject | None:
    """The project of a case."""
    return AbilityProject.objects.filter(case_number=case_number).first()


def list_opinions(project: AbilityProject) -> QuerySet[AbilityOpinion]:
    """What each expert said of a project, in the order it was said."""
    return project.opinions.select_related("reviewer")


PUBLISHED = Recorded(
    kind="ability-project", rows=list_abilities_published, title="name", day="published_on",
    place="proposer__division",
)  # fmt: skip
"""Published projects of special abilities, where the body that proposed them is."""
