"""Bringing a certificate that somebody else issued: checked first, refused by member."""

import json
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from gongtu.engines.credentials.queries import find_credential
from gongtu.policy import shared
from gongtu.registers.wallet import services
from gongtu.registers.wallet.models import Elsewhere
from tests.cast import DAY, Cast
from tests.factories.wallet import signed, welder


def keep(cast: Cast, content: str, capacity: Any = None) -> Any:
    file = ContentFile(content.encode("utf8"), "certificate.json")
    client = cast.client(capacity or cast.wang)
    return client.post(reverse("wallet:keep_elsewhere"), {"file": file})


def test_genuine_certificate_is_kept_once(cast: Cast) -> None:
    content = welder()

    answers = [keep(cast, content) for _time in range(2)]

    one = Elsewhere.objects.get()
    assert {answer.url for answer in answers} == {reverse("wallet:show_elsewhere", args=[one.pk])}
    assert one.title == "焊工证"
    assert one.issuer.startswith("did:key:")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("not json", "不是JSON"),
        ("[]", "不是JSON对象"),
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


def test_tampered_and_unknown_signers_are_refused_by_member(cast: Cast) -> None:
    document = json.loads(welder())
    tampered = {**document, "name": "高级焊工证"}
    proof = {**document["proof"], "verificationMethod": "did:web:elsewhere.example#key"}

    assert "/proof/proofValue" in keep(cast, json.dumps(tampered)).content.decode()
    unknown = keep(cast, json.dumps({**document, "proof": proof})).content.decode()
    assert "/proof/verificationMethod" in unknown
    assert not Elsewhere.objects.exists()


def test_certificate_of_ours_is_not_mixed_in(cast: Cast) -> None:
    credential: Any = find_credential(signed(cast))

    answer = keep(cast, json.dumps(credential.document))

    assert "不用再导入" in answer.content.decode()
    assert not Elsewhere.objects.exists()


def test_too_large_a_file_is_refused_by_its_size(cast: Cast) -> None:
    answer = keep(cast, " " * ((1 << 20) + 1))

    assert answer.status_code == 422
    assert "超过" in answer.content.decode()


def test_one_too_many_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared.platform, "count", lambda *_name, **_on: 1, raising=False)
    services.keep(welder().encode(), by=cast.wang, on=DAY)

    assert "最多存放1张" in keep(cast, welder()).content.decode()


def test_nobody_keeps_certificates_for_a_body(cast: Cast) -> None:
    assert keep(cast, welder(), cast.clerk).status_code == 403
