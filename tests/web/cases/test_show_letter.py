"""A letter opened by its addressee is read from then on."""

from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Letter
from tests.cast import DAY, Cast
from tests.factories.cases import filing_case, reminded
from tests.verapdf import faults, needs_verapdf


def letter_of(cast: Cast) -> Letter:
    return Letter.objects.get(case=reminded(cast))


def address(letter: Letter, page: str = "show_letter") -> str:
    return reverse(f"cases:{page}", args=[letter.case.number, letter.pk])


def test_first_opening_by_the_addressee_is_the_proof_of_reading(cast: Cast) -> None:
    letter = letter_of(cast)
    cast.client(cast.union).get(address(letter))
    letter.refresh_from_db()
    assert letter.read_at is None

    shown = cast.client(cast.clerk).get(address(letter)).content.decode()

    letter.refresh_from_db()
    assert letter.read_at is not None
    assert "八月工资未按时发放" in shown
    assert letter.number in shown


def test_stranger_cannot_open_it(cast: Cast) -> None:
    letter = letter_of(cast)

    assert cast.client(cast.stranger).get(address(letter)).status_code == 403
    assert cast.client(cast.other_clerk).get(address(letter, "download_letter")).status_code == 403


def test_letter_of_another_case_is_not_found(cast: Cast) -> None:
    letter, other = letter_of(cast), filing_case(cast)
    place = reverse("cases:show_letter", args=[other.number, letter.pk])

    assert cast.client(cast.clerk).get(place).status_code == 404


def test_letter_is_downloaded_as_pdf(cast: Cast) -> None:
    letter = letter_of(cast)

    answer = cast.client(cast.clerk).get(address(letter, "download_letter"))

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content.startswith(b"%PDF")


@needs_verapdf
def test_letter_breaks_no_rule_of_an_archive(cast: Cast) -> None:
    letter = letter_of(cast)

    assert faults(cast.client(cast.clerk).get(address(letter, "download_letter")).content) == []


def test_issuing_body_notes_service_with_its_proof(cast: Cast) -> None:
    letter = letter_of(cast)
    client = cast.client(cast.union)
    assert "登记送达" in client.get(address(letter)).content.decode()

    client.post(address(letter, "serve_letter"), {"how": "post", "proof": "EMS123"})

    letter.refresh_from_db()
    assert (letter.served_how, letter.served_proof) == ("post", "EMS123")


def test_only_the_issuing_body_notes_service(cast: Cast) -> None:
    letter = letter_of(cast)

    answer = cast.client(cast.clerk).post(
        address(letter, "serve_letter"), {"how": "post", "proof": "EMS123"}
    )

    assert answer.status_code == 403


def test_decision_letter_names_the_remedy(cast: Cast) -> None:
    case = filing_case(cast)
    casework.make_move(case.number, "decline", by=cast.liu, on=DAY, reason="材料不符。")

    shown = cast.client(cast.clerk).get(address(Letter.objects.get(case=case))).content.decode()

    assert "复核" in shown
