"""Organisations, who works there and who may act for them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.identifiers import Uscc
from gongtu.base.speech import said
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership, Office, Organisation, OrganisationStanding
from gongtu.parties.queries.periods import holds_on
from gongtu.parties.roles import Role

SEARCH_LIMIT = 50


class OrganisationUnknown(Refused):
    """No such organisation is on record."""


def get_organisation(organisation_id: int) -> Organisation:
    """The organisation with its division and parent."""
    organisations = Organisation.objects.select_related("division", "parent")
    organisation = organisations.filter(pk=organisation_id).first()
    if organisation is None:
        raise OrganisationUnknown(_("没有登记这个单位。"))
    return organisation


def names_of_organisations(organisations: Iterable[int]) -> dict[int, str]:
    """Names for a page that lists many, in the reader's language; one query."""
    found = Organisation.objects.filter(pk__in=set(organisations))
    return {body.pk: said(body.called) for body in found.only("pk", "name", "name_en")}


def find_organisation(*, uscc: str = "", name: str = "") -> Organisation | None:
    """By credit code (checked, `WrongUscc` where it is none) or by its exact name."""
    wanted = Q(uscc=Uscc.parse(uscc).text) if uscc else Q(name=name.strip())
    return Organisation.objects.filter(wanted).select_related("division").first()


def search_organisations(text: str, *kinds: Role | str) -> QuerySet[Organisation]:
    """Organisations in being of these kinds whose name or code holds the text; at most 50."""
    words = text.strip()
    found = Organisation.objects.filter(dissolved_on=None).filter(
        Q(name__icontains=words) | Q(name_en__icontains=words) | Q(uscc=words.upper())
    )
    found = found.filter(kind__in=kinds) if kinds else found
    return found.select_related("division").order_by("name")[:SEARCH_LIMIT]


def offices_of(organisation: Organisation | int, on: date) -> QuerySet[Office]:
    """The offices through which persons may act for it on that day, with their persons."""
    offices = Office.objects.filter(holds_on(on), organisation=organisation)
    return offices.select_related("person", "organisation").order_by("id")


def employees_of(organisation: Organisation | int, on: date) -> QuerySet[Membership]:
    """Employments that hold on the day, with their persons, in the order of entry."""
    memberships = Membership.objects.filter(
        holds_on(on), organisation=organisation, kind=MembershipKind.EMPLOYMENT
    )
    return memberships.select_related("person").order_by("id")


def employed_between(organisation: int) -> dict[UUID, list[tuple[date, date | None]]]:
    """Everybody the organisation ever employed, and from when until when; for imports."""
    found: dict[UUID, list[tuple[date, date | None]]] = defaultdict(list)
    memberships = Membership.objects.filter(
        organisation=organisation, kind=MembershipKind.EMPLOYMENT
    )
    for person, since, until in memberships.values_list("person", "since", "until"):
        found[person].append((since, until))
    return found


def count_employees(organisation: Organisation | int, on: date) -> int:
    """How many persons the organisation employs on the day."""
    return employees_of(organisation, on).count()


def list_employers(person: UUID, on: date) -> QuerySet[Organisation]:
    """All employers of the day, the longest employment first."""
    current = holds_on(on, "memberships__")
    return Organisation.objects.filter(
        current, memberships__person=person, memberships__kind=MembershipKind.EMPLOYMENT
    ).order_by("memberships__since", "memberships__id")


def list_memberships(person: UUID) -> QuerySet[Membership]:
    """All employments and union memberships of a person, the newest first."""
    memberships = Membership.objects.filter(person=person).order_by("-since", "-id")
    return memberships.select_related("organisation")


def employer_of(person: UUID, on: date) -> Organisation | None:
    """The employer of the longest employment that holds on the day."""
    return list_employers(person, on).first()


def union_of(organisation: Organisation | int) -> Organisation | None:
    """The grass-roots union of an enterprise, if workers have formed one."""
    unions = Organisation.objects.filter(parent=organisation, kind=Role.UNION, dissolved_on=None)
    return unions.order_by("id").first()


def standings_of(organisation: Organisation | int) -> list[OrganisationStanding]:
    """What the enterprise was, the earliest first; about one day the last word."""
    rows = OrganisationStanding.objects.filter(organisation=organisation)
    return list({row.since: row for row in rows.order_by("since", "id")}.values())


def list_unions(organisation: Organisation | int) -> QuerySet[Organisation]:
    """Every grass-roots union the enterprise's workers ever formed, the earliest first."""
    unions = Organisation.objects.filter(parent=organisation, kind=Role.UNION)
    return unions.order_by("registered_on", "id")
