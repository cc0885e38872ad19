"""Files: known by their content, refused before they are stored, kept once."""

import io
import os
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongtu.records.files.models import StoredFile
from gongtu.records.files.queries import get_file, open_file
from gongtu.records.files.services import TooBig, WrongKind, keep, path_of, safe_name, sweep

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
PDF = b"%PDF-1.7\nhello"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, settings: Any) -> None:
    settings.GONGTU_FILES_DIR = tmp_path / "files"


def kept(content: Any, name: str = "证明.pdf", kinds: tuple[str, ...] = ("pdf",)) -> StoredFile:
    return keep(content, name, by=None, on=DAY, kinds=kinds, limit=1_000_000)


def stored(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def office(part: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, "<x/>")
    return out.getvalue()


def test_a_file_is_kept_and_opened_again() -> None:
    file = kept(SimpleUploadedFile("x", PDF), "收入证明.pdf")

    with open_file(file.pk) as opened:
        assert opened.read() == PDF
    assert (file.name, file.kind, file.media_type, file.size) == (
        "收入证明.pdf", "pdf", "application/pdf", len(PDF),
    )  # fmt: skip
    assert get_file(file.pk) == file


@pytest.mark.parametrize(
    ("content", "kinds", "kind"),
    [
        (PNG, ("image",), "png"),
        (b"\xff\xd8\xff\xe0" + bytes(20), ("image",), "jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ("image",), "webp"),
        (office("word/document.xml"), ("docx",), "docx"),
        (office("xl/workbook.xml"), ("xlsx",), "xlsx"),
        ("姓名,等级\n王建国,高级工\n".encode(), ("text",), "text"),
        (("汉" * 5000).encode(), ("text",), "text"),
    ],
    ids=["png", "jpeg", "webp", "docx", "xlsx", "text", "text cut within a character"],
)
def test_a_kind_is_known_by_its_content(content: bytes, kinds: tuple[str, ...], kind: str) -> None:
    assert kept(content, kinds=kinds).kind == kind


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (b"MZ\x90\x00 an executable", ("pdf", "image")),
        (PNG, ("pdf",)),
        (b"", ("pdf", "text")),
        (b"PK\x03\x04 not a zip", ("xlsx",)),
        (office("evil.exe"), ("xlsx", "docx")),
        (office("word/document.xml"), ("xlsx",)),
        (b"<html>", ("pdf",)),
        ("张".encode("gb18030") * 20, ("text",)),
    ],
    ids=["executable", "picture", "empty", "no zip", "zip", "word for excel", "html", "gb18030"],
)
def test_another_kind_is_refused_and_leaves_nothing(
    content: bytes, kinds: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(WrongKind):
        kept(content, kinds=kinds)
    assert stored(tmp_path) == []
    assert not StoredFile.objects.exists()


class Endless:
    """An upload that says it is small and never ends."""

    def __init__(self, size: int | None) -> None:
        self.size, self.read = size, 0

    def chunks(self) -> Iterator[bytes]:
        yield PDF
        while True:
            self.read += 1 << 16
            yield bytes(1 << 16)


def test_two_gigabytes_are_refused_before_a_byte_is_read(tmp_path: Path) -> None:
    upload = Endless(size=2 << 30)

    with pytest.raises(TooBig, match=r"最大为1\.0 MB"):
        kept(upload)
    assert upload.read == 0
    assert stored(tmp_path) == []


def test_an_upload_that_lies_about_its_size_is_cut_off_at_the_limit(tmp_path: Path) -> None:
    upload = Endless(size=None)

    with pytest.raises(TooBig):
        kept(upload)
    assert upload.read <= 1_000_000 + (1 << 17)
    assert stored(tmp_path) == []


def test_equal_bytes_are_stored_once(tmp_path: Path) -> None:
    first, second = kept(PDF, "a.pdf"), kept(PDF, "b.pdf")

    assert first.pk != second.pk
    assert stored(tmp_path) == [path_of(first.sha256)]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/passwd", "passwd"),
        ("收入\u202efdp.证明", "收入fdp.证明"),
        ("  .  ", "file"),
        ('a<b>:"c|d?e*.pdf', "abcde.pdf"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_names_are_harmless(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_bytes_that_no_row_names_are_swept_after_a_day(tmp_path: Path) -> None:
    named, orphan, young = kept(PDF), kept(PDF + b"2"), kept(PDF + b"3")
    StoredFile.objects.exclude(pk=named.pk).delete()
    day_before_yesterday = 0
    for file in (named, orphan):
        os.utime(path_of(file.sha256), (day_before_yesterday, day_before_yesterday))
    now = datetime.fromtimestamp(path_of(young.sha256).stat().st_mtime, UTC) + timedelta(hours=1)

    assert sweep(at=now) == 1
    assert set(stored(tmp_path)) == {path_of(named.sha256), path_of(young.sha256)}
