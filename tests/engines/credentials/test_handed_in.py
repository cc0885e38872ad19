"""Finding the credential in what people hand in; what has none is told apart for people."""

from __future__ import annotations

import json
import time
import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from pypdf import PdfWriter

from gongtu.engines.credentials.handed_in import LARGEST_FILE, NoCredential, find_document
from gongtu.engines.credentials.qr import code, content
from tests.engines.credentials.documents import Signatory, envelope, jwt

DOCUMENT: dict[str, Any] = Signatory().signs(Signatory().credential(name="焊工证"))
TEXT = json.dumps(DOCUMENT, ensure_ascii=False)


def in_pdf(*files: tuple[str, bytes], password: str = "") -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    for name, attached in files:
        writer.add_attachment(name, attached)
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


def photographed(said: str | dict[str, Any], kind: str = "PNG") -> bytes:
    """A code on paper, a little askew."""
    drawn, out = BytesIO(), BytesIO()
    code("https://elsewhere.example/c/1/", said if isinstance(said, dict) else None).save(
        drawn, kind="png", scale=5, border=6
    )
    paper = Image.open(drawn).convert("RGB").rotate(7, expand=True, fillcolor="white")
    paper.save(out, kind)
    return out.getvalue()


def badge() -> bytes:
    told, out = PngImagePlugin.PngInfo(), BytesIO()
    told.add_itxt("openbadgecredential", TEXT)
    Image.new("RGB", (40, 40), "white").save(out, "PNG", pnginfo=told)
    return out.getvalue()


def blank(width: int = 60, height: int = 60) -> bytes:
    out = BytesIO()
    Image.new("1", (width, height), 1).save(out, "PNG")
    return out.getvalue()


BEARERS = {
    "file": TEXT.encode(),
    "file with a mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "PDF": in_pdf(("notes.txt", b"see inside"), ("credential.json", TEXT.encode())),
    "picture": photographed(DOCUMENT),
    "photograph": photographed(DOCUMENT, "JPEG"),
    "badge": badge(),
    "text of a code": content("https://elsewhere.example/c/1/", DOCUMENT).encode(),
}


@pytest.mark.parametrize("bearer", BEARERS)
def test_credential_is_found_in_whatever_bears_it(bearer: str) -> None:
    assert find_document(BEARERS[bearer]) == DOCUMENT


def test_token_is_a_credential_too() -> None:
    token = jwt()

    assert find_document(token.encode()) == envelope(token)


WITHOUT = {
    "nothing": (b"", "是空的", "JSON"),
    "bytes": (b"\x00\x01\x02", "认不出这个文件", "二维码"),
    "words": (b"not json", "普通文字", "JSON"),
    "wide letters": ("\ufeff{}".encode("utf-16-le"), "不是UTF-8编码", "重新下载"),
    "half a file": (b'{"a": 1', "第1行第8个字符", "重新下载"),
    "an address": (b"https://elsewhere.example/c/1", "只是一个网址", "下载"),
    "a presentation": (jwt().encode() + b"~WyJ4Il0~", "SD-JWT", "原件"),
    "another code": (b"https://elsewhere.example/#12345678901", "没有读出凭证", "JSON"),
    "a plain PDF": (in_pdf(), "没有附带签名的凭证", "原版PDF"),
    "a PDF with notes": (in_pdf(("notes.txt", b"only")), "没有附带签名的凭证", "原版PDF"),
    "a closed PDF": (in_pdf(("a.json", TEXT.encode()), password="x"), "打不开", "密码"),
    "half a PDF": (b"%PDF-1.7 and no more", "打不开", "重新下载"),
    "an archive": (b"PK\x03\x04 an archive", "压缩包", "解压"),
    "half a picture": (photographed("")[:-200], "图片打不开", "JSON"),
    "a blank picture": (blank(), "找不到二维码", "拍清楚"),
    "a picture of an address": (photographed(""), "只是一个网址", "下载"),
    "a huge picture": (blank(10_000, 7_000), "图片太大", "JSON"),
    "a huge file": (b" " * (LARGEST_FILE + 1), "超过10MB", "JSON"),
}


@pytest.mark.parametrize("handed_in", WITHOUT)
def test_what_has_none_is_told_apart_and_what_to_hand_in(handed_in: str) -> None:
    given_in, found, instead = WITHOUT[handed_in]

    with pytest.raises(NoCredential) as refused:
        find_document(given_in)

    assert found in str(refused.value)
    assert instead in str(refused.value)


def packed(files: int, size: int) -> bytes:
    """A PDF with so many files attached, each of which unpacks to so many blanks."""
    blanks, names = zlib.compress(b" " * size, 9), range(3, 3 + 2 * files, 2)
    attached = b"".join(b"(%d.json)%d 0 R" % (name, name) for name in names)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[%b]>>>>>>" % attached,
        b"<</Type/Pages/Kids[]/Count 0>>",
    ]
    for name in names:
        objects.append(b"<</Type/Filespec/F(%d.json)/EF<</F %d 0 R>>>>" % (name, name + 1))
        head = b"<</Length %d/Filter/FlateDecode>>" % len(blanks)
        objects.append(b"%b\nstream\n%b\nendstream" % (head, blanks))
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    told = (len(objects) + 1, table, len(objects) + 1, len(out))
    out += b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\n" % told[:3]
    return bytes(out) + b"startxref\n%d\n%%%%EOF" % told[3]


@pytest.mark.parametrize(
    ("files", "size", "says"),
    [(1, 8 * LARGEST_FILE, "打不开"), (500, LARGEST_FILE - 1, "没有附带签名的凭证")],
    ids=["one large file", "many files"],
)
def test_a_pdf_that_unpacks_to_much_is_refused_at_once(files: int, size: int, says: str) -> None:
    content, begun = packed(files, size), time.monotonic()
    assert len(content) < LARGEST_FILE

    with pytest.raises(NoCredential, match=says):
        find_document(content)

    assert time.monotonic() - begun < 2


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"{"]))
def test_no_bytes_break_it(tail: bytes, head: bytes) -> None:
    with suppress(NoCredential):
        find_document(head + tail)


@given(st.data())
def test_nor_does_a_damaged_pdf(data: st.DataObject) -> None:
    damaged = bytearray(BEARERS["PDF"])
    for _hit in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(8, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with suppress(NoCredential):
        find_document(bytes(damaged))
