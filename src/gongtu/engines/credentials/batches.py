"""Many papers under one signature: entered lot by lot, sealed once, each handed out with its proof.

A lot is one transaction, so that whatever stops the work, the next run goes on behind the last lot.
What is kept of a paper is itself and its place; its way up to the root is read from two or three
tiles of the tree when somebody asks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from gongtu.base import merkle
from gongtu.base.errors import Broken
from gongtu.engines.credentials.building import Issuer, Order, build_batch, build_document
from gongtu.engines.credentials.inclusion import (
    leaf_of,
    new_salt,
    proof_in,
    reference,
    with_proof,
)
from gongtu.engines.credentials.models import BatchTile, CredentialBatch
from gongtu.engines.credentials.practice import practice
from gongtu.engines.credentials.services import NOTHING_BECAME, save_all, stamp, take_places
from gongtu.engines.credentials.suites import Document
from gongtu.parties.queries import get_organisation
from gongtu.records.journal.services import Actor, write
from gongtu.records.rows import insert_rows

# A lot begins where a tile does.
LOT = 4 * merkle.TILE
NAME = re.compile(r"urn:gongtu:batch:(\d{1,18})")
TILE_COLUMNS = ("batch_id", "level", "number", "heads")


def name_of(batch: int) -> str:
    """The batch as its papers name it."""
    return f"urn:gongtu:batch:{batch}"


def open_batch(kind: str, source: str, *, issuer_organisation: int) -> CredentialBatch:
    """The batch of what was read from a source: begun now, or where an earlier run left it."""
    batch, _begun = CredentialBatch.objects.get_or_create(
        organisation=issuer_organisation, kind=kind, source=source
    )
    return batch


@transaction.atomic
def add_lot(batch_id: int, after: int, orders: Sequence[Order], *, on: date) -> bool:
    """Enter the papers that follow the first `after`; False: somebody entered them meanwhile.

    Raises:
        NumberTaken: One of the numbers stands for another credential already.
    """
    batch = CredentialBatch.objects.select_for_update().get(pk=batch_id)
    if batch.size != after or batch.document is not None:
        return False
    if after % merkle.TILE:
        raise Broken("Only the last lot of a batch ends within a tile.")
    issuer = Issuer(batch.organisation, get_organisation(batch.organisation).name)
    rows, heads = [], []
    places = take_places(issuer.organisation, "", len(orders))
    for at, (one, (held, place)) in enumerate(zip(orders, places, strict=True), after):
        said = build_document(
            one, kind=batch.kind, issuer=issuer, status_list=held.pk, status_index=place
        )
        salt = new_salt()
        heads.append(merkle.head_of(leaf_of(said, salt)))
        document = with_proof(said, reference(name_of(batch.pk), at, salt))
        rows.append(
            (
                one.number, batch.kind, _compact(document), issuer.organisation, on,
                one.valid_until, one.holder_index, held.pk, place, *NOTHING_BECAME,
            )
        )  # fmt: skip
    save_all(rows)
    _keep_leaves(batch, b"".join(heads))
    batch.size += len(orders)
    batch.save(update_fields=["size"])
    return True


@transaction.atomic
def seal(batch_id: int, *, by: Actor, on: date) -> CredentialBatch:
    """Sign the root of what was entered; a batch that is sealed already stays as it is."""
    batch = CredentialBatch.objects.select_for_update().get(pk=batch_id)
    if batch.document is not None:
        return batch
    top = _grow(batch)
    issuer = Issuer(batch.organisation, get_organisation(batch.organisation).name)
    said = build_batch(
        name_of(batch.pk), issuer, size=batch.size, root=merkle.root_of_tile(top), on=on
    )
    signing = practice(batch.organisation, on=on)
    batch.document, batch.sealed_on = signing.prove(said, created=stamp(on)), on
    batch.save(update_fields=["document", "sealed_on"])
    what = {"batch": batch.pk, "organisation": batch.organisation, "size": batch.size}
    write(f"batch:{batch.pk}", "sealed", on=on, by=by, what=what)
    return batch


def is_in(document: Document, name: str) -> bool:
    """Whether a document that is kept belongs to the batch of that name."""
    return (proof_in(document) or {}).get("batch") == name


def is_kept_short(document: Any) -> bool:
    """Whether it is as the register keeps it: without its batch and its way up."""
    proof = proof_in(document)
    return proof is not None and isinstance(proof.get("batch"), str)


def complete(document: Document) -> Document | None:
    """The document with its batch and its way up; None: its batch is unknown, or not sealed yet."""
    proof = proof_in(document) or {}
    batch = _sealed(proof.get("batch"))
    index = proof.get("index")
    if batch is None or type(index) is not int or not 0 <= index < batch.size:
        return None
    heads = _tiles(batch, index)
    path = merkle.proof_by_tiles(index, batch.size, lambda *where: heads[where])
    told = {"batch": batch.document, "path": [head.hex() for head in path]}
    return with_proof(document, {**proof, **told})


def _compact(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _sealed(name: Any) -> CredentialBatch | None:
    named = NAME.fullmatch(name) if isinstance(name, str) else None
    if named is None:
        return None
    return CredentialBatch.objects.filter(pk=int(named[1]), document__isnull=False).first()


def _tiles(batch: CredentialBatch, index: int) -> dict[tuple[int, int], bytes]:
    where = Q()
    for level, number in merkle.tiles_of(index, batch.size):
        where |= Q(level=level, number=number)
    found = batch.tiles.filter(where).values_list("level", "number", "heads")
    return {(level, number): bytes(heads) for level, number, heads in found}


def _keep_leaves(batch: CredentialBatch, heads: bytes) -> None:
    width, first = merkle.TILE * merkle.DIGEST, batch.size // merkle.TILE
    cut = range(0, len(heads), width)
    tiles = [(batch.pk, 0, number, heads[at : at + width]) for number, at in enumerate(cut, first)]
    insert_rows(BatchTile, TILE_COLUMNS, tiles)


def _grow(batch: CredentialBatch) -> bytes:
    """Keep the tiles above the leaves; the topmost of all."""
    own = batch.tiles.filter(level=0).order_by("number").values_list("heads", flat=True)
    leaves = b"".join(map(bytes, own.iterator()))
    above = list(merkle.tiles(leaves))
    insert_rows(BatchTile, TILE_COLUMNS, [(batch.pk, *tile) for tile in above])
    return above[-1][2] if above else leaves
