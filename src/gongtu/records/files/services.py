"""Keeping a file: what it is and how big it is are known before it is stored."""

import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.records.files.models import StoredFile
from gongtu.records.files.sniffing import (
    HEAD,
    KINDS,
    MEDIA_TYPES,
    TITLES,
    kind_of_head,
    kind_of_zip,
)
from gongtu.records.journal.services import Actor

PIECE = 1 << 20
NAME_LENGTH = 120
# A file whose row was rolled back lies about; a day leaves every transaction time to end.
ORPHAN_AFTER = timedelta(days=1)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')


class TooBig(Refused):
    """The file is larger than is accepted here."""


class WrongKind(Refused):
    """The file's content is none of the kinds asked for."""


class Upload(Protocol):
    """What a door hands over: Django's UploadedFile is one."""

    @property
    def size(self) -> int | None: ...
    def chunks(self) -> Iterable[bytes]: ...


def keep(
    content: Upload | bytes,
    name: str,
    *,
    by: Actor | None,
    on: date,
    kinds: tuple[str, ...],
    limit: int,
) -> StoredFile:
    """Check and keep a file; equal bytes are stored once.

    `kinds` are keys of `sniffing.KINDS` (`"pdf"`, `"image"`, `"xlsx"`, …), `limit` counts bytes.

    Raises:
        TooBig: Said by its size before anything is read, or found while it is read.
        WrongKind: Found by its first bytes, before anything is stored.
    """
    size = len(content) if isinstance(content, bytes) else content.size
    if size is not None and size > limit:
        raise too_big(limit)
    with _arriving() as incoming:
        digest, size, kind = _receive(_pieces(content), incoming, kinds=kinds, limit=limit)
        _settle(incoming, path_of(digest))
    return StoredFile.objects.create(
        name=safe_name(name),
        kind=kind,
        media_type=MEDIA_TYPES[kind],
        size=size,
        sha256=digest,
        kept_on=on,
        kept_by_account=by.account if by else None,
    )


def sweep(*, at: datetime) -> int:
    """Remove stored bytes that no row names and that are older than a day; how many files went."""
    gone = 0
    for file in settings.GONGTU_FILES_DIR.glob("*/*"):
        old = file.stat().st_mtime < (at - ORPHAN_AFTER).timestamp()
        if old and not StoredFile.objects.filter(sha256=file.name).exists():
            file.unlink()
            gone += 1
    return gone


def path_of(sha256: str) -> Path:
    """Where the bytes of this digest lie."""
    return Path(settings.GONGTU_FILES_DIR) / sha256[:2] / sha256


def safe_name(name: str) -> str:
    r"""A name to show and to download under: no path, no control or direction signs, not long.

    >>> safe_name("../../etc/pass\x00wd.pdf"), safe_name("..")
    ('passwd.pdf', 'file')
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, ending = _UNSAFE.sub("", last).strip(" .").rpartition(".")
    return ((stem[: NAME_LENGTH - len(ending) - 1] + dot) + ending)[-NAME_LENGTH:] or "file"


def _receive(
    pieces: Iterator[bytes], incoming: Path, *, kinds: tuple[str, ...], limit: int
) -> tuple[str, int, str]:
    first = next(pieces, b"")
    kind = kind_of_head(first[:HEAD])
    accepted = {kind for asked in kinds for kind in KINDS[asked]}
    if kind not in accepted and not (kind == "zip" and accepted & {"docx", "xlsx"}):
        raise _wrong_kind(kinds)
    digest, size = _write(first, pieces, incoming, limit)
    if kind == "zip":
        kind = kind_of_zip(incoming)
    if kind not in accepted:
        raise _wrong_kind(kinds)
    return digest, size, kind


def _write(first: bytes, rest: Iterator[bytes], incoming: Path, limit: int) -> tuple[str, int]:
    digest, size, piece = hashlib.sha256(), 0, first
    with incoming.open("wb") as out:
        while piece:
            size += len(piece)
            if size > limit:
                raise too_big(limit)
            digest.update(piece)
            out.write(piece)
            piece = next(rest, b"")
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest(), size


def _pieces(content: Upload | bytes) -> Iterator[bytes]:
    if isinstance(content, bytes):
        for start in range(0, len(content), PIECE):
            yield content[start : start + PIECE]
    else:
        yield from (piece for piece in content.chunks() if piece)


@contextmanager
def _arriving() -> Iterator[Path]:
    """A place on the same disk for bytes that are not kept yet; what remains there goes."""
    folder = Path(settings.GONGTU_FILES_DIR) / ".incoming"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as place:
        yield Path(place) / "file"


def _settle(incoming: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        place.touch()  # young again, so that no sweep takes it before its row is there
    else:
        incoming.replace(place)


def too_big(limit: int) -> TooBig:
    """The refusal of a file of more bytes than that."""
    return TooBig(_("文件太大，最大为%(limit)s MB。") % {"limit": round(limit / 1_000_000, 1)})


def _wrong_kind(kinds: tuple[str, ...]) -> WrongKind:
    titles = "、".join(TITLES[kind] for kind in kinds)
    return WrongKind(_("文件的内容不是%(kinds)s，请换一个文件。") % {"kinds": titles})
