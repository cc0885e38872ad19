"""A candidate's photo: made anew when it comes, printed on the certificate, seen by few."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from gongtu.engines.casework.models import Case
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.records.files.models import StoredFile
from gongtu.records.jobs.models import Job
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.chores import drop_photos
from gongtu.registers.skills.models import Candidate, Certificate
from gongtu.registers.skills.services.photos import LIMIT
from tests.cast import DAY, Cast
from tests.factories.photos import picture
from tests.factories.sessions import enrolled
from tests.factories.skills import filing


@pytest.fixture
def case(cast: Cast) -> Case:
    filing(cast)
    return enrolled(cast)


def candidate() -> Candidate:
    return Candidate.objects.get(person__name="王师傅")


def handed_in(cast: Cast, content: bytes, who: Capacity | None = None) -> Any:
    one = candidate()
    address = reverse("enterprise:keep_photo", args=[one.session.case_number, one.pk])
    file = ContentFile(content, "IMG_0001.JPG")
    return cast.client(who or cast.clerk).post(address, {"photo": file})


def fetched(cast: Cast, who: Capacity) -> Any:
    address = reverse("account:download_photo", args=[candidate().pk])
    answer = cast.client(who).get(address)
    return b"".join(answer.streaming_content) if answer.streaming else answer.status_code


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_is_kept_is_made_anew_and_tells_nothing_else(
    cast: Cast, case: Case, kind: str
) -> None:
    answer = handed_in(cast, picture(kind))

    assert answer.url == reverse("enterprise:show_session", args=[case.number])
    kept = Image.open(BytesIO(fetched(cast, cast.clerk)))
    assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (500, 700), {})
    assert "有照片" in cast.client(cast.clerk).get(answer.url).content.decode()


def test_another_photo_takes_the_place_of_the_first(cast: Cast, case: Case) -> None:
    for colour in ("teal", "navy"):
        handed_in(cast, picture(colour=colour))

    assert StoredFile.objects.count() == 1


def test_it_stands_on_the_certificate(cast: Cast, case: Case) -> None:
    skills.mark_in(case.number, "王师傅 88 91", pass_mark=60)
    skills.issue_certificates(case.number, by=cast.clerk, on=DAY)
    number = Certificate.objects.get().number
    address = reverse("worker:download_certificate", args=[number])

    def paper(size: str = "") -> PdfReader:
        return PdfReader(BytesIO(cast.client(cast.wang).get(address + size).content))

    assert "Photo" in paper().pages[0].extract_text()
    handed_in(cast, picture())
    for one in (paper(), paper("?size=card")):
        assert [image.image.size for image in one.pages[0].images] == [(500, 700)]
        assert b"<pdfaid:part>3</pdfaid:part>" in one.trailer["/Root"]["/Metadata"].get_data()
    assert "Photo" not in paper().pages[0].extract_text()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("not a picture", "图片打不开"),
        ("half", "图片打不开"),
        ("gif", "图片打不开"),
        ("small", "至少197×276像素"),
        ("large", "最大为5 MB"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_what_to_do(
    cast: Cast, case: Case, content: str, says: str
) -> None:
    gif = BytesIO()
    Image.new("P", (600, 800)).save(gif, "GIF")
    wrong = {
        "not a picture": b"%PDF-1.7", "half": picture()[:-900], "gif": gif.getvalue(),
        "small": picture(size=(100, 140)), "large": b"\xff\xd8\xff" + bytes(LIMIT),
    }  # fmt: skip

    answer = handed_in(cast, wrong[content])

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_candidates_of_others_are_not_photographed(cast: Cast, case: Case) -> None:
    for who in (cast.other_clerk, cast.wang, cast.liu, cast.union):
        assert handed_in(cast, picture(), who).status_code == 403
    address = reverse("enterprise:keep_photo", args=[case.number, 0])
    assert cast.client(cast.clerk).get(address).status_code == 404
    assert not StoredFile.objects.exists()


def test_holder_assessor_and_office_see_it_and_the_holder_reads_who_did(
    cast: Cast, case: Case
) -> None:
    assert fetched(cast, cast.clerk) == 404
    handed_in(cast, picture())

    for who in (cast.wang, cast.clerk, cast.liu):
        assert fetched(cast, who).startswith(b"\xff\xd8\xff")
    for who in (cast.li, cast.other_clerk, cast.union, cast.education):
        assert fetched(cast, who) == 403
    log = cast.client(cast.wang).get(reverse("account:show_access_log")).content.decode()
    assert "存入证书照片" in log
    assert log.count("查看了档案") == 2
    office = cast.client(cast.liu).get(
        reverse("account:show_person", args=[cast.person(cast.wang).pk])
    )
    assert reverse("account:download_photo", args=[candidate().pk]) in office.content.decode()


def test_of_whoever_was_erased_no_photo_is_kept(cast: Cast, case: Case) -> None:
    handed_in(cast, picture())
    person = cast.person(cast.wang)
    for employment in person.memberships.filter(until=None):
        parties.end_membership(employment, by=CLOCK, on=DAY)
    parties.erase_person(person, reason="本人要求", by=cast.wang, on=DAY)

    assert drop_photos(Job()) == {"photos": 1}
    assert not StoredFile.objects.exists()
