"""Anybody checks a presentation: the same verdicts, and no more than was disclosed."""

from itertools import count
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.records.context import instant_of
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.services import audience, present
from tests.cast import DAY, Cast
from tests.engines.credentials.school import School, believed
from tests.engines.credentials.test_sdjwt import by_stranger
from tests.factories.appointments import appointed
from tests.factories.wallet import signed

VISITORS = count(1)


def check(told: dict[str, Any], language: str = "zh-hans") -> str:
    visitor = Client(
        REMOTE_ADDR=f"203.0.113.{next(VISITORS)}", headers={"accept-language": language}
    )
    return visitor.post(reverse("public:check_presentation"), told).content.decode()


def presented(cast: Cast, *parts: Part, to: tuple[str, str] = ("", "")) -> str:
    return present(signed(cast), parts=parts, to=audience(*to), by=cast.wang, on=DAY)


def test_pasted_or_as_a_file_the_verdict_and_the_disclosed_parts_are_shown(cast: Cast) -> None:
    shown = presented(cast, Part.NAME)
    file = ContentFile(shown.encode(), "certificate.sd-jwt")

    for page in (check({"pasted": shown}), check({"file": file})):
        assert '<p class="verdict good" role="status">有效</p>' in page
        assert "王师傅" in page
        assert "装配钳工" in page
        assert "状态是本系统在这一刻的登记" in page
        assert "Y000037" not in page


def test_of_an_appointment_its_own_words_are_shown_and_in_english_too(cast: Cast) -> None:
    number = appointed(cast).number
    shown = present(number, parts=(Part.NAME,), to=None, by=cast.wang, on=DAY)

    page = check({"pasted": shown})
    english = check({"pasted": shown}, language="en")

    for part in ("<h2>聘任</h2>", "聘任岗位", "特级技师", "王师傅", "2029年8月31日"):
        assert part in page
    for part in ("<h2>Appointment</h2>", "Appointed as", "special-grade technician"):
        assert part.lower() in english.lower()


def test_revoked_is_said_as_revoked(cast: Cast) -> None:
    shown = presented(cast)
    (number,) = cast.person(cast.wang).certificates.values_list("number", flat=True)
    credentials.revoke(number, "issued-in-error", "重复核发", by=cast.clerk, on=DAY)

    page = check({"pasted": shown})

    assert "已撤销" in page
    assert "重复核发" not in page


def test_presentation_for_another_verifier_shows_nothing(cast: Cast) -> None:
    shown = presented(cast, Part.NAME, to=("乙公司", "3141"))

    right = check({"pasted": shown, "audience": "乙公司", "nonce": "3141"})
    wrong = check({"pasted": shown, "audience": "丙公司", "nonce": "3141"})

    assert "王师傅" in right
    assert "是出示给乙公司的" in right
    assert "王师傅" not in wrong
    assert "无法判断" in wrong


def test_what_is_missing_or_half_told_is_said(db: None) -> None:
    assert "请粘贴出示内容" in check({"pasted": " "})
    assert "要么都填" in check({"pasted": "x", "audience": "乙公司"})
    assert "文件太大" in check({"file": ContentFile(b"x" * ((1 << 20) + 1), "x.sd-jwt")})


def test_a_file_that_is_refused_comes_back_as_text(cast: Cast) -> None:
    shown = presented(cast, Part.NAME)
    file = ContentFile(shown.encode(), "certificate.sd-jwt")

    page = check({"file": file, "audience": "乙公司"})

    assert "要么都填" in page
    assert "刚才交的是“certificate.sd-jwt”，全文已经放进下面的文字栏" in page
    assert f">\n{shown}</textarea>" in page


def test_beside_the_verdict_the_file_can_be_asked_about_again(cast: Cast) -> None:
    shown = presented(cast, Part.NAME, to=("乙公司", "3141"))

    page = check({"file": ContentFile(shown.encode(), "certificate.sd-jwt")})

    assert "填写查验方和一次性号码才能核对" in page
    assert f">\n{shown}</textarea>" in page


def test_a_file_with_a_byte_order_mark_is_read(cast: Cast) -> None:
    file = ContentFile(b"\xef\xbb\xbf" + presented(cast).encode(), "certificate.txt")

    assert "有效</p>" in check({"file": file})


@pytest.mark.parametrize(
    ("content", "put_back"),
    [
        (b'{"type": "VerifiableCredential"}', True),
        ("一段话".encode(), True),
        (b"%PDF-1.7 \x00", False),
        (b"\x89PNG\r\n\x1a\n\x00", False),
        ('{"name": "王"}'.encode("gb18030"), False),
    ],
    ids=["JSON", "words", "PDF", "picture", "another encoding"],
)
def test_what_is_no_presentation_is_told_where_it_is_checked(
    db: None, content: bytes, put_back: bool
) -> None:
    page = check({"file": ContentFile(content, "a.file")})

    assert "这不是出示文件（SD-JWT）" in page
    assert "刚才交的是“a.file”" in page
    assert ("全文已经放进下面的文字栏" in page) is put_back


def test_list_of_an_issuer_elsewhere_is_noted(db: None) -> None:
    school, instant = School(), instant_of(DAY)
    IssuerDocument.objects.create(
        did=school.did, document=school.document(), fetched_at=instant, tried_at=instant
    )
    told = by_stranger(b'["salt", "name", "Wang"]', school, credentialStatus=school.entry())

    with believed(school):
        for _time in range(2):
            page = check({"pasted": told})

    assert "已经记下，下一轮去取" in page
    assert IssuerList.objects.get().address == school.list_address


def test_rubbish_is_cannot_tell_with_the_step(db: None) -> None:
    page = check({"pasted": "eyJ.x.y~"})

    assert "无法判断" in page
    assert "文件结构" in page


def test_checking_over_and_over_is_stopped(db: None) -> None:
    visitor, address = Client(REMOTE_ADDR="203.0.113.250"), reverse("public:check_presentation")

    answers = [visitor.post(address, {"pasted": "x"}).status_code for _try in range(21)]

    assert answers == [200] * 20 + [429]
