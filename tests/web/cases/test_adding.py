"""What is added to a case besides moves: files, words, objections answered, ratings."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Attachment, Case, Rating
from gongtu.records.journal.models import JournalEntry
from tests.cast import DAY, Cast
from tests.factories.cases import PDF, filing_case


def press(cast: Cast, by: Any, page: str, case: Case, **told: Any) -> Any:
    address = reverse(f"cases:{page}", args=[case.number])
    return cast.client(by).post(address, told, follow=True)


def declined(cast: Cast) -> Case:
    case = filing_case(cast)
    return casework.make_move(case.number, "decline", by=cast.liu, on=DAY, reason="材料不符。")


def test_file_is_added_and_downloaded_as_attachment(cast: Cast) -> None:
    case = filing_case(cast)
    press(cast, cast.clerk, "attach", case, upload=SimpleUploadedFile("补充.pdf", PDF))
    added = Attachment.objects.latest("id")
    place = reverse("cases:download_attachment", args=[case.number, added.pk])

    answer = cast.client(cast.liu).get(place)

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == PDF
    assert JournalEntry.objects.filter(kind="viewed", chain=f"case:{case.number}").exists()


def test_file_is_not_for_strangers(cast: Cast) -> None:
    case = filing_case(cast)
    place = reverse(
        "cases:download_attachment", args=[case.number, case.attachments.earliest("id").pk]
    )

    assert cast.client(cast.stranger).get(place).status_code == 403


def test_program_is_no_attachment(cast: Cast) -> None:
    case = filing_case(cast)

    answer = press(
        cast, cast.clerk, "attach", case, upload=SimpleUploadedFile("a.pdf", b"MZ\x90\x00")
    )

    assert answer.status_code == 422


def test_remark_stands_in_the_history(cast: Cast) -> None:
    case = filing_case(cast)

    shown = press(cast, cast.clerk, "remark", case, reason="场地已扩建。").content.decode()

    assert "场地已扩建。" in shown


def test_second_click_remarks_nothing_more(cast: Cast) -> None:
    case, remarks = filing_case(cast), JournalEntry.objects.filter(kind="remarked")
    for _click in range(2):
        press(cast, cast.clerk, "remark", case, reason="场地已扩建。")
    assert remarks.count() == 1

    press(cast, cast.clerk, "remark", case, reason="设备已更新。")
    press(cast, cast.clerk, "remark", case, reason="场地已扩建。")

    assert remarks.count() == 3


def test_words_of_a_refused_step_are_given_back(cast: Cast) -> None:
    case = filing_case(cast)

    shown = press(cast, cast.clerk, "ask_reconsideration", case, reason="材料齐全。")

    assert shown.status_code == 422
    assert "材料齐全。" in shown.content.decode()


def test_opener_withdraws(cast: Cast) -> None:
    case = filing_case(cast)

    press(cast, cast.clerk, "withdraw", case, reason="另行申报", turn=case.turn)

    case.refresh_from_db()
    assert case.stage == "withdrawn"


def test_office_cannot_withdraw(cast: Cast) -> None:
    assert press(cast, cast.liu, "withdraw", filing_case(cast)).status_code == 403


def test_reconsideration_goes_to_somebody_else(cast: Cast) -> None:
    case = declined(cast)

    press(cast, cast.clerk, "ask_reconsideration", case, reason="材料齐全。")

    case.refresh_from_db()
    assert case.stage == "acceptance"
    place = reverse("cases:make_move", args=[case.number, "record"])
    assert cast.client(cast.liu).get(place).status_code == 403
    assert cast.client(cast.sun).get(place).status_code == 200


def test_case_is_rated_once_and_the_body_replies(cast: Cast) -> None:
    case = declined(cast)
    press(cast, cast.clerk, "rate", case, grade="4", reason="答复很快")
    again = press(cast, cast.clerk, "rate", case, grade="1")

    shown = press(cast, cast.liu, "reply_to_rating", case, reason="谢谢。").content.decode()

    assert again.status_code == 422
    assert Rating.objects.get().grade == 4
    assert "谢谢。" in shown


@pytest.mark.parametrize("page", ["attach", "remark", "withdraw", "rate"])
def test_reading_a_button_is_not_allowed(cast: Cast, page: str) -> None:
    case = filing_case(cast)

    answer = cast.client(cast.clerk).get(reverse(f"cases:{page}", args=[case.number]))

    assert answer.status_code == 405
