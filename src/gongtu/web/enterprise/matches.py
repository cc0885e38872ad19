"""Who of the staff fits which post, and what a plan is short of, as enterprise pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.parties.models import Organisation
from gongtu.registers.careers import queries as careers
from gongtu.registers.careers import services
from gongtu.registers.careers.choices import Track
from gongtu.registers.careers.queries import Match, Member, Suited
from gongtu.registers.skills.queries import names_of_occupations
from gongtu.web.asking import PAGE, first_page, next_page, number_asked
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.lattice_page import asked_words, usual_words
from gongtu.web.matching_page import basis_words
from gongtu.web.wording import name_of

BY_AGREEMENT = "recognised"


def list_page(body: Organisation, request: Request) -> dict[str, Any]:
    """What the plan is short of, and the posts of each track from the highest down."""
    found = careers.match_staff(body.pk, by=request.capacity, on=request.on)
    names = _names(found)
    posts = [(one.post.track, _row(one, names)) for one in reversed(found) if one.post]
    return {
        "needs": [_row(one, names) for one in found if one.short],
        "tracks": [
            {"label": label_of(track), "posts": [row for on, row in posts if on is track]}
            for track in Track
        ],
        "has_posts": bool(posts),
    }


def show_page(body: Organisation, key: str, request: Request) -> dict[str, Any]:
    """One post or line: who fits and by what, whose certificates do not count, who is nearest.

    Raises:
        MatchUnknown: It is neither.
    """
    look = services.look_at_match(
        body.pk,
        key,
        recognised=BY_AGREEMENT in request.GET,
        after=number_asked(request) or 0,
        most=PAGE,
        by=request.capacity,
        on=request.on,
    )
    match = look.match
    return {
        "is_by_agreement": BY_AGREEMENT in request.GET,
        **_row(match, _names([match])),
        "people": [_suited(one, match) for one in look.fitting],
        "next_page": next_page(request, str(look.following or "")),
        "first_page": first_page(request),
        "withheld": [{"issuer": name_of(issuer), "count": n} for issuer, n in match.withheld],
        "nearest": [
            {**_person(member), "on": one.on, "steps": one.steps, "assumed": one.assumed}
            for member, one in look.nearest
        ],
    }


def _names(found: Iterable[Match]) -> dict[str, str]:
    return names_of_occupations(one.asks.occupation for one in found if one.short)


def _row(match: Match, names: Mapping[str, str]) -> dict[str, Any]:
    address = reverse("enterprise:show_match", args=[match.key])
    return {
        "title": _title(match, names),
        "asks": asked_words(match.post) if match.post else [],
        "missing": max(match.short.missing) if match.short else 0,
        "is_by_grade": match.asks.grade is not None,
        "is_by_title": match.asks.title is not None,
        "fits": len(match.fitting),
        "recognised": len(match.recognised),
        "address": address,
        "by_agreement": f"{address}?{BY_AGREEMENT}=1",
    }


def _title(match: Match, names: Mapping[str, str]) -> str:
    if match.post is not None:
        return usual_words(match.post.name)
    occupation, grade = match.asks.occupation, match.asks.grade
    return f"{names.get(occupation, occupation)} · {label_of(grade)}"


def _suited(one: Suited, match: Match) -> dict[str, Any]:
    line = match.short.line if match.short else None
    is_there = line is not None and one.member.place == (line.occupation, line.grade)
    return {**_person(one.member), "basis": basis_words(one.fit.basis), "is_there": is_there}


def _person(member: Member) -> dict[str, Any]:
    return {
        "name": member.person.name,
        "post": member.post or _("岗位未登记"),
        "address": reverse("enterprise:show_career_guide", args=[member.person.pk]),
    }
