"""Registering persons, and where they work and belong."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import MembershipKind
from gongtu.parties.identity import (
    Phone,
    encipher_id_number,
    encipher_phone,
    index_id_number,
    index_phone,
)
from gongtu.parties.models import Division, Membership, Organisation, Person
from gongtu.records.journal import services as journal


class PersonKnown(Refused):
    """Somebody is already registered under the number."""


class NameMissing(Refused):
    """A person or organisation is registered under a name."""


class AlreadyEmployed(Refused):
    """The membership stands already, or its period cannot be."""


@transaction.atomic
def register_person(
    *,
    name: str,
    id_number: str,
    division: Division | str | None,
    phone: str = "",
    by: Capacity,
    on: date,
) -> Person:
    """Put a person on record under a checked ID number; sex and birth are read off it.

    Raises:
        WrongIdNumber, WrongPhone: The digits break a rule; the reasons say which.
        PersonKnown: The number is on record already.
    """
    number, mobile = IdNumber.parse(id_number), Phone.parse(phone) if phone else None
    if not name.strip():
        raise NameMissing(_("请填写姓名。"))
    person = draft_person(name, number, mobile, on=on)
    person.division_id = division.pk if isinstance(division, Division) else division
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError:
        raise PersonKnown(
            _("身份证号码%(masked)s已有登记，不重复登记；请按号码查找后使用。")
            % {"masked": number.masked}
        ) from None
    journal.write(f"person:{person.id}", "registered", on=on, by=by, what={"person": person.id})
    return person


def hold(people: Collection[UUID]) -> None:
    """Until the transaction ends nobody else decides about them; always in one order."""
    rows = Person.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk")
    list(rows.values_list("pk"))


def draft_person(name: str, number: IdNumber, phone: Phone | None, *, on: date) -> Person:
    """A person not yet saved, enciphered and indexed; for one registration or for many."""
    person_id = uuid4()
    return Person(
        id=person_id,
        name=name.strip(),
        sex=number.sex,
        birth=number.born,
        id_number_cipher=encipher_id_number(number, person_id),
        id_number_index=index_id_number(number),
        phone_cipher=encipher_phone(phone, f"person:{person_id}") if phone else b"",
        phone_index=index_phone(phone) if phone else "",
        registered_on=on,
    )


def employ(  # noqa: PLR0913 - an employment has no fewer parts
    person: Person,
    organisation: Organisation,
    *,
    occupation: str = "",
    post: str = "",
    since: date | None = None,
    by: Capacity,
    on: date,
) -> Membership:
    """Record that a person works for an organisation since a day (`on` unless told).

    Raises:
        AlreadyEmployed: That employment is on record and has not ended, or begins after `on`.
    """
    membership = Membership(
        person=person,
        organisation=organisation,
        kind=MembershipKind.EMPLOYMENT,
        occupation=occupation,
        post=post,
        since=since or on,
    )
    return _begin(membership, "employed", by=by, on=on)


def join_union(
    person: Person, union: Organisation, *, since: date | None = None, by: Capacity, on: date
) -> Membership:
    """Record union membership since a day.  Basis: article 35."""
    membership = Membership(
        person=person, organisation=union, kind=MembershipKind.UNION, since=since or on
    )
    return _begin(membership, "joined", by=by, on=on)


@transaction.atomic
def end_membership(membership: Membership, *, by: Capacity, on: date) -> Membership:
    """End an employment or a union membership; `on` is the first day without it."""
    if membership.until is not None:
        raise AlreadyEmployed(
            _("这项关系已于%(day)s终止。") % {"day": format(membership.until, "%Y-%m-%d")}
        )
    if on <= membership.since:
        raise AlreadyEmployed(_("终止日期应晚于起始日期。"))
    membership.until = on
    membership.save(update_fields=["until"])
    _tell(membership, "left", by=by, on=on)
    return membership


@transaction.atomic
def correct_employment(
    membership: Membership,
    *,
    since: date | None = None,
    until: date | None = None,
    reason: str,
    by: Capacity,
    on: date,
) -> Membership:
    """Put the first day, or the first day without it, of an employment right; the rest stays.

    Raises:
        AlreadyEmployed: The days cannot be so, or are those on record.
    """
    before = membership.since, membership.until
    membership.since, membership.until = since or before[0], until or before[1]
    if membership.since > on or (membership.until and membership.until > on):
        raise AlreadyEmployed(_("更正后的日期不能晚于登记当日。"))
    if membership.until is not None and membership.until <= membership.since:
        raise AlreadyEmployed(_("终止日期应晚于起始日期。"))
    if (membership.since, membership.until) == before:
        raise AlreadyEmployed(_("填写的日期与登记的相同，没有更正。"))
    membership.save(update_fields=["since", "until"])
    was = {"was_since": f"{before[0]}", "was_until": f"{before[1] or ''}"}
    _tell(membership, "employment-corrected", was, by=by, on=on, text=reason)
    return membership


@transaction.atomic
def _begin(membership: Membership, kind: str, *, by: Capacity, on: date) -> Membership:
    if membership.since > on:
        raise AlreadyEmployed(_("起始日期不能晚于登记当日。"))
    try:
        with transaction.atomic():
            membership.save(force_insert=True)
    except IntegrityError:
        names = {"person": membership.person.name, "organisation": membership.organisation.name}
        raise AlreadyEmployed(
            _("%(person)s在%(organisation)s已有登记，尚未终止。") % names
        ) from None
    _tell(membership, kind, by=by, on=on)
    return membership


def _tell(
    membership: Membership,
    kind: str,
    more: Mapping[str, str] | None = None,
    *,
    by: Capacity,
    on: date,
    text: str = "",
) -> None:
    about = {"person": membership.person_id, "organisation": membership.organisation_id}
    what = {**about, "membership": membership.pk, **(more or {})}
    journal.write(f"person:{membership.person_id}", kind, on=on, by=by, what=what, text=text)
