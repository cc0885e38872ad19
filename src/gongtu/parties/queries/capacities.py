"""As whom an account may act on a day: as oneself, in one's offices, by delegation, for others."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.speech import said
from gongtu.parties.capacity import PUBLIC, Capacity
from gongtu.parties.models import Account, Consent, Delegation, Office, Person
from gongtu.parties.queries.accounts import list_demo_accounts
from gongtu.parties.queries.consents import (
    list_helped,
    list_offices,
    scope_of,
    standing_on,
)
from gongtu.parties.queries.periods import holds_on
from gongtu.parties.roles import FEDERATION, GOVERNMENT, UNION, Role

MAY_FILE_FOR_OTHERS = frozenset({UNION, FEDERATION, GOVERNMENT})


class CapacityUnknown(Refused):
    """The account has no such capacity on the day."""


def list_capacities(account: Account, on: date) -> list[Capacity]:
    """All capacities of the day: own first, then offices, delegations, files helped."""
    if account.person is None:
        return []
    return list(_capacities(account, account.person, on))


def get_capacity(account: Account, key: str, on: date) -> Capacity:
    """The capacity under a key the account really has; a forged key finds nothing.

    Raises:
        CapacityUnknown: Not this account's, or not on this day.
    """
    if key == PUBLIC.key:
        return PUBLIC
    if account.person is not None:
        found = _find(account, account.person, key, on)
        if found is not None:
            return found
    raise CapacityUnknown(_("您在这一天没有这个身份，请在“我的身份”中重新选择。"))


def default_capacity(account: Account, on: date) -> Capacity:
    """Where somebody begins after signing in: the first office, else oneself, else the public."""
    capacities = list_capacities(account, on)
    offices = (capacity for capacity in capacities if capacity.key.startswith("office:"))
    return next(offices, capacities[0] if capacities else PUBLIC)


def list_cast(on: date) -> list[tuple[Account, Capacity]]:
    """The cast of the demo city, each with the capacity they begin in."""
    return [(account, default_capacity(account, on)) for account in list_demo_accounts()]


def _capacities(account: Account, person: Person, on: date) -> Iterator[Capacity]:
    yield _own(account, person)
    offices = list(list_offices(person.id, on))
    yield from (_office(account, office) for office in offices)
    for delegation in _delegated(person.id, on):
        yield _delegation(account, person, delegation)
    for office in offices:
        if Role(office.role) in MAY_FILE_FOR_OTHERS:
            for consent in list_helped(office.organisation_id, on):
                yield _helping(account, office, consent.person)


def _find(account: Account, person: Person, key: str, on: date) -> Capacity | None:
    kind, _, number = key.partition(":")
    if kind == "helper":
        return _find_helping(account, person, number, on)
    # Every page asks: no more is read than is needed to find it.
    own = chain([_own(account, person)], _offices_and_delegations(account, person, on))
    return next((capacity for capacity in own if capacity.key == key), None)


def _offices_and_delegations(account: Account, person: Person, on: date) -> Iterator[Capacity]:
    yield from (_office(account, office) for office in list_offices(person.id, on))
    yield from (_delegation(account, person, d) for d in _delegated(person.id, on))


def _find_helping(account: Account, person: Person, helped: str, on: date) -> Capacity | None:
    offices = [o for o in list_offices(person.id, on) if Role(o.role) in MAY_FILE_FOR_OTHERS]
    scopes = {scope_of(office.organisation_id): office for office in offices}
    try:
        wanted = UUID(helped)
    except ValueError:
        return None
    consent = (
        Consent.objects.filter(
            standing_on(on), person=wanted, purpose="helper-files-for-me", scope__in=list(scopes)
        )
        .select_related("person")
        .first()
    )
    if consent is None:
        return None
    return _helping(account, scopes[consent.scope], consent.person)


def _delegated(person: UUID, on: date) -> Iterator[Delegation]:
    standing = Delegation.objects.filter(holds_on(on), holds_on(on, "office__"), to=person)
    yield from standing.select_related("office__organisation", "office__person").order_by("id")


def _own(account: Account, person: Person) -> Capacity:
    label = _("%(name)s（本人）") % {"name": person.name}
    return Capacity(Role.WORKER, account.pk, person.id, None, person.division_id, label)


def _office(account: Account, office: Office) -> Capacity:
    organisation = office.organisation
    return Capacity(
        Role(office.role), account.pk, office.person_id, organisation.pk,
        organisation.division_id, _post(office), office=office.pk,
    )  # fmt: skip


def _delegation(account: Account, person: Person, delegation: Delegation) -> Capacity:
    office = delegation.office
    told = {"post": _post(office), "name": office.person.name}
    return Capacity(
        Role(office.role), account.pk, person.id, office.organisation_id,
        office.organisation.division_id, _("%(post)s（代%(name)s）") % told, office=office.pk,
        delegated=True, key=f"delegation:{delegation.pk}",
    )  # fmt: skip


def _helping(account: Account, office: Office, helped: Person) -> Capacity:
    told = {"name": helped.name, "organisation": said(office.organisation.called)}
    return Capacity(
        Role.WORKER, account.pk, helped.id, None, helped.division_id,
        _("代%(name)s办理（%(organisation)s）") % told,
        office=office.pk, delegated=True, key=f"helper:{helped.id}",
    )  # fmt: skip


def _post(office: Office) -> str:
    return f"{said(office.organisation.called)} · {said(office.called)}"
