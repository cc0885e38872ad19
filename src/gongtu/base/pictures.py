"""Pictures from strangers: looked at within limits, and never passed on as they came."""

from __future__ import annotations

from io import BytesIO
from typing import cast

import zxingcpp
from PIL import Image, ImageOps

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _

CODES = zxingcpp.barcode_formats_from_str("QRCode")
KINDS = ("PNG", "JPEG", "WEBP")
# More than phones take; what unpacks to more is made to fill memory.
MOST_PIXELS = 60_000_000
# Where Open Badges keep the credential of a picture that is one (“baking”, a text chunk of PNG).
BADGE = "openbadgecredential"
QUALITY = 88


class NoPicture(Refused):
    """It is no picture that can be opened, or a larger one than is opened here."""


def opened(content: bytes) -> Image.Image:
    """The picture, read to its last line.

    Raises:
        NoPicture: No PNG, JPEG or WebP, a damaged one, or too many pixels.
    """
    try:
        picture = Image.open(BytesIO(content), formats=KINDS)
        if picture.width * picture.height > MOST_PIXELS:
            most = MOST_PIXELS // 1_000_000
            raise NoPicture(_("图片太大，最多%(most)d百万像素。") % {"most": most})
        picture.load()
    except (OSError, SyntaxError, ValueError) as unreadable:
        raise NoPicture(_("图片打不开，可能残缺。")) from unreadable
    return cast("Image.Image", picture)


def portrait(
    picture: Image.Image, *, size: tuple[int, int], least: tuple[int, int]
) -> bytes | None:
    """The middle of the picture as a JPEG of that size, made anew from what is seen alone.

    None where it is smaller than `least`, once it stands upright.
    """
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    if upright.width < least[0] or upright.height < least[1]:
        return None
    seen = Image.new("RGB", upright.size, "white")
    seen.paste(upright, mask=upright)
    out = BytesIO()
    ImageOps.fit(seen, size, Image.Resampling.LANCZOS).save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def codes_in(picture: Image.Image) -> list[str]:
    """What the QR codes in a picture say."""
    grey = picture.convert("L")
    return [code.text for code in zxingcpp.read_barcodes(grey, formats=CODES)]


def badge_in(picture: Image.Image) -> str:
    """The credential that a picture of an Open Badge has in it; empty where there is none."""
    texts: dict[str, str] = getattr(picture, "text", {})
    return texts.get(BADGE, "")
