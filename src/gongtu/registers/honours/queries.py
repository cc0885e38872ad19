"""What others read from the register of honours."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.indicators.recorded import Recorded
from gongtu.registers.honours.models import Award, Honour


class HonourUnknown(Refused):
    """The person was granted no honour of this number."""


def list_honours(person: UUID) -> QuerySet[Honour]:
    """A person's titles of honour with the allowances paid, latest first."""
    return Honour.objects.filter(person=person).prefetch_related("allowances")


def list_awards(person: UUID) -> QuerySet[Award]:
    """A person's awards of contests, latest first."""
    return Award.objects.filter(person=person).select_related("occupation")


def get_own(person: UUID, number: str) -> Honour:
    """One of the person's own honours.

    Raises:
        HonourUnknown: The person has none of that number.
    """
    if (found := list_honours(person).filter(number=number).first()) is None:
        raise HonourUnknown(_("您名下没有这一编号的荣誉称号。"))
    return found


AWARDS_WON = Recorded(
    kind="award",
    rows=lambda: Award.objects.filter(withdrawn_on=None),
    title="contest",
    day="awarded_on",
    place="person__division",
)
"""Awards of contests by the day they were won, where the winner lives."""
