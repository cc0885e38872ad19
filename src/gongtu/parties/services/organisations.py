"""Registering and dissolving organisations."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.identifiers import Uscc
from gongtu.base.speech import gettext as _
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Division, Organisation
from gongtu.parties.roles import ORGANISATIONS, UNION, Role
from gongtu.parties.services import standings
from gongtu.records.journal import services as journal


class OrganisationKnown(Refused):
    """An organisation under this credit code is on record."""


class OrganisationUnfit(Refused):
    """The parts do not make an organisation of that kind."""


class AlreadyDissolved(Refused):
    """It was dissolved before."""


class Particulars(TypedDict, total=False):
    """What an organisation may have besides its name, kind and place."""

    name_en: str
    key: str
    level: str
    industry: str
    headcount: int
    state_owned: bool
    parent: Organisation


@transaction.atomic
def register_organisation(
    *,
    name: str,
    kind: Role,
    division: Division | str,
    uscc: str = "",
    by: Capacity,
    on: date,
    **particulars: Unpack[Particulars],
) -> Organisation:
    """Put an organisation on record; only public bodies of the city's file may lack a credit code.

    Raises:
        WrongUscc: The code breaks a rule; the reason says which.
        OrganisationKnown: The code is on record.
        OrganisationUnfit: No name, a role no organisation has, or a union without its enterprise.
    """
    code = Uscc.parse(uscc).text if uscc else None
    _check_fit(name, kind, code, particulars)
    if code and Organisation.objects.filter(uscc=code).exists():
        raise OrganisationKnown(
            _("统一社会信用代码%(code)s已有登记，不重复登记。") % {"code": code}
        )
    organisation = Organisation.objects.create(
        name=name.strip(),
        kind=kind,
        division_id=division.pk if isinstance(division, Division) else division,
        uscc=code,
        registered_on=on,
        **particulars,
    )
    standings.begin(organisation, told=particulars.keys(), on=on)
    _tell(organisation, "registered", by=by, on=on)
    return organisation


@transaction.atomic
def rename_organisation(
    organisation: Organisation, name: str, *, told: str, by: Capacity, on: date
) -> Organisation:
    """Record that an organisation is called otherwise from now on; `told` is on which document.

    What was signed in its old name keeps that name.

    Raises:
        OrganisationUnfit: No new name, or no document.
    """
    name = " ".join(name.split())
    if not name or name == organisation.name:
        raise OrganisationUnfit(_("请填写变更后的名称。"))
    if not told.strip():
        raise OrganisationUnfit(_("请写明依据，例如变更登记通知书。"))
    before = organisation.name
    organisation.name = name
    organisation.save(update_fields=["name"])
    chain, what = f"organisation:{organisation.pk}", {"organisation": organisation.pk}
    text = f"{before} → {name}：{told}"
    journal.write(chain, "renamed", on=on, by=by, what=what, text=text)
    return organisation


@transaction.atomic
def dissolve(organisation: Organisation, *, by: Capacity, on: date) -> Organisation:
    """Record that an organisation is no more; its cases and memberships stay readable."""
    if organisation.dissolved_on is not None:
        raise AlreadyDissolved(
            _("%(name)s已于%(dissolved_on)s注销。")
            % {"name": organisation.name, "dissolved_on": organisation.dissolved_on}
        )
    organisation.dissolved_on = on
    organisation.save(update_fields=["dissolved_on"])
    _tell(organisation, "dissolved", by=by, on=on)
    return organisation


def _check_fit(name: str, kind: Role, code: str | None, particulars: Particulars) -> None:
    reasons = []
    if not name.strip():
        reasons.append(_("请填写单位名称。"))
    if kind not in ORGANISATIONS:
        reasons.append(_("单位不能登记为“%(label)s”。") % {"label": kind})
    if code is None and not particulars.get("key") and kind is not UNION:
        reasons.append(_("请填写统一社会信用代码。"))
    if kind is UNION and "parent" not in particulars:
        reasons.append(_("基层工会应当写明所在单位。"))
    if reasons:
        raise OrganisationUnfit(*reasons)


def _tell(organisation: Organisation, kind: str, *, by: Capacity, on: date) -> None:
    chain = f"organisation:{organisation.pk}"
    what = {"organisation": organisation.pk, "division": organisation.division_id}
    journal.write(chain, kind, on=on, by=by, what=what)
