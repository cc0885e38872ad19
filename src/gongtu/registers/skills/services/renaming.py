"""An issuer's change of name: what it signed keeps the name of then, verdicts add the new one."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.parties.services import rename_organisation


def issuer_to_rename(organisation: int, *, by: Capacity, on: date) -> Organisation:
    """The issuer, for the office that keeps its name.

    Raises:
        OrganisationUnknown, NotEntitled: Its name is not the reader's to record.
    """
    found = get_organisation(organisation)
    access.require(by, "rename-organisation", found, on=on)
    return found


@transaction.atomic
def rename_issuer(
    organisation: int, name: str, *, since: date, document: str, by: Capacity, on: date
) -> Organisation:
    """Record that an issuer is called otherwise since a day, as a document says.

    Raises:
        OrganisationUnknown, NotEntitled: Its name is not the officer's to record.
        Refused: The day is yet to come, the name is the old one, or no document is named.
    """
    found = issuer_to_rename(organisation, by=by, on=on)
    if since > on:
        raise Refused(_("变更日期不能晚于今天。"))
    if not document.strip():
        raise Refused(_("请写明依据，例如变更登记通知书。"))
    told = _("%(document)s，%(since)s起") % {"document": document.strip(), "since": since}
    return rename_organisation(found, name, told=told, by=by, on=on)
