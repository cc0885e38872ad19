"""Binding all chains together from time to time.

A chain by itself shows a change within it; it cannot show that a whole chain, or its end, was
exchanged by somebody who computes all its hashes anew.  A seal can: published, printed or handed to
another body, it fixes how far every chain reached.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from gongtu.base import merkle
from gongtu.records.journal.hashing import canonical
from gongtu.records.journal.models import JournalEntry, JournalHead, Seal, SealedHead


@dataclass(frozen=True, slots=True)
class Proof:
    """That an entry stands in the journal as sealed: links to a sealed head, and its path.

    `hashes` run from the entry's own to the head's; `path` leads from the leaf to `root`.
    """

    chain: str
    seq: int
    hashes: tuple[str, ...]
    leaf: str
    index: int
    size: int
    path: tuple[str, ...]
    seal: int
    root: str


@transaction.atomic
def seal(at: datetime) -> Seal | None:
    """Seal the heads of the chains that grew since the last seal; None if none did.

    Writers are not held up: what they commit meanwhile falls to the next seal.
    """
    last = Seal.objects.order_by("-number").select_for_update().first()
    grown = JournalHead.objects.filter(seq__gt=F("sealed_seq")).order_by("chain")
    heads = [SealedHead(chain=h.chain, seq=h.seq, hash=h.hash) for h in grown]
    if not heads:
        return None
    new = Seal(
        number=last.number + 1 if last else 1,
        at=at,
        chains=len(heads),
        root=root_of(heads),
        previous=last.hash if last else "",
    )
    new.hash = seal_hash(new)
    new.save()
    for head in heads:
        head.seal = new
    SealedHead.objects.bulk_create(heads)
    sealed = SealedHead.objects.filter(seal=new)
    JournalHead.objects.filter(chain__in=sealed.values("chain")).update(
        sealed_seq=Subquery(sealed.filter(chain=OuterRef("chain")).values("seq")[:1])
    )
    return new


def root_of(heads: Iterable[SealedHead]) -> str:
    """The Merkle root (RFC 6962) over heads in the order of their chains' names."""
    return merkle.root([leaf_of(head) for head in heads]).hex()


def leaf_of(head: SealedHead) -> bytes:
    """What a seal says of one chain: name, length and hash, as canonical JSON."""
    return canonical({"chain": head.chain, "hash": head.hash, "seq": head.seq})


def seal_hash(seal: Seal) -> str:
    """SHA-256 over a seal and so over the seal before it."""
    told = {name: getattr(seal, name) for name in ("number", "chains", "root", "previous")}
    told["at"] = int(seal.at.timestamp() * 1_000_000)
    return hashlib.sha256(canonical(told)).hexdigest()


def find_proof(entry: JournalEntry) -> Proof | None:
    """How anybody can check that this entry was there when sealed; None before that."""
    sealed = SealedHead.objects.filter(chain=entry.chain, seq__gte=entry.seq)
    head = sealed.order_by("seal__number").select_related("seal").first()
    if head is None:
        return None
    heads = list(head.seal.heads.order_by("chain"))
    leaves, index = [leaf_of(one) for one in heads], [one.pk for one in heads].index(head.pk)
    links = JournalEntry.objects.filter(chain=entry.chain, seq__range=(entry.seq, head.seq))
    return Proof(
        chain=entry.chain,
        seq=entry.seq,
        hashes=tuple(links.order_by("seq").values_list("hash", flat=True)),
        leaf=leaves[index].decode(),
        index=index,
        size=len(leaves),
        path=tuple(step.hex() for step in merkle.proof(leaves, index)),
        seal=head.seal.number,
        root=head.seal.root,
    )
