"""Papers that are signed together: one signature over a tree, and for each the way up to its root.

The leaf is a salt and the credential without its proof, written canonically: whoever holds one
paper sees digests of others, and cannot try out what they say.  What is checked here needs nothing
but the document and the issuer's key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from secrets import token_hex
from typing import Any, Final

from django.utils.translation import gettext as _

from gongtu.base import merkle
from gongtu.engines.credentials.building import BATCH, TREE
from gongtu.engines.credentials.checking.model import credential_problems
from gongtu.engines.credentials.checking.problem import Problem, Problems, ProblemType
from gongtu.engines.credentials.checking.reading import Unreadable, check_extent
from gongtu.engines.credentials.checking.terms import term_problems
from gongtu.engines.credentials.checking.values import type_names
from gongtu.engines.credentials.dids import Resolved
from gongtu.engines.credentials.genuine import CONTROL, Demand, Findings, Keys, Kind, signers
from gongtu.engines.credentials.issuers import issuer_id
from gongtu.engines.credentials.suites import Document
from gongtu.engines.credentials.suites.jcs import canonical

TYPE: Final = "MerkleInclusionProof"
WHERE = "/proof/0"
DIGEST, SALT = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{32}")
HIGHEST = 64
MEMBERS = {"type", "batch", "index", "salt", "path"}


def new_salt() -> str:
    """Sixteen bytes that nobody guesses."""
    return token_hex(16)


def leaf_of(document: Mapping[str, Any], salt: str) -> bytes:
    """What stands in the tree for a document."""
    bare = {name: value for name, value in document.items() if name != "proof"}
    return bytes.fromhex(salt) + canonical(bare)


def reference(batch: str, index: int, salt: str) -> Document:
    """The proof as it is kept: the batch by its name, the way up is read when it is asked for."""
    return {"type": TYPE, "batch": batch, "index": index, "salt": salt}


def proof_in(document: Any) -> Document | None:
    """The inclusion proof that stands alone under a document; None: it is signed otherwise."""
    proofs = document.get("proof") if isinstance(document, dict) else None
    if isinstance(proofs, list) and len(proofs) == 1 and isinstance(proofs[0], dict):
        return proofs[0] if proofs[0].get("type") == TYPE else None
    return None


def with_proof(document: Document, proof: Document) -> Document:
    """The document under this proof alone; a list, as Open Badges has it."""
    return {**document, "proof": [proof]}


def as_kept(document: Document) -> Document:
    """The document as it stands on record: its batch by its name, if it lies in one."""
    proof = proof_in(document)
    if proof is None:
        return document
    batch = proof.get("batch")
    named = batch.get("id") if isinstance(batch, dict) else batch
    return with_proof(
        document,
        {"type": TYPE, "batch": named} | {name: proof.get(name) for name in ("index", "salt")},
    )


def verify_inclusion(document: Any, *, keys: Keys, now: datetime) -> Findings:
    """Whether the document is whole, lies in its batch, and its issuer signed that; no database.

    It tells nothing of authority and status, which only a register knows.
    """
    found = Findings()
    included(document, found, keys=keys, now=now)
    return found


def included(document: Any, found: Findings, *, keys: Keys, now: datetime) -> list[Resolved]:
    """Whose keys signed the batch in which exactly this document lies; nobody's if one step fails.

    The document carries the batch and the whole path.
    """
    if not _is_whole(document, found):
        return []
    proof = proof_in(document) or {}
    batch = proof["batch"]
    if not _is_in(document, proof, batch["credentialSubject"], found):
        return []
    if issuer_id(batch) != issuer_id(document):
        says = _("批次由另一单位签发")
        found.refuse("key", [Problem(f"{WHERE}/batch/issuer", says, CONTROL)])
        return []
    told = Findings()
    by = signers(batch, SIGNED, told, keys=keys, demand=Demand(), now=now)
    # Of the batch's own steps those are told that the paper does not have itself.
    found.steps += [
        step for step in told.steps if step.key in ("key", "signature") or step.passed is False
    ]
    return by


def _is_whole(document: Any, found: Findings) -> bool:
    try:
        check_extent(document)
    except Unreadable as unreadable:
        return found.refuse("structure", [unreadable.problem])
    wrong = [*credential_problems(document), *_proof_problems(proof_in(document) or {})]
    if wrong:
        return found.refuse("structure", wrong)
    found.tell("structure", True, _("完整"))
    bare = {name: value for name, value in document.items() if name != "proof"}
    if unexplained := term_problems(bare):
        return found.refuse("contexts", unexplained)
    return found.tell("contexts", True, _("都已知"))


def _is_in(document: Document, proof: Document, tree: Document, found: Findings) -> bool:
    if _leads(document, proof, tree):
        return found.tell("inclusion", True, _("与批次的根相符"))
    says = _("与批次的根不符，内容已被改动")
    problem = Problem(f"{WHERE}/path", says, ProblemType.PROOF_VERIFICATION)
    return found.tell("inclusion", False, says, [problem])


def _leads(document: Document, proof: Document, tree: Document) -> bool:
    path, head = list(map(bytes.fromhex, proof["path"])), bytes.fromhex(tree["rootHash"])
    try:
        leaf = leaf_of(document, proof["salt"])
    except (ValueError, RecursionError):  # it has no canonical form
        return False
    return merkle.verify(leaf, proof["index"], tree["treeSize"], path, head)


def _proof_problems(proof: Document) -> Problems:
    """A proof with exactly its members, each in its one form of writing."""
    for name in sorted(MEMBERS ^ proof.keys()):
        says = _("缺少这一项") if name in MEMBERS else _("不认识的一项")
        yield Problem(f"{WHERE}/{name}", says)
    if type(proof.get("index")) is not int or proof["index"] < 0:
        yield Problem(f"{WHERE}/index", _("应为非负整数"))
    if not _is_hex(proof.get("salt"), SALT):
        yield Problem(f"{WHERE}/salt", _("应为小写十六进制"))
    path = proof.get("path")
    if not isinstance(path, list) or len(path) > HIGHEST or not _are_hex(path):
        yield Problem(f"{WHERE}/path", _("应为摘要的列表，写成小写十六进制"))
    batch = proof.get("batch")
    if not isinstance(batch, dict):
        yield Problem(f"{WHERE}/batch", _("不是JSON对象"))
        return
    for problem in _batch_problems(batch):
        yield problem.under(f"{WHERE}/batch")


def _batch_problems(batch: Document) -> Problems:
    """A credential that says of a tree how large it is and which root it has."""
    wrong = list(credential_problems(batch))
    yield from wrong
    if wrong:
        return
    tree = batch["credentialSubject"]
    if BATCH not in type_names(batch["type"]) or not isinstance(batch.get("id"), str):
        yield Problem("/type", _("应含%(value)s") % {"value": BATCH})
    if not isinstance(tree, dict) or TREE not in type_names(tree.get("type")):
        yield Problem("/credentialSubject/type", _("应含%(value)s") % {"value": TREE})
        return
    if type(tree.get("treeSize")) is not int or tree["treeSize"] < 1:
        yield Problem("/credentialSubject/treeSize", _("应为正整数"))
    if not _is_hex(tree.get("rootHash"), DIGEST):
        yield Problem("/credentialSubject/rootHash", _("应为小写十六进制"))


def _is_hex(value: Any, shape: re.Pattern[str]) -> bool:
    return isinstance(value, str) and shape.fullmatch(value) is not None


def _are_hex(values: Iterable[Any]) -> bool:
    return all(_is_hex(value, DIGEST) for value in values)


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


SIGNED: Final = Kind(_batch_problems, lambda batch: ("issuer", issuer_id(batch)))
