"""Everything in a wallet as one archive, written while it is sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gongtu.engines.credentials import sdjwt
from gongtu.engines.credentials.dids import did_document
from gongtu.engines.credentials.documents import certificate as paper
from gongtu.engines.credentials.kinds import Recorded, kind_of, kinds, titled
from gongtu.engines.credentials.queries import list_held
from gongtu.parties.capacity import Capacity
from gongtu.records.context import acting_at
from gongtu.records.journal.queries import text_of
from gongtu.records.journal.services import write
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import history_of, list_certificates
from gongtu.registers.skills.services import photo_for
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.queries import (
    holder_in,
    list_elsewhere,
    list_shares,
    views_of,
)

READMES = ("readme.zh.md", "readme.en.md")
FOLDER = Path(__file__).parent
File = tuple[str, Callable[[], bytes]]
# Where a certificate of a number is checked.
AddressOf = Callable[[str], str]


def export(*, address: AddressOf, at: datetime, by: Capacity, on: date) -> Iterator[bytes]:
    """The archive in pieces, each made when it is asked for; that it was asked for is journaled.

    `at` is the instant at the door: what is signed on the way bears it, however long it takes.

    Raises:
        NotTheHolder: Nobody exports another's wallet.
    """
    person = holder_in(by)
    write(f"person:{person}", "exported", on=on, by=by, what={"person": str(person)})
    return _pieces(_files(person, address, on), at, on)


class _Outbox:
    """What the archive wrote and nobody has taken yet."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def write(self, b: bytes, /) -> int:
        self.waiting.append(bytes(b))
        return len(b)

    def flush(self) -> None:
        """Nothing to do: what waits is taken piece by piece."""

    def close(self) -> None:
        """Nor here."""

    def taken(self) -> bytes:
        pieces, self.waiting = self.waiting, []
        return b"".join(pieces)


def _pieces(files: Iterator[File], at: datetime, on: date) -> Iterator[bytes]:
    outbox, listed = _Outbox(), []
    with ZipFile(outbox, "w", ZIP_DEFLATED) as archive:
        for name, make in files:
            with acting_at(at):
                content = make()
            listed.append(_line(name, content))
            archive.writestr(_entry(name, on), content)
            yield outbox.taken()
        manifest = {"made_on": on.isoformat(), "files": listed}
        archive.writestr(_entry("manifest.json", on), _json(manifest))
    yield outbox.taken()


def _files(person: Any, address: AddressOf, on: date) -> Iterator[File]:
    for name in READMES:
        yield name, (FOLDER / name).read_bytes
    issuers = {}
    signed = {one.number: one for one in list_held(str(person))}
    for held in list_certificates(person):
        folder = f"certificates/{held.number}"
        if credential := signed.get(held.number):
            issuers[held.issuer_id] = held.issuer.name
            yield from _of_credential(folder, credential, address, on)
        else:
            yield f"{folder}/record.json", partial(_record, _as_recorded(held))
        yield f"{folder}/history.json", partial(_history, held)
    for other in signed.values():
        if folder := kind_of(other).folder:
            issuers[other.issuer_organisation] = other.document["issuer"]["name"]
            yield from _of_credential(f"{folder}/{other.number}", other, address, on)
    yield from _recorded(person, signed)
    for organisation, name in issuers.items():
        yield f"issuers/{organisation}.did.json", partial(_keys, organisation, name)
    for kept in list_elsewhere(person):
        yield f"elsewhere/{kept.pk}.json", partial(_json, kept.document)
    yield "shares.json", partial(_shares, person)


def _of_credential(folder: str, credential: Any, address: AddressOf, on: date) -> Iterator[File]:
    checked_at = address(credential.number)
    yield f"{folder}/credential.json", partial(_json, credential.document)
    yield f"{folder}/certificate.pdf", partial(_paper, credential, checked_at)
    yield f"{folder}/certificate.sd-jwt", partial(_presentation, credential, on)


def _recorded(person: Any, signed: Collection[str]) -> Iterator[File]:
    """What registers hold of somebody beside what was signed here, of every kind."""
    for kind in kinds():
        for one in kind.recorded(person):
            if one.number not in signed:
                yield f"{kind.folder}/{one.number}/record.json", partial(_record, one)


def _paper(credential: Any, checked_at: str) -> bytes:
    return paper(credential, address=checked_at, photo=photo_for(credential.number))


def _presentation(credential: Any, on: date) -> bytes:
    """All parts disclosed, to nobody in particular: its holder drops what is to stay back."""
    every = {part.value for part in Part}
    return sdjwt.present(credential, every, to=None, on=on).encode("ascii")


def _as_recorded(held: Any) -> Recorded:
    title = (held.occupation.name, Grade(held.grade))
    return Recorded(number=held.number, title=title, issuer=held.issuer, issued_on=held.issued_on)


def _record(recorded: Recorded) -> bytes:
    """What a register says of something that was never signed here."""
    issuer = recorded.issuer
    return _json(
        {
            "number": recorded.number,
            "title": _words(recorded.title),
            "issuer": issuer if isinstance(issuer, str) else issuer.name,
            "issued_on": recorded.issued_on.isoformat(),
        }
    )


def _words(title: Sequence[Any]) -> str:
    return " · ".join(str(getattr(word, "label", word)) for word in title)


def _keys(organisation: int, name: str) -> bytes:
    return _json(did_document(organisation, name))


def _history(held: Any) -> bytes:
    return _json(
        [
            {
                "number": event.certificate.number,
                "kind": event.kind,
                "on": event.on.isoformat(),
                "by": event.by_organisation.name if event.by_organisation else "",
                "told": event.told,
                "before": event.before,
                "after": event.after,
            }
            for event in history_of(held)
        ]
    )


def _shares(person: Any) -> bytes:
    return _json([_share(share) for share in list_shares(person)])


def _share(share: Any) -> dict[str, Any]:
    return {
        "certificate": share.credential.number,
        "title": _words(titled(share.credential)),
        "parts": [part.value for part in share.shown],
        "purpose": share.purpose,
        "made_on": share.made_on.isoformat(),
        "until": share.until.isoformat(),
        "ended_on": share.ended_on.isoformat() if share.ended_on else None,
        "views": [
            {"at": entry.at.isoformat(), "told": text_of(entry).split("\n")}
            for entry in views_of(share)
        ],
    }


def _line(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _entry(name: str, on: date) -> ZipInfo:
    entry = ZipInfo(name, date_time=(on.year, on.month, on.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    return entry


def _json(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf8")
