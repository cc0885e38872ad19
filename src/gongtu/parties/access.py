"""Who may see and do what with persons and organisations: predicates for one, a scope for many.

Divisions bound the public bodies: the city's see the city, a district's its district.  Whom a
case concerns is the casework engine's question.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

import rules
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership, Organisation, Person
from gongtu.parties.queries.bodies import divisions_under
from gongtu.parties.queries.periods import holds_on
from gongtu.parties.queries.persons import read_id_number, search_persons
from gongtu.parties.roles import (
    ASSESSOR,
    ENTERPRISE,
    FEDERATION,
    HRSS,
    OFFICES,
    PROVIDER,
    SCHOOL,
    UNION,
    WORKER,
)
from gongtu.records.journal import services as journal

TRAINING = frozenset({ENTERPRISE, SCHOOL, PROVIDER})
ASSESSING = frozenset({ENTERPRISE, ASSESSOR})
SEES_PERSONS = frozenset({HRSS, FEDERATION})


class NotEntitled(Refused):
    """The capacity does not reach this person, organisation or act."""


@dataclass(frozen=True)
class About:
    """A thing, seen on a day; what the predicates are asked about."""

    thing: Person | Organisation | None
    on: date

    @cached_property
    def person(self) -> UUID | None:
        return self.thing.pk if isinstance(self.thing, Person) else None

    @cached_property
    def organisation(self) -> int | None:
        return self.thing.pk if isinstance(self.thing, Organisation) else None


@rules.predicate
def is_oneself(capacity: Capacity, about: About) -> bool:
    """The person's own file, in their own hands or in a consented helper's."""
    return capacity.role is WORKER and capacity.person == about.person is not None


@rules.predicate
def is_in_own_hands(capacity: Capacity, _about: About) -> bool:
    return not capacity.delegated


@rules.predicate
def acts_for(capacity: Capacity, about: About) -> bool:
    """An officer of the organisation itself."""
    return capacity.organisation is not None and capacity.organisation == about.organisation


@rules.predicate
def is_union_of(capacity: Capacity, about: About) -> bool:
    """An officer of the enterprise's own grass-roots union."""
    if capacity.role is not UNION or not isinstance(about.thing, Organisation):
        return False
    if capacity.organisation is None:
        return False
    return Organisation.objects.filter(
        pk=capacity.organisation, kind=UNION, parent=about.organisation, dissolved_on=None
    ).exists()


@rules.predicate
def reaches_person(capacity: Capacity, about: About) -> bool:
    """Employer, union or body whose people or division the person belongs to."""
    if about.person is None:
        return False
    return Person.objects.filter(_reach(capacity, about.on), pk=about.person).exists()


@rules.predicate
def covers(capacity: Capacity, about: About) -> bool:
    """A public body on whose division the organisation stands."""
    if capacity.role not in OFFICES or not isinstance(about.thing, Organisation):
        return False
    return about.thing.division_id in divisions_under(capacity.division or "")


@rules.predicate
def is_hrss(capacity: Capacity, _about: About) -> bool:
    return capacity.role is HRSS


@rules.predicate
def searches_persons(capacity: Capacity, _about: About) -> bool:
    return capacity.role in SEES_PERSONS | {ENTERPRISE, UNION}


@rules.predicate
def is_enterprise(capacity: Capacity, _about: About) -> bool:
    return capacity.role is ENTERPRISE


@rules.predicate
def is_school(capacity: Capacity, _about: About) -> bool:
    return capacity.role is SCHOOL


@rules.predicate
def assesses(capacity: Capacity, _about: About) -> bool:
    return capacity.role in ASSESSING


@rules.predicate
def trains(capacity: Capacity, _about: About) -> bool:
    return capacity.role in TRAINING


ACTS = rules.RuleSet(
    {
        "see-person": is_oneself | reaches_person,
        "see-id-number": is_oneself & is_in_own_hands | is_hrss & reaches_person,
        "see-access-log": is_oneself & is_in_own_hands,
        "erase-person": is_oneself & is_in_own_hands | is_hrss & reaches_person,
        "merge-persons": is_hrss & reaches_person,
        "propose-mergers": is_hrss,
        "list-issuers": is_hrss,
        "keep-keys": acts_for & is_in_own_hands | is_hrss & covers,
        "rename-organisation": is_hrss & covers,
        "see-doubts": is_hrss & reaches_person,
        "record-death": is_hrss & reaches_person,
        "see-employees": acts_for | is_hrss & covers,
        "ask-statement": is_oneself & is_in_own_hands,
        "withdraw-statement": is_hrss & (acts_for | covers),
        "import-roster": acts_for & is_enterprise | is_hrss & covers,
        "enter-results": acts_for & assesses,
        "plan-careers": acts_for & is_enterprise,
        "read-treatment-check": acts_for & is_enterprise | is_union_of,
        "keep-examiners": is_hrss & reaches_person,
        "list-examiners": is_hrss,
        "see-waiting": is_hrss,
        "propose-wordings": is_hrss,
        "supervise-sessions": is_hrss & covers,
        "supervise-certificates": is_hrss & covers,
        "read-quality": acts_for | is_hrss & covers,
        "comment-quality": acts_for & is_in_own_hands,
        "read-archive": acts_for & assesses | is_hrss & covers,
        "keep-credits": acts_for & is_school,
        "hold-courses": acts_for & trains,
        "revoke-ability": acts_for & is_in_own_hands | is_hrss & covers,
        "keep-photos": acts_for & assesses,
        "see-photos": acts_for | is_hrss & covers,
        "enter-papers": acts_for & (assesses | is_hrss),
        "grant-office": acts_for & is_in_own_hands | is_hrss & covers,
        "search-persons": searches_persons,
    }
)


def may(capacity: Capacity, act: str, thing: Person | Organisation | None, *, on: date) -> bool:
    """Whether the capacity may do one of `ACTS` with the thing on the day."""
    return bool(ACTS.test_rule(act, capacity, About(thing, on)))


def require(capacity: Capacity, act: str, thing: Person | Organisation | None, *, on: date) -> None:
    """Pass, or refuse and journal the refusal under the thing asked for.

    Raises:
        NotEntitled: Worded for whoever asked; it does not tell what the thing is.
    """
    if may(capacity, act, thing, on=on):
        return
    about = About(thing, on)
    what = {"person": about.person, "organisation": about.organisation, "act": act}
    journal.write(_chain(about, capacity), "refused", on=on, by=capacity, what=what)
    raise NotEntitled(_("您当前的身份不能查看或者办理这一项；请切换身份，或者联系承办部门。"))


def view_person(person: Person, *, by: Capacity, on: date) -> Person:
    """Open somebody's file: entitled readers only, and the person will see who looked.

    Raises:
        NotEntitled: The capacity does not reach the person.
    """
    require(by, "see-person", person, on=on)
    if not is_oneself(by, About(person, on)) or by.delegated:
        _journal_view(person, "file", by=by, on=on)
    return person


def find_persons(text: str, *, by: Capacity, on: date) -> QuerySet[Person]:
    """At most 50 persons by the beginning of the name or the whole ID number, inside one's reach.

    Raises:
        NotEntitled: The capacity looks for nobody.
    """
    require(by, "search-persons", None, on=on)
    return search_persons(text, persons_visible_to(by, on))


def view_id_number(person: Person, *, by: Capacity, on: date) -> str:
    """The number in full; each reading is journaled.

    Raises:
        NotEntitled: Neither the person nor a human-resources officer of the division asks.
    """
    require(by, "see-id-number", person, on=on)
    _journal_view(person, "id-number", by=by, on=on)
    return read_id_number(person)


def persons_visible_to(capacity: Capacity, on: date) -> Q:
    """The scope of lists and searches: the same persons for whom "see-person" holds."""
    own = Q(pk=capacity.person) if capacity.role is WORKER else Q(pk__in=[])
    return own | _reach(capacity, on)


def _reach(capacity: Capacity, on: date) -> Q:
    if capacity.role is ENTERPRISE:
        return _belongs(MembershipKind.EMPLOYMENT, on, organisation=capacity.organisation)
    if capacity.role is UNION:
        return _belongs(MembershipKind.UNION, on, organisation=capacity.organisation)
    if capacity.role in SEES_PERSONS and capacity.division:
        divisions = divisions_under(capacity.division)
        employed = _belongs(MembershipKind.EMPLOYMENT, on, organisation__division__in=divisions)
        return Q(division__in=divisions) | employed
    return Q(pk__in=[])


def _belongs(kind: MembershipKind, on: date, **where: object) -> Q:
    members = Membership.objects.filter(holds_on(on), kind=kind, **where)
    return Q(pk__in=members.values("person"))


def _journal_view(person: Person, part: str, *, by: Capacity, on: date) -> None:
    chain, what = f"person:{person.pk}", {"person": person.pk, "part": part}
    journal.write(chain, "viewed", on=on, by=by, what=what)


def _chain(about: About, capacity: Capacity) -> str:
    if about.person is not None:
        return f"person:{about.person}"
    return f"organisation:{about.organisation or capacity.organisation or 0}"
