"""The credential in what people hand in: a file of its own, a PDF, a picture, or text.

What a file is is told by its content.  Nothing that is found here is believed yet: `verify` comes
after.  What has no credential in it is answered with what it is, and what to hand in instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import PyPdfError

from gongtu.base.errors import Refused
from gongtu.base.pictures import NoPicture, badge_in, codes_in, opened
from gongtu.engines.credentials.carried import is_code, read
from gongtu.engines.credentials.checking.reading import LARGEST, Unreadable, parse
from gongtu.engines.credentials.enveloped import envelope
from gongtu.records.files.sniffing import HEAD, KINDS, kind_of_head

# A PDF with fonts and a photo of a paper has some megabytes.
LARGEST_FILE = 10_000_000
# A certificate has a file attached, or a few; a PDF made to harm has thousands that unpack to much.
MOST_ATTACHED = 10
CAREFUL = Configuration(
    zlib_maximum_output_length=LARGEST_FILE, lzw_maximum_output_length=LARGEST_FILE,
    brotli_maximum_output_length=LARGEST_FILE, run_length_maximum_output_length=LARGEST_FILE,
)  # fmt: skip
BOM = b"\xef\xbb\xbf"
# How files begin that some editors write in two bytes a letter.
WIDE = (b"\xff\xfe", b"\xfe\xff")
_JWT = re.compile(r"eyJ[\w-]*\.[\w-]+\.[\w-]+")
_ADDRESS = re.compile(r"https?://\S+")
# A PDF made to harm breaks its reader in ways that the reader has no name for.
_BROKEN_PDF = (
    PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip


class NoCredential(Refused):
    """There is none in it, or none that can be read: what it is, and what to hand in instead."""


def find_document(content: bytes) -> Any:
    """The credential, or whatever JSON stands in its place.

    Raises:
        NoCredential: With what was found, and what to hand in instead.
    """
    check_file_size(len(content))
    content = content.removeprefix(BOM)
    kind = kind_of_head(content[:HEAD])
    if kind == "pdf":
        return _in_pdf(content)
    if kind in KINDS["image"]:
        return _in_picture(content)
    if kind == "text" or content.lstrip().startswith((b"{", b"[")):
        return _in_text(content)
    if content.startswith(WIDE):
        return _json(content)
    if kind == "zip":
        says = _("这是一个压缩包或者Office文件。请先解压，再交里面的凭证文件（.json）或者PDF。")
        raise NoCredential(says)
    raise NoCredential(_("认不出这个文件。"), _wanted())


def check_file_size(size: int) -> None:
    """Raises `NoCredential`; asked before anything is read."""
    if not size:
        raise NoCredential(_("这个文件是空的。"), _wanted())
    if size > LARGEST_FILE:
        most = {"most": LARGEST_FILE // 1_000_000}
        raise NoCredential(_("文件超过%(most)dMB，凭证没有这么大。") % most, _wanted())


def _wanted() -> str:
    return _("请交凭证文件（JSON）、带凭证的PDF证书，或者拍下证书二维码的照片。")


def _in_pdf(content: bytes) -> Any:
    try:
        with apply_configuration(CAREFUL):
            attached = next(_attached(content), None)
    except _BROKEN_PDF:
        raise NoCredential(_("这份PDF打不开，可能残缺或者加了密码。请重新下载以后再交。")) from None
    if attached is None:
        says = _("这份PDF里没有附带签名的凭证，只有版面。扫描件、打印后另存的都没有。")
        raise NoCredential(says, _("请向发证单位要原版PDF或者凭证文件（JSON）。"))
    return _in_text(attached)


def _attached(content: bytes) -> Iterator[bytes]:
    """Files in a PDF that may be a credential: JSON, by the look of it, and not too large."""
    for one in islice(PdfReader(BytesIO(content)).attachment_list, MOST_ATTACHED):
        inner = one.content
        if inner.lstrip(BOM + b" \r\n\t").startswith(b"{") and len(inner) <= LARGEST:
            yield inner


def _in_picture(content: bytes) -> Any:
    try:
        picture = opened(content)
    except NoPicture as unreadable:
        raise NoCredential(*unreadable.reasons, _wanted()) from None
    if badge := badge_in(picture):
        return _in_text(badge.encode())
    if not (said := codes_in(picture)):
        says = _("照片里找不到二维码。请把二维码拍满、拍正、拍清楚，避开反光，再交一次。")
        raise NoCredential(says, _("手边有凭证文件（JSON）或者PDF的，交文件更可靠。"))
    return _in_text(next(filter(is_code, said), said[0]).encode())


def _in_text(content: bytes) -> Any:
    """JSON, a code's digits or a JWT; anything else is told apart as far as people would."""
    text = content.removeprefix(BOM).decode(errors="replace").strip()
    if text.startswith(("{", "[")):
        return _json(content.removeprefix(BOM))
    if is_code(text):
        return _carried(text)
    if _JWT.fullmatch(text):
        return envelope(text)
    if _JWT.match(text) and "~" in text:
        says = _("这是出示给别人看的文件（SD-JWT），只有证书的一部分。请交证书原件。")
        raise NoCredential(says, _wanted())
    if _ADDRESS.fullmatch(text):
        says = _("这里面只是一个网址：%(address)s，没有凭证本身。") % {"address": text[:200]}
        raise NoCredential(says, _("请打开它，把凭证文件（JSON）或者PDF证书下载下来再交。"))
    raise NoCredential(_("这是一段普通文字，不是签名的凭证。"), _wanted())


def _json(content: bytes) -> Any:
    try:
        return parse(content)
    except Unreadable as unreadable:
        says = _("这像是凭证文件（JSON），但读不出来：%(why)s。") % {"why": unreadable}
        raise NoCredential(says, _("请不要改动，重新下载完整的文件再交。")) from None


def _carried(text: str) -> Any:
    try:
        return read(text)
    except Unreadable as unreadable:
        raise NoCredential(
            _("二维码里没有读出凭证：%(why)s。") % {"why": unreadable} + _wanted()
        ) from None
