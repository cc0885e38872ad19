"""Whose pages these are."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gongtu.parties.access import ASSESSING
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ENTERPRISE
from gongtu.web.own import own_body


def own_enterprise(by: Capacity) -> Organisation:
    """The enterprise the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    return own_body(
        by, ENTERPRISE, refusal=_("这是企业经办人的页面。请在“我的账户与身份”中切换身份。")
    )


def own_assessing(by: Capacity) -> Organisation:
    """The enterprise or social body that assesses, for which the reader acts.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    refusal = _("这是企业和社会培训评价组织经办人的页面。请在“我的账户与身份”中切换身份。")
    return own_body(by, *ASSESSING, refusal=refusal)
