"""What is handed to the page on a phone and is no certificate: told so at once, with the reason."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Visits
from tests.browser.office import Office
from tests.browser.town import Town
from tests.browser.visitor import Visitor

OURS = Office()
SOUND, PAPER = OURS.certificate(), OURS.paper()
DEEPEST = 40
UNREADABLE = {
    "broken off": (b'{"a": 1', "不是一份完整的凭证"),
    "more than one": (b'{"a": 1} {}', "不是一份完整的凭证"),
    "a comma too many": (b'{"a": [1,]}', "不是一份完整的凭证"),
    "a name twice": (b'{"type": 1, "type": 2}', "成员“type”出现了两次"),
    "twice, written in two ways": (b'{"a": 1, "\\u0061": 2}', "成员“a”出现了两次"),
    "infinite": (b'{"a": 1e999}', "数字过大：1e999"),
    "a large number": (b'{"a": 9007199254740993}', "数字过大：9007199254740993"),
    "a long number": (b'{"a": 0.' + b"1" * 50 + b"}", "数字过大：0.1111"),
    "no number": (b'{"a": NaN}', "不是一份完整的凭证"),
    "null": (b'{"a": "\\u0000"}', "含有空字符"),
    "half a letter": (b'{"a": "\\ud800"}', "不成对的代理字符"),
    "deep": (b'{"a": ' * 50_000, "嵌套超过40层"),
    "one too deep": (b'{"a": ' * DEEPEST + b"[" + b"]" + b"}" * DEEPEST, "嵌套超过40层"),
    "many": (b"{" + b",".join(b'"%d": 1' % n for n in range(10_001)) + b"}", "超过10000个"),
    "another encoding": ('{"name": "王建国"}'.encode("gb18030"), "不是UTF-8编码"),
    "wide letters": ('{"name": "王建国"}'.encode("utf-16"), "不是UTF-8编码"),
    "bytes": (struct.pack(">I", 0x89504E47), "不是UTF-8编码"),
    "words": (b"not a certificate", "这不是证书上的二维码"),
    "nothing": (b"", "这不是证书上的二维码"),
}  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, 0, -1.5, "", "x", [], [None], [[]], {}, {"toString": 1}, [{"id": None}],
)  # fmt: skip
PLACES = (
    "@context", "type", "issuer", "validFrom", "validUntil", "credentialSubject",
    "credentialStatus", "proof",
)  # fmt: skip
IN_PROOF = ("created", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue")
IN_PAPER = ("type", "batch", "index", "salt", "path")

pytestmark = pytest.mark.browser


def told_of(visitor: Visitor, file: Any) -> str:
    """What the page says of a file that somebody chose."""
    visitor.page.evaluate("document.querySelector('[data-result]').replaceChildren()")
    visitor.page.locator("[data-file]").set_input_files(file)
    visitor.page.wait_for_selector("[data-result] .verdict")
    return visitor.settled().page.locator("[data-result]").inner_text()


def test_what_cannot_be_read_is_refused_with_the_reason(quiet_town: Town, visits: Visits) -> None:
    page = visits(quiet_town, phone=True).to("/certificates/offline/")
    for name, (content, says) in UNREADABLE.items():
        told = told_of(page, {"name": "a.json", "mimeType": "", "buffer": content})

        assert "无法判断" in told, name
        assert says in told, (name, told)


def test_a_file_of_fifty_megabytes_is_not_even_read(
    quiet_town: Town, visits: Visits, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(50 << 20)

    told = told_of(visits(quiet_town).to("/certificates/offline/"), huge)

    assert "文件超过1 MB" in told


def test_a_picture_that_is_none_is_told_so(quiet_town: Town, visits: Visits) -> None:
    visitor = visits(quiet_town).to("/certificates/offline/")
    none = {"name": "a.png", "mimeType": "image/png", "buffer": b"\x89PNG and no more"}
    visitor.page.locator("[data-picture]").set_input_files(none)

    visitor.page.wait_for_selector("[data-result] .verdict")
    visitor.settled().is_told("图片里没有找到二维码。请靠近、对正，光线亮一些再拍。")


def test_what_is_read_strictly_is_what_was_written(quiet_town: Town, visits: Visits) -> None:
    """Every way to write JSON: the reader agrees with the browser's own."""
    page = visits(quiet_town).to("/certificates/offline/").page
    written = [
        json.dumps(SOUND), json.dumps(PAPER, ensure_ascii=False, indent=2),
        ' { "a" : [ 1 , -0.5 , 2E+3 , true , null , "\\"\\\\\\/\\b\\n\\u738b" , { } , [ ] ] } ',
        '{"__proto__": {"a": 1}, "toString": 2}',
    ]  # fmt: skip

    for text in written:
        same = page.evaluate(
            """async (text) => {
              const { parse } = await import("verify/json");
              return JSON.stringify(parse(text)) === JSON.stringify(JSON.parse(text));
            }""",
            text,
        )
        assert same, text


def test_whatever_stands_anywhere_gets_an_answer(quiet_town: Town, visits: Visits) -> None:
    page = visits(quiet_town).to("/certificates/offline/")
    for document in changed():
        content = json.dumps(document, ensure_ascii=False).encode()
        told = told_of(page, {"name": "a.json", "mimeType": "", "buffer": content})

        assert "无法判断" in told, document


def changed() -> Iterator[Any]:
    """A certificate, or a paper, with something strange in one place."""
    (in_proof,), (in_paper,) = SOUND["proof"], PAPER["proof"]
    for value in ODD:
        yield value
        yield from ({**SOUND, place: value} for place in PLACES)
        yield from ({**PAPER, place: value} for place in PLACES)
        for place in IN_PROOF:
            yield {**SOUND, "proof": [{**in_proof, place: value}]}
        for place in IN_PAPER:
            yield {**PAPER, "proof": [{**in_paper, place: value}]}
