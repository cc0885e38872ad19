"""What a file is, by its content; its name and what the browser says of it count for nothing."""

import zipfile
from pathlib import Path

HEAD = 4096
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text": "text/plain; charset=utf-8",
}
# What a declaration may ask for → what it then accepts.
KINDS = {kind: (kind,) for kind in MEDIA_TYPES} | {"image": ("png", "jpeg", "webp")}
TITLES = {
    "pdf": "PDF", "image": "图片（PNG、JPEG、WebP）", "png": "PNG", "jpeg": "JPEG", "webp": "WebP",
    "docx": "Word文档", "xlsx": "Excel表格", "text": "纯文本（UTF-8）",
}  # fmt: skip
_OFFICE_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f"))


def kind_of_head(head: bytes) -> str:
    r"""The kind told by a file's first bytes; `zip` calls for `kind_of_zip`, empty is unknown.

    >>> [kind_of_head(head) for head in (b"%PDF-1.7", "张三,高级工".encode(), b"MZ\x90\x00")]
    ['pdf', 'text', '']
    """
    for start, kind in (
        (b"%PDF-", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff", "jpeg"),
    ):
        if head.startswith(start):
            return kind
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    return "text" if head and _is_text(head) else ""


def kind_of_zip(file: Path) -> str:
    """Which office document a ZIP file is, by the parts it must have; empty if none."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = set(archive.namelist())
    except zipfile.BadZipFile:
        return ""
    if "[Content_Types].xml" not in parts:
        return ""
    return next((kind for part, kind in _OFFICE_PARTS.items() if part in parts), "")


def _is_text(head: bytes) -> bool:
    if head.translate(None, _CONTROL) != head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # The head may end within a character; anything earlier is no UTF-8.
        return len(head) == HEAD and error.start > HEAD - 4
    return True
