"""Divisions, and which public body answers for one of them."""

from collections import defaultdict

from django.db.models import Q, QuerySet

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties.choices import Level
from gongtu.parties.models import Division, Organisation
from gongtu.parties.roles import Role


class BodyUnknown(Refused):
    """No body of that role is on record for the division."""


class DivisionUnknown(Refused):
    """The city's file has no such division."""


def list_divisions() -> QuerySet[Division]:
    """All divisions by code: the province, the city, then its districts."""
    return Division.objects.order_by("code")


def get_division(code: str) -> Division:
    """The division under its code."""
    division = Division.objects.filter(pk=code).first()
    if division is None:
        raise DivisionUnknown(_("没有代码为“%(code)s”的行政区划。") % {"code": code})
    return division


def list_parents(code: str) -> list[str]:
    """The division itself, then the one above, up to the top; one query."""
    above = dict(Division.objects.values_list("code", "parent"))
    chain = []
    here: str | None = code if code in above else None
    while here is not None:
        chain.append(here)
        here = above[here]
    return chain


def divisions_under(code: str) -> frozenset[str]:
    """The division and all its parts, at any depth; one query."""
    parts: dict[str | None, list[str]] = defaultdict(list)
    for part, parent in Division.objects.values_list("code", "parent"):
        parts[parent].append(part)
    found, waiting = set(), [code]
    while waiting:
        here = waiting.pop()
        found.add(here)
        waiting += parts[here]
    return frozenset(found)


def body_for(
    role: Role, division_code: str, level: str = Level.DISTRICT, *, key: str = ""
) -> Organisation:
    """The body of that role that answers for a division, on the level asked for.

    A city-level body is found from any of the city's districts; `key` tells departments apart.
    A division that is itself the city has no district body, so its city body answers.

    Raises:
        BodyUnknown: Nobody of that role stands there.
    """
    named = {"key": key} if key else {}
    bodies = Organisation.objects.filter(kind=role, dissolved_on=None, **named)
    for place in list_parents(division_code):
        here = bodies.filter(division=place)
        body = here.filter(level=level).first() or _only_body(here, division_code, place)
        if body is not None:
            return body
    raise BodyUnknown(
        _("没有登记负责区划“%(division_code)s”的%(label)s。")
        % {"division_code": division_code, "label": role}
    )


def peers_of(body: Organisation) -> QuerySet[Organisation]:
    """Bodies of the same role that a case may be passed to: its like elsewhere, others here."""
    alike = Q(key=body.key) | Q(division=body.division_id)
    peers = Organisation.objects.filter(alike, kind=body.kind, dissolved_on=None)
    return peers.exclude(pk=body.pk).order_by("division", "name")


def _only_body(here: QuerySet[Organisation], asked: str, place: str) -> Organisation | None:
    return here.filter(level=Level.CITY).first() if asked == place else None
