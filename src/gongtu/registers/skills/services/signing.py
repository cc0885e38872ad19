"""Decisions on the keys that certificates are signed with: by whose keys they are, or above them.

The engine carries them out; here stands who may, and that the register follows.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.engines.credentials import custody
from gongtu.engines.credentials.choices import Effect, KeyKind
from gongtu.engines.credentials.keys import NotIts
from gongtu.engines.credentials.models import IssuerKey
from gongtu.engines.credentials.queries import find_key, list_keys, organisations_with_keys
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import divisions_under, get_organisation
from gongtu.registers.skills.services.compromise import declare_key_compromised


def issuers_under(by: Capacity, *, on: date) -> QuerySet[Organisation]:
    """Whoever signs in an office's division.

    Raises:
        NotEntitled: The reader supervises nobody who issues.
    """
    access.require(by, "list-issuers", None, on=on)
    within = Organisation.objects.filter(division__in=divisions_under(by.division or ""))
    return within.filter(pk__in=list(organisations_with_keys())).order_by("name")


def keys_of(organisation: int, *, by: Capacity, on: date) -> QuerySet[IssuerKey]:
    """Every key of an issuer, newest first, with what was decided on it.

    Raises:
        OrganisationUnknown, NotEntitled: The keys are not the reader's to see.
    """
    _check(organisation, by=by, on=on)
    return list_keys(organisation)


@transaction.atomic
def rotate_key(
    organisation: int, *, kind: KeyKind, begins: date, until: date, by: Capacity, on: date
) -> IssuerKey:
    """The next key, published at once; see `custody.rotate`.

    Raises:
        NotEntitled, AlreadyRotating, NoOverlap: Nothing was changed.
    """
    _check(organisation, by=by, on=on)
    return custody.rotate(organisation, kind=kind, begins=begins, until=until, by=by, on=on)


def owner_of(public: str, *, by: Capacity, on: date) -> Organisation:
    """Whose key it is, for whoever may decide on it.

    Raises:
        NotIts, NotEntitled: It is nobody's here, or not the reader's to decide on.
    """
    if (found := find_key(public)) is None:
        raise NotIts(_("没有这把密钥：%(public)s") % {"public": public})
    return _check(found.organisation, by=by, on=on)


@transaction.atomic
def decide_on_key(
    public: str, *, after: date, effect: Effect | str, reason: str, by: Capacity, on: date
) -> list[str]:
    """What becomes of all that the key signed after a day; the numbers of what it ended.

    Raises:
        NotIts, NotEntitled, Refused: Nothing was changed.
    """
    owner_of(public, by=by, on=on)
    return declare_key_compromised(public, after=after, effect=effect, reason=reason, by=by, on=on)


def _check(organisation: int, *, by: Capacity, on: date) -> Organisation:
    found = get_organisation(organisation)
    access.require(by, "keep-keys", found, on=on)
    return found
