"""A body comments on its own figures."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.registers.quality.models import Comment
from gongtu.registers.quality.queries import get_body


class NothingSaid(Refused):
    """A comment holds words."""


@transaction.atomic
def comment(organisation: int, told: str, *, by: Capacity, on: date) -> Comment:
    """Say something to one's own figures; the same words twice on a day are one comment.

    Raises:
        BodyUnknown, NotEntitled: It does not assess, or `by` does not act for it.
        NothingSaid: There are no words.
    """
    body = get_body(organisation)
    access.require(by, "comment-quality", body.organisation, on=on)
    if not told.strip():
        raise NothingSaid(_("请写明说明的内容。"))
    said, _is_new = Comment.objects.get_or_create(
        organisation=body.organisation, told=told.strip(), told_on=on,
        defaults={"told_by_id": by.person},
    )  # fmt: skip
    return said
