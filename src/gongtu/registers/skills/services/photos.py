"""Photos of candidates for their certificates: made anew when they come, and seen by few."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.pictures import NoPicture, opened, portrait
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.records.files.models import StoredFile
from gongtu.records.files.queries import open_file
from gongtu.records.files.services import TooBig, Upload, keep
from gongtu.records.journal.services import write
from gongtu.registers.skills.models import Candidate, Certificate
from gongtu.registers.skills.queries import survivor_of

# Bytes of a picture handed in; what is kept has some tens of thousands.
LIMIT = 5_000_000
# 25 by 35 millimetres, as the form has it, at 508 dots per inch; less than 200 looks coarse.
SIZE, LEAST = (500, 700), (197, 276)


class CandidateUnknown(Refused):
    """There is no such candidate, or no photo of them."""


class PhotoUnfit(Refused):
    """The picture cannot be printed on a certificate."""


@transaction.atomic
def keep_photo(
    case_number: str, candidate: int, content: Upload, *, by: Capacity, on: date
) -> Candidate:
    """Keep the photo of a candidate of one's own session; another takes its place.

    What is kept is a picture made anew: without place, device or whatever else the file told.

    Raises:
        CandidateUnknown, NotEntitled: It is no candidate of a session of the assessor's.
        TooBig, PhotoUnfit: It is no picture that can be printed.
    """
    found = get_candidate(case_number, candidate, by=by, on=on)
    name = f"{found.pk}.jpg"
    made = keep(_made(content), name, by=by, on=on, kinds=("jpeg",), limit=LIMIT)
    before, found.photo = found.photo, made
    found.save(update_fields=["photo"])
    if before is not None:
        before.delete()
    _note("photo-kept", found, by=by, on=on)
    return found


def get_candidate(case_number: str, candidate: int, *, by: Capacity, on: date) -> Candidate:
    """A candidate of one's own session, for a clerk of its assessor.

    Raises:
        CandidateUnknown, NotEntitled: It is no candidate of a session of the assessor's.
    """
    found = _candidates().filter(session__case_number=case_number, pk=candidate).first()
    if found is None:
        raise CandidateUnknown(_("本场评价没有这名考生。"))
    access.require(by, "keep-photos", _assessor(found), on=on)
    return found


def view_photo(candidate: int, *, by: Capacity, on: date) -> StoredFile:
    """The photo, for the candidate, the assessor and the human-resources department.

    Others' looks are journaled for the candidate to see.

    Raises:
        CandidateUnknown, NotEntitled: There is none, or it is not theirs to see.
    """
    found = _candidates().filter(pk=candidate).first()
    if found is None or found.photo is None:
        raise CandidateUnknown(_("没有这张照片。"))
    if _is_own(found, by):
        return found.photo
    access.require(by, "see-photos", _assessor(found), on=on)
    _note("viewed", found, by=by, on=on, part="photo")
    return found.photo


def photo_for(number: str) -> bytes:
    """The photo that is printed on a certificate; empty where none is kept."""
    held = Certificate.objects.filter(number=number, session__isnull=False).first()
    if held is None:
        return b""
    # Certificates may have gone over from a record that was merged; who sat stays who sat.
    persons = {held.person_id, survivor_of(held.person_id, into=True)}
    found = Candidate.objects.filter(
        session=held.session_id, person__in=persons, photo__isnull=False
    ).first()
    if found is None or found.photo_id is None:
        return b""
    with open_file(found.photo_id) as file:
        return file.read()


def photos_of(person: UUID, *, by: Capacity, on: date) -> list[Candidate]:
    """Sittings of a person of which a photo is kept that the reader may see, the latest first."""
    kept = _candidates().filter(person=person, photo__isnull=False).order_by("-pk")
    return [one for one in kept if _may_see(one, by, on)]


def forget_photos() -> int:
    """Photos of erased persons go; how many went."""
    erased = Candidate.objects.filter(photo__isnull=False, person__erased_on__isnull=False)
    files = list(erased.values_list("photo", flat=True))
    with transaction.atomic():
        erased.update(photo=None)
        StoredFile.objects.filter(pk__in=files).delete()
    return len(files)


def _candidates() -> QuerySet[Candidate]:
    return Candidate.objects.select_related(
        "person", "photo", "session__filing__assessor__organisation", "session__filing__occupation"
    )


def _assessor(candidate: Candidate) -> Organisation:
    return candidate.session.filing.assessor.organisation


def _is_own(candidate: Candidate, by: Capacity) -> bool:
    in_own_hands = by.organisation is None and not by.delegated
    return in_own_hands and by.person == survivor_of(candidate.person_id)


def _may_see(candidate: Candidate, by: Capacity, on: date) -> bool:
    return _is_own(candidate, by) or access.may(by, "see-photos", _assessor(candidate), on=on)


def _made(content: Upload) -> bytes:
    if (content.size or 0) > LIMIT:
        raise TooBig(_("照片太大，最大为%(limit)d MB。") % {"limit": LIMIT // 1_000_000})
    try:
        picture = opened(b"".join(content.chunks()))
    except NoPicture as unreadable:
        wanted = _("请交本人近期免冠照片，JPEG、PNG或者WebP格式。")
        raise PhotoUnfit(*unreadable.reasons, wanted) from None
    made = portrait(picture, size=SIZE, least=LEAST)
    if made is None:
        width, height = LEAST
        told = {"width": width, "height": height}
        raise PhotoUnfit(_("照片太小，印出来不清楚；至少%(width)d×%(height)d像素。") % told)
    return made


def _note(kind: str, candidate: Candidate, *, by: Capacity, on: date, part: str = "") -> None:
    what = {
        "person": str(candidate.person_id),
        "organisation": _assessor(candidate).pk,
        "candidate": candidate.pk,
    }
    if part:
        what["part"] = part
    write(f"person:{candidate.person_id}", kind, on=on, by=by, what=what)
