"""Offices given and taken back, and put into somebody else's hands for a while."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import IntegrityError, transaction

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Delegation, Office, Organisation, Person
from gongtu.parties.queries.periods import holds_on
from gongtu.parties.roles import ORGANISATIONS, Role
from gongtu.records.journal import services as journal


class OfficeTaken(Refused):
    """The office stands already, or cannot be given or ended so."""


class DelegationUnfit(Refused):
    """The office cannot be put into these hands for this time."""


@transaction.atomic
def grant_office(  # noqa: PLR0913 - an office has no fewer parts
    person: Person,
    organisation: Organisation,
    *,
    role: Role,
    title: str,
    since: date | None = None,
    by: Capacity,
    on: date,
) -> Office:
    """Let a person act for an organisation in a role, from `since` (or `on`).

    Raises:
        OfficeTaken: The person holds it already, or the role is nobody's office.
    """
    if role not in ORGANISATIONS:
        raise OfficeTaken(_("“%(label)s”不是可以任命的身份。") % {"label": role})
    office = Office(
        person=person, organisation=organisation, role=role, title=title, since=since or on
    )
    try:
        with transaction.atomic():
            office.save(force_insert=True)
    except IntegrityError:
        raise OfficeTaken(
            _("%(name)s已在%(organisation_name)s任此职。")
            % {"name": person.name, "organisation_name": organisation.name}
        ) from None
    _tell(office, "office-granted", by=by, on=on)
    return office


@transaction.atomic
def end_office(office: Office, *, by: Capacity, on: date) -> Office:
    """Take an office back; `on` is the first day without it, and its delegations end too."""
    if office.until is not None and office.until <= on:
        raise OfficeTaken(_("这项任职已经终止。"))
    if on <= office.since:
        raise OfficeTaken(_("终止日期应晚于任职日期。"))
    office.until = on
    office.save(update_fields=["until"])
    _tell(office, "office-ended", by=by, on=on)
    return office


@transaction.atomic
def delegate(  # noqa: PLR0913 - a delegation has no fewer parts
    office: Office, to: Person, *, since: date, until: date, reason: str, by: Capacity, on: date
) -> Delegation:
    """Put an office into a colleague's hands from `since` up to, not including, `until`.

    Raises:
        DelegationUnfit: Not one's own office, not to a colleague of the same organisation, to
            oneself, without reason, in the past, or overlapping another delegation of the office.
    """
    reasons = _unfit(office, to, since, until, on)
    if not reason.strip():
        reasons.append(_("请说明委托理由。"))
    if by.person != office.person_id or by.delegated:
        reasons.append(_("只能委托本人的职务，受托人不能转委托。"))
    if reasons:
        raise DelegationUnfit(*reasons)
    delegation = Delegation.objects.create(
        office=office, to=to, since=since, until=until, reason=reason.strip()
    )
    _tell_delegation(delegation, "delegated", by=by, on=on)
    return delegation


@transaction.atomic
def end_delegation(delegation: Delegation, *, by: Capacity, on: date) -> None:
    """Take an office back into one's own hands before the delegation ends by itself."""
    if by.person not in {delegation.office.person_id, delegation.to_id}:
        raise DelegationUnfit(_("只有委托人或者受托人可以终止委托。"))
    if delegation.until <= on:
        raise DelegationUnfit(_("这项委托已经终止。"))
    _tell_delegation(delegation, "delegation-ended", by=by, on=on)
    if on <= delegation.since:
        delegation.delete()
        return
    delegation.until = on
    delegation.save(update_fields=["until"])


def _unfit(office: Office, to: Person, since: date, until: date, on: date) -> list[str]:
    reasons = []
    if to.pk == office.person_id:
        reasons.append(_("不能委托给本人。"))
    if since < on or until <= since:
        reasons.append(_("委托期间应自今日或者以后开始，并晚于开始日期结束。"))
    colleagues = Office.objects.filter(holds_on(on), organisation=office.organisation_id)
    if not colleagues.filter(person=to).exists():
        reasons.append(_("受托人应为本单位现任工作人员。"))
    overlapping = Delegation.objects.filter(office=office, since__lt=until, until__gt=since)
    if overlapping.exists():
        reasons.append(_("这一期间已经委托他人。"))
    return reasons


def last_day(delegation: Delegation) -> date:
    """The last day on which the delegate may act, as people say it."""
    return delegation.until - timedelta(days=1)


def _tell(office: Office, kind: str, *, by: Capacity, on: date) -> None:
    chain = f"organisation:{office.organisation_id}"
    what = {"person": office.person_id, "organisation": office.organisation_id}
    journal.write(chain, kind, on=on, by=by, what={**what, "office": office.pk})


def _tell_delegation(delegation: Delegation, kind: str, *, by: Capacity, on: date) -> None:
    office = delegation.office
    what = {
        "person": office.person_id,
        "organisation": office.organisation_id,
        "office": office.pk,
        "to": str(delegation.to_id),
        "until": f"{delegation.until:%Y-%m-%d}",
    }
    chain = f"organisation:{office.organisation_id}"
    journal.write(chain, kind, on=on, by=by, what=what, text=delegation.reason)
