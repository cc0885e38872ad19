"""Whose pages these are."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gongtu.parties import queries as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ENTERPRISE


def own_enterprise(by: Capacity) -> Organisation:
    """The enterprise the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    if by.role is not ENTERPRISE or by.organisation is None:
        raise NotEntitled(_("这是企业经办人的页面。请在“我的账户与身份”中切换身份。"))
    return parties.get_organisation(by.organisation)
