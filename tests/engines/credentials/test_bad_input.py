"""Bad input at every door that takes a whole credential: refused at once, with the same reason.

The doors are the VC API, the holder's page, the API that reads codes, and the command line; the
page that checks without a network has tests of its own in the browser.
"""

from __future__ import annotations

import json
import socket
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.credentials.carried import NEWEST, like
from gongtu.engines.credentials.carried import _digest as digest_of
from gongtu.ops import cli
from gongtu.registers.wallet.models import Elsewhere
from tests.cast import DAY, Cast
from tests.engines.credentials.documents import Signatory

HUGE, AT_ONCE = 50 << 20, 5  # bytes, seconds
Door = Callable[[bytes], str]


def issued(**change: Any) -> dict[str, Any]:
    """A credential that its issuer signed."""
    issuer = Signatory()
    return issuer.signs(issuer.credential(name="证书", **change))


def written(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def tampered() -> bytes:
    return written({**issued(), "name": "高级证书"})


def in_another_encoding() -> bytes:
    return json.dumps(issued(), ensure_ascii=False).encode("gb18030")


def of_unknown_words() -> bytes:
    document = issued()
    return written({**document, "@context": [*document["@context"], "https://a.example/words"]})


def by_unknown_suite() -> bytes:
    document = issued()
    return written({**document, "proof": {**document["proof"], "cryptosuite": "bbs-2023"}})


def twice() -> bytes:
    return written(issued())[:-1] + b', "issuer": "did:web:a.example"}'


def with_number(number: bytes) -> bytes:
    return written(issued())[:-1] + b', "age": ' + number + b"}"


def with_text(text: bytes) -> bytes:
    return written(issued())[:-1] + b', "note": "' + text + b'"}'


def in_wide_letters() -> bytes:
    return json.dumps(issued()).encode("utf-16")


def deep() -> bytes:
    return written(issued())[:-1] + b', "age": ' + b"[" * 50 + b"]" * 50 + b"}"


BAD = {
    "tampered": (tampered(), "改动"),
    "another encoding": (in_another_encoding(), "不是UTF-8编码"),
    "unknown context": (of_unknown_words(), "https://a.example/words"),
    "unknown suite": (by_unknown_suite(), "/proof/cryptosuite"),
    "duplicate key": (twice(), "成员“issuer”出现了两次"),
    "huge number": (with_number(b"1e400"), "数字过大"),
    "huge whole number": (with_number(b"9" * 5_000), "数字过大"),
    "no number": (with_number(b"NaN"), "NaN"),
    "deep": (deep(), "嵌套超过40层"),
    "half a letter": (with_text(b"\\ud800"), "不成对的代理字符"),
    "null character": (with_text(b"\\u0000"), "含有空字符"),
    "wide letters": (in_wide_letters(), "不是UTF-8编码"),
}


@pytest.fixture(autouse=True)
def _stands_still(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """On one day, behind no network."""
    settings.GONGTU_TODAY, settings.GONGTU_OPEN_VC_API = DAY, True

    def refuse(*_args: Any, **_more: Any) -> None:
        raise AssertionError("somebody was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def by_vc_api(content: bytes) -> str:
    body = b'{"verifiableCredential": ' + content + b"}"
    answer = Client().post("/credentials/verify", body, content_type="application/json")
    assert (answer.status_code, answer.json()["verified"]) == (400, False)
    return str(answer.json())


def by_code(content: bytes) -> str:
    """The digits of a code that somebody made to carry this."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zdict=like(NEWEST).encode())
    packed = packing.compress(content) + packing.flush()
    code = str(int.from_bytes(bytes([NEWEST]) + digest_of(packed) + packed))
    told = {"code": code}
    answer = Client().post("/api/v1/certificates/code", told, content_type="application/json")
    assert (answer.status_code, answer.json()["verdict"]) == (200, "cannot-tell")
    return str(answer.json())


@pytest.fixture
def by_page(cast: Cast) -> Door:
    def hand_in(content: bytes) -> str:
        told = {"file": ContentFile(content, "certificate.json")}
        answer = cast.client(cast.wang).post(reverse("wallet:keep_elsewhere"), told)
        assert answer.status_code == 422
        assert not Elsewhere.objects.exists()
        return str(answer.content.decode())

    return hand_in


@pytest.fixture
def by_command(db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Door:
    def verify(content: bytes) -> str:
        file = tmp_path / "certificate.json"
        file.write_bytes(content)
        assert cli.main(["credentials", "verify", str(file)]) == 1
        told = capsys.readouterr()
        return told.out + told.err

    return verify


@pytest.mark.parametrize("bad", BAD)
def test_every_door_refuses_it_with_the_reason(bad: str, by_page: Door, by_command: Door) -> None:
    content, says = BAD[bad]
    for door in (by_vc_api, by_code, by_page, by_command):
        begun = time.monotonic()
        told = door(content)

        assert says in told, door
        assert time.monotonic() - begun < AT_ONCE


@pytest.mark.parametrize(
    "bad", sorted(BAD.keys() - {"tampered", "unknown context", "unknown suite"})
)
def test_none_of_it_is_signed(db: None, bad: str) -> None:
    content, says = BAD[bad]
    body = b'{"credential": ' + content + b"}"

    answer = Client().post("/credentials/issue", body, content_type="application/json")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert says in str(answer.json())


def test_unknown_words_are_not_signed(db: None) -> None:
    said = {name: value for name, value in issued().items() if name not in ("issuer", "proof")}
    told = {"credential": {**said, "@context": [*said["@context"], "https://a.example/words"]}}

    answer = Client().post("/credentials/issue", told, content_type="application/json")

    assert answer.status_code == 400
    assert "https://a.example/words" in str(answer.json())


@pytest.mark.parametrize("door", ["verify", "issue"])
def test_fifty_megabytes_are_refused_by_their_length(db: None, door: str) -> None:
    begun = time.monotonic()
    answer = Client().post(
        f"/credentials/{door}", b" " * HUGE, content_type="application/json"
    )  # fmt: skip

    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")
    assert time.monotonic() - begun < AT_ONCE


@pytest.mark.parametrize(
    "path", ["code", "check", "presentations/check", "corrections"], ids=lambda path: path
)
def test_so_they_are_at_every_address_of_the_api(db: None, path: str) -> None:
    begun = time.monotonic()
    answer = Client().post(
        f"/api/v1/certificates/{path}", b" " * HUGE, content_type="application/json"
    )

    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")
    assert time.monotonic() - begun < AT_ONCE


@pytest.mark.parametrize(
    "body",
    [b"[" * 200_000, b"\xff\xfe{", b'{"code": ', b'{"number": ' + b"9" * 10_000 + b"}"],
    ids=["deep", "another encoding", "broken off", "huge number"],
)
def test_what_is_no_json_is_told_so_at_every_address_of_the_api(db: None, body: bytes) -> None:
    for path in ("code", "check", "presentations/check", "corrections"):
        answer = Client().post(
            f"/api/v1/certificates/{path}", body, content_type="application/json"
        )

        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
        assert "应为UTF-8编码的JSON" in answer.json()["detail"]


@pytest.mark.parametrize("letter", ["\0", "\ud800"], ids=["null character", "half a letter"])
def test_what_is_no_letter_is_refused_in_every_member(cast: Cast, letter: str) -> None:
    sound = {
        "check": {"number": "Y000037000001263000001", "name": "王"},
        "corrections": {
            "number": "Y000037000001263000001", "name": "王", "cause": "mismatch", "told": "问",
            "contact": "无", "division": "370203",
        },
    }  # fmt: skip
    for path, told in sound.items():
        for member, value in told.items():
            body = json.dumps({**told, member: f"{value}{letter}"})
            answer = Client().post(
                f"/api/v1/certificates/{path}", body, content_type="application/json"
            )

            assert answer.status_code == 422, (path, member)


def test_so_they_are_on_the_pages(cast: Cast) -> None:
    for client, page, says in (
        (cast.client(cast.wang), "wallet:keep_elsewhere", "超过10MB"),
        (Client(), "public:check_presentation", "文件太大"),
    ):
        begun = time.monotonic()
        told = {"file": ContentFile(b" " * HUGE, "certificate.json")}
        answer = client.post(reverse(page), told)

        assert answer.status_code == 422
        assert says in answer.content.decode()
        assert time.monotonic() - begun < AT_ONCE


def test_so_is_a_text_of_that_size_that_is_pasted(cast: Cast) -> None:
    for client, page, field in (
        (cast.client(cast.wang), "wallet:keep_elsewhere", "text"),
        (Client(), "public:check_presentation", "pasted"),
        (Client(), "public:check_certificate", "number"),
    ):
        begun = time.monotonic()
        answer = client.post(reverse(page), {field: "x" * HUGE})

        assert answer.status_code == 413
        assert "内容太大" in answer.content.decode()
        assert time.monotonic() - begun < AT_ONCE


def test_so_they_are_on_the_command_line(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(HUGE)

    assert cli.main(["credentials", "verify", str(huge)]) == 1
    assert "超过10MB" in capsys.readouterr().err
