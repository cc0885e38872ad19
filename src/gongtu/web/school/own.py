"""Whose pages these are."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import SCHOOL
from gongtu.web.own import own_body


def own_school(by: Capacity) -> Organisation:
    """The school the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    return own_body(by, SCHOOL, refusal=_("这是院校经办人的页面。请在“我的账户与身份”中切换身份。"))
