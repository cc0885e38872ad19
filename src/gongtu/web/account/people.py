"""Other people's files, for those entitled: each look is journaled for the person to see."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongtu.parties import access, queries
from gongtu.parties.models import Person
from gongtu.registers.skills import services as register
from gongtu.web.downloads import download
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.worker.doubts import doubts_page


@signed_in
@reads
def find_people(request: Request) -> HttpResponse:
    """Search by name or whole ID number inside what one's capacity reaches."""
    words = request.GET.get("q", "").strip()[:60]
    found = access.find_persons(words, by=request.capacity, on=request.on)
    people = [_line(person) for person in found] if words else []
    return render(request, "account/find_people.html", {"words": words, "people": people})


@signed_in
@writes
def show_person(request: Request, person: UUID) -> HttpResponse:
    """One file; asking for the whole number is a second, journaled step."""
    found, by, on = queries.get_person(person), request.capacity, request.on
    if request.method == "POST":
        number = access.view_id_number(found, by=by, on=on)
    else:
        number = queries.masked_id_number(access.view_person(found, by=by, on=on))
    context = {
        "person": found,
        "number": number,
        "is_whole": request.method == "POST",
        "may_see_number": access.may(by, "see-id-number", found, on=on),
        "may_record_death": access.may(by, "record-death", found, on=on),
        "doubts": _doubts(found, request),
        "phone": queries.masked_phone(found),
        "photos": [_photo(one) for one in register.photos_of(found.pk, by=by, on=on)],
        "memberships": queries.list_memberships(found.pk),
    }
    return render(request, "account/show_person.html", context)


@signed_in
@reads
def download_photo(request: Request, candidate: int) -> HttpResponse:
    """The photo on a certificate, for its holder and the bodies that answer for it."""
    found = register.view_photo(candidate, by=request.capacity, on=request.on)
    return download(found.pk, found.name)


def _doubts(person: Person, request: Request) -> list[dict[str, Any]]:
    """Records that contradict one another, as questions to the office that answers for them."""
    if not access.may(request.capacity, "see-doubts", person, on=request.on):
        return []
    return doubts_page(person.pk, request.on)


def _photo(sitting: Any) -> dict[str, Any]:
    return {
        "address": reverse("account:download_photo", args=[sitting.pk]),
        "occupation": sitting.session.assessed,
        "on": sitting.session.planned_on,
    }


def _line(person: Person) -> dict[str, Any]:
    return {"id": person.pk, "name": person.name, "number": queries.masked_id_number(person)}
