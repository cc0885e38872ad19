"""Recording what an enterprise has become: its size and whose property it is, from a day on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import Size
from gongtu.parties.models import Organisation, OrganisationStanding
from gongtu.parties.roles import ENTERPRISE
from gongtu.records.journal import services as journal

AS_REGISTERED = "单位登记"


class StandingUnfit(Refused):
    """What was told cannot be the standing of that organisation."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is told of an enterprise; None is not known."""

    headcount: int | None = None
    state_owned: bool | None = None
    size: Size | None = None


@transaction.atomic
def record_standing(
    organisation: Organisation,
    standing: Standing,
    *,
    since: date,
    source: str,
    by: Capacity,
    on: date,
) -> OrganisationStanding:
    """Add what the enterprise is from `since` on; about the same day the last word counts.

    Raises:
        StandingUnfit: With every reason: no enterprise, nothing told, no source, a day to come.
    """
    _check(organisation, standing, since=since, source=source, on=on)
    row = OrganisationStanding.objects.create(
        organisation=organisation,
        since=since,
        headcount=standing.headcount,
        state_owned=standing.state_owned,
        size=standing.size or "",
        source=source.strip(),
        recorded_on=on,
    )
    _carry_over(organisation)
    what = {"organisation": organisation.pk, "standing": row.pk, "since": since.isoformat()}
    journal.write(f"organisation:{organisation.pk}", "standing-recorded", on=on, by=by, what=what)
    return row


def begin(organisation: Organisation, *, told: Collection[str], on: date) -> None:
    """The first standing of an enterprise, as far as its registration told one."""
    if organisation.kind != ENTERPRISE or not {"headcount", "state_owned"} & set(told):
        return
    OrganisationStanding.objects.create(
        organisation=organisation,
        since=on,
        headcount=organisation.headcount,
        state_owned=organisation.state_owned if "state_owned" in told else None,
        source=AS_REGISTERED,
        recorded_on=on,
    )


def _check(
    organisation: Organisation, standing: Standing, *, since: date, source: str, on: date
) -> None:
    reasons = []
    if organisation.kind != ENTERPRISE:
        reasons.append(_("只有企业登记职工人数、所有制和规模。"))
    if standing == Standing():
        reasons.append(_("请至少填写职工人数、是否国有、规模类型中的一项。"))
    if not source.strip():
        reasons.append(_("请写明依据，例如年度报告或者国有资产登记。"))
    if since > on:
        reasons.append(_("尚未到来的日期不能登记。"))
    if reasons:
        raise StandingUnfit(*reasons)


def _carry_over(organisation: Organisation) -> None:
    """The organisation's own row says what it is by the latest standing."""
    latest = organisation.standings.order_by("since", "id").last()
    if latest is None:
        return
    organisation.headcount = latest.headcount
    if latest.state_owned is not None:
        organisation.state_owned = latest.state_owned
    organisation.save(update_fields=["headcount", "state_owned"])
