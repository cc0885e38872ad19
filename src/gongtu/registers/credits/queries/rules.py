"""Programmes with their terms and rules as they stand on a day; for everybody to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.registers.credits.models import Programme, Rule, Terms


class ProgrammeUnknown(Refused):
    """No school has a programme of this number."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A programme with its terms and rules of a day."""

    programme: Programme
    terms: Terms | None
    rules: Sequence[Rule]


def list_programmes(*, on: date, school: int | None = None) -> list[Offered]:
    """Programmes begun by that day, of one school or of all, as they stand then."""
    found = Programme.objects.filter(opened_on__lte=on).select_related("school__division")
    if school is not None:
        found = found.filter(school=school)
    found = found.order_by("school__name", "name", "id").prefetch_related(
        Prefetch("rules", _in_force(on).select_related("occupation")),
        Prefetch("terms", Terms.objects.filter(since__lte=on)),
    )
    return [_offered(one) for one in found]


def get_programme(programme: int | str) -> Programme:
    """One programme with its school.

    Raises:
        ProgrammeUnknown: There is none of that number.
    """
    number = str(programme)
    found = Programme.objects.select_related("school")
    if not number.isdecimal() or (one := found.filter(pk=number).first()) is None:
        raise ProgrammeUnknown(_("没有这一编号的专业。请在“学分转化规则”中选择。"))
    return one


def rules_on(programme: int, *, on: date) -> QuerySet[Rule]:
    """The programme's rules in force on that day."""
    return _in_force(on).filter(programme=programme).select_related("occupation")


def terms_on(programme: int, *, on: date) -> Terms | None:
    """What the programme asks of whoever begins on that day."""
    return Terms.objects.filter(programme=programme, since__lte=on).first()


def _offered(programme: Programme) -> Offered:
    terms = next(iter(programme.terms.all()), None)
    return Offered(programme, terms, tuple(programme.rules.all()))


def _in_force(on: date) -> QuerySet[Rule]:
    return Rule.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on)
