"""Certificates of the register by every suite, checked in full, beside the JavaScript libraries.

Ours reads the text, and asks for key, status and the issuer's authority in the database.  Theirs
read the same text, and have the keys and a good word about the status at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from typing import Any

from bench.credentials import peers
from bench.credentials.measuring import ROUND_S, Rate, Work, alone, in_turns
from gongtu.engines.credentials.checking.reading import parse
from gongtu.engines.credentials.choices import KeyKind, Verdict
from gongtu.engines.credentials.contexts import FILES, text_of
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.dids import did_document
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.services import stamp
from gongtu.engines.credentials.suites import PROFILES, Document, Profile
from gongtu.engines.credentials.verify import verify
from tests.registers.skills.sitting import DAY

CHECKED = 50
MULTIKEY = "https://w3id.org/security/multikey/v1"


def rates(rounds: int) -> Iterator[Rate]:
    """Ours, then theirs, of each profile that both know; the register has certificates."""
    rows = list(Credential.objects.order_by("pk")[:CHECKED])
    issuer = rows[0].issuer_organisation
    papers = {
        name: _papers(profile, issuer, [row.document for row in rows])
        for name, profile in PROFILES.items()
        if profile.kind != KeyKind.SM2
    }
    ours = {name: (_checked(one), f"check {name} in full") for name, one in papers.items()}
    if what := peers.missing():
        for work, told in ours.values():
            yield alone(told, "gongtu", work, rounds)
            yield Rate(told, peers.BY, missing=what)
        return
    with peers.Libraries(_carried(issuer), papers, stamp(DAY)) as libraries:
        for name, (work, told) in ours.items():
            rate = alone(told, "gongtu", work, rounds)
            yield rate
            theirs = partial(libraries.rate, name, ROUND_S)
            yield in_turns(rate, work, peers.BY, theirs, rounds)


def _papers(profile: Profile, issuer: int, documents: list[Document]) -> peers.Papers:
    """The documents signed anew by this profile, and once more with another name."""
    whose = identity(issuer, on=DAY, kind=profile.kind)
    genuine = [
        sign(
            {name: value for name, value in document.items() if name != "proof"},
            whose.signer, method=whose.method, suite=profile.suite, created=stamp(DAY),
        )
        for document in documents
    ]  # fmt: skip
    other = {**genuine[0]["credentialSubject"], "name": "某人"}
    return peers.Papers(
        profile.suite.name,
        [json.dumps(one, ensure_ascii=False) for one in genuine],
        [json.dumps({**genuine[0], "credentialSubject": other}, ensure_ascii=False)],
    )


def _checked(papers: peers.Papers) -> Work:
    """A check of the next paper, once all are found as they are."""

    def verdict(text: bytes) -> Verdict:
        return verify(parse(text), on=DAY).verdict

    texts = [text.encode() for text in papers.genuine]
    if any(verdict(text) != Verdict.VALID for text in texts) or any(
        verdict(text.encode()) == Verdict.VALID for text in papers.tampered
    ):
        raise SystemExit(f"{papers.suite} does not check.")
    turn = cycle(texts)
    return lambda: verdict(next(turn))


def _carried(issuer: int) -> dict[str, Any]:
    """The contexts, the issuer's document, and each of its keys."""
    said = did_document(issuer, "")
    keys = {key["id"]: {"@context": MULTIKEY, **key} for key in said["verificationMethod"]}
    contexts = {address: json.loads(text_of(address)) for address in FILES}
    return {**contexts, said["id"]: said, **keys}
