"""Bringing a certificate that somebody else issued: checked first, refused by member."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from pypdf import PdfWriter

from gongtu.engines.credentials.handed_in import LARGEST_FILE
from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.engines.credentials.qr import code
from gongtu.engines.credentials.queries import find_credential
from gongtu.policy import shared
from gongtu.records.context import instant_of
from gongtu.registers.wallet import services
from gongtu.registers.wallet.models import Elsewhere
from tests.cast import DAY, Cast
from tests.engines.credentials.documents import Signatory
from tests.engines.credentials.school import School, believed
from tests.factories.wallet import signed, welder


def keep(cast: Cast, content: str | bytes, capacity: Any = None, **more: str) -> Any:
    content = content.encode("utf8") if isinstance(content, str) else content
    client = cast.client(capacity or cast.wang)
    told = {"file": ContentFile(content, "certificate"), **more}
    return client.post(reverse("wallet:keep_elsewhere"), told)


def test_genuine_certificate_is_kept_once(cast: Cast) -> None:
    content = welder()

    answers = [keep(cast, content) for _time in range(2)]

    one = Elsewhere.objects.get()
    assert {answer.url for answer in answers} == {reverse("wallet:show_elsewhere", args=[one.pk])}
    assert one.title == "焊工证"
    assert one.issuer.startswith("did:key:")


def test_pdf_picture_and_pasted_text_are_the_same_certificate(cast: Cast) -> None:
    content, writer, paper, drawn = welder(), PdfWriter(), BytesIO(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment("credential.json", content.encode())
    writer.write(paper)
    code("https://elsewhere.example/1/", json.loads(content)).save(drawn, kind="png", scale=5)
    pasted = cast.client(cast.wang).post(reverse("wallet:keep_elsewhere"), {"text": content})

    one = Elsewhere.objects.get()
    for answer in (keep(cast, paper.getvalue()), keep(cast, drawn.getvalue()), pasted):
        assert answer.url == reverse("wallet:show_elsewhere", args=[one.pk])
    assert Elsewhere.objects.count() == 1


def test_one_of_the_two_ways_is_taken_and_not_both(cast: Cast) -> None:
    address = reverse("wallet:keep_elsewhere")

    for answer in (cast.client(cast.wang).post(address), keep(cast, welder(), text="{}")):
        assert answer.status_code == 422
        assert "两样交一样" in answer.content.decode()
    assert not Elsewhere.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("not json", "不是签名的凭证"),
        ("[]", "不是一份完整的可验证凭证"),
        ("{}", "/@context"),
        ('{"a": 1, "a": 2}', "出现了两次"),
    ],
)
def test_what_is_no_certificate_is_refused_with_what_is_wrong(
    cast: Cast, wrong: str, says: str
) -> None:
    answer = keep(cast, wrong)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Elsewhere.objects.exists()


def test_text_of_a_refused_file_comes_back_and_another_file_takes_its_place(cast: Cast) -> None:
    tampered = json.dumps({**json.loads(welder()), "name": "高级焊工证"}, ensure_ascii=False)
    refused = keep(cast, f"\ufeff{tampered}")
    form = refused.context["form"]

    assert (form["text"].value(), form["from_file"].value()) == (tampered, "certificate")
    assert "全文已经放进下面的文字栏" in refused.content.decode()
    back = {"text": form["text"].value(), "from_file": form["from_file"].value()}
    again = cast.client(cast.wang).post(reverse("wallet:keep_elsewhere"), back)
    assert "可能被改动过" in again.content.decode()
    assert again.context["form"]["text"].value() == tampered

    answer = keep(cast, welder(), **back)

    assert answer.url == reverse("wallet:show_elsewhere", args=[Elsewhere.objects.get().pk])


def test_a_refused_file_that_is_no_text_is_called_by_its_name(cast: Cast) -> None:
    for content in (b"%PDF-1.7 broken", '{"name": "王"}'.encode("gb18030"), b"a\0b", b" " * 2**21):
        refused = keep(cast, content, text="", from_file="earlier.json")

        assert refused.status_code == 422
        assert "刚才交的是“certificate”，浏览器没有留住" in refused.content.decode()
        assert refused.context["form"]["text"].value() == ""


def test_what_was_typed_is_never_written_over(cast: Cast) -> None:
    refused = keep(cast, welder(), text="抄下来的")

    assert "两样交一样" in refused.content.decode()
    assert "浏览器没有留住" in refused.content.decode()
    assert refused.context["form"]["text"].value() == "抄下来的"


def test_tampered_and_unknown_signers_are_refused_by_member(cast: Cast) -> None:
    document = json.loads(welder())
    tampered = {**document, "name": "高级焊工证"}
    proof = {**document["proof"], "verificationMethod": "did:web:elsewhere.example#key"}

    changed = keep(cast, json.dumps(tampered)).content.decode()
    unknown = keep(cast, json.dumps({**document, "proof": proof})).content.decode()

    assert "可能被改动过" in changed
    assert "/proof/proofValue" in changed
    assert "公钥不在凭证里" in unknown
    assert "/proof/verificationMethod" in unknown
    assert not Elsewhere.objects.exists()


def test_issuer_on_the_citys_list_is_checked_by_the_keys_it_published(cast: Cast) -> None:
    school = School()
    content = json.dumps(school.signs(school.credential(name="焊工证")))
    instant = instant_of(DAY)
    IssuerDocument.objects.create(
        did=school.did, document=school.document(), fetched_at=instant, tried_at=instant
    )

    unknown = keep(cast, content).content.decode()
    with believed(school):
        answer = keep(cast, content)
        page = cast.client(cast.wang).get(answer.url).content.decode()

    assert "不在本市认可的外部签发单位名单上" in unknown
    assert Elsewhere.objects.get().issuer == school.did
    assert f"公钥文件是{DAY}取得的" in page


def test_list_that_tells_of_its_revocation_is_noted_as_it_is_kept(cast: Cast) -> None:
    school = School()
    content = json.dumps(school.signs(school.credential(credentialStatus=school.entry())))
    instant = instant_of(DAY)
    IssuerDocument.objects.create(
        did=school.did, document=school.document(), fetched_at=instant, tried_at=instant
    )
    with believed(school):
        answer = keep(cast, content)
        before = cast.client(cast.wang).get(answer.url).content.decode()
        published = school.signs(school.status_list(5))
        IssuerList.objects.update(document=published, fetched_at=instant)
        after = cast.client(cast.wang).get(answer.url).content.decode()

    assert IssuerList.objects.get().address == school.list_address
    assert "已经记下，下一轮去取" in before
    assert "已被发证单位撤销" in after


def test_certificate_signed_later_than_now_is_not_kept(cast: Cast) -> None:
    issuer = Signatory()
    content = json.dumps(issuer.signs(issuer.credential(), created="2099-01-01T00:00:00Z"))

    told = keep(cast, content).content.decode()

    assert "时间还没有到" in told
    assert "被改动过" not in told
    assert not Elsewhere.objects.exists()


def test_certificate_of_ours_is_not_mixed_in(cast: Cast) -> None:
    credential: Any = find_credential(signed(cast))

    answer = keep(cast, json.dumps(credential.document))

    assert "不用再导入" in answer.content.decode()
    assert not Elsewhere.objects.exists()


def test_too_large_a_file_is_refused_by_its_size(cast: Cast) -> None:
    answer = keep(cast, " " * (LARGEST_FILE + 1))

    assert answer.status_code == 422
    assert "超过" in answer.content.decode()


def test_one_too_many_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared.platform, "count", lambda *_name, **_on: 1, raising=False)
    services.keep(welder().encode(), by=cast.wang, on=DAY)

    assert "最多存放1张" in keep(cast, welder()).content.decode()


def test_nobody_keeps_certificates_for_a_body(cast: Cast) -> None:
    assert keep(cast, welder(), cast.clerk).status_code == 403
