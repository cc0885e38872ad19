"""Certificates of the register by every suite, checked beside the JavaScript libraries.

Both read the same texts.  With keys at hand both do the same; in full ours asks the database for
key, status and the issuer's authority, while theirs have the issuer's document and its status list
at hand, and look into that; of authority they know nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, partial
from itertools import cycle
from typing import Any

from bench.credentials import peers
from bench.credentials.certificates import check_of
from bench.credentials.measuring import ROUND_S, Rate, Work, alone, in_turns
from gongtu.engines.credentials.checking.reading import parse
from gongtu.engines.credentials.choices import KeyKind, Purpose, Verdict
from gongtu.engines.credentials.contexts import FILES, text_of
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.dids import did_document
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.resolving import resolve
from gongtu.engines.credentials.services import publish_status_list, stamp
from gongtu.engines.credentials.suites import PROFILES, Document, Profile
from gongtu.engines.credentials.verify import verify
from gongtu.records.context import instant_of
from tests.registers.skills.sitting import DAY

CHECKED = 50
MULTIKEY = "https://w3id.org/security/multikey/v1"


def rates(rounds: int) -> Iterator[Rate]:
    """Ours in both ways, each with theirs, of each profile both know; the register is not empty."""
    rows = list(Credential.objects.order_by("pk")[:CHECKED])
    issuer = rows[0].issuer_organisation
    papers = {
        name: _papers(profile, issuer, [row.document for row in rows])
        for name, profile in PROFILES.items()
        if profile.kind != KeyKind.SM2
    }
    works = [
        (name, full, f"check {name} {how}", work(one))
        for name, one in papers.items()
        for full, how, work in ((False, "with keys at hand", _signed), (True, "in full", _judged))
    ]
    if what := peers.missing():
        for _name, _full, told, work in works:
            yield alone(told, "gongtu", work, rounds)
            yield Rate(told, peers.BY, missing=what)
        return
    carried = _carried(issuer, {row.status_list_id for row in rows})
    with peers.Libraries(carried, papers, stamp(DAY)) as libraries:
        for name, full, told, work in works:
            rate = alone(told, "gongtu", work, rounds)
            yield rate
            theirs = partial(libraries.rate, name, ROUND_S, full=full)
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


def _signed(papers: peers.Papers) -> Work:
    """The next paper, up to whose keys signed it."""
    keys = cache(resolve)
    checks = cycle([check_of(text.encode(), keys, instant_of(DAY)) for text in papers.genuine])

    def check() -> object:
        return next(checks)()

    return check


def _judged(papers: peers.Papers) -> Work:
    """The next paper, up to its verdict, once all are found as they are."""

    def verdict(text: str) -> Verdict:
        return verify(parse(text.encode()), on=DAY).verdict

    genuine = {verdict(text) for text in papers.genuine}
    if genuine != {Verdict.VALID} or Verdict.VALID in map(verdict, papers.tampered):
        raise SystemExit(f"{papers.suite} does not check.")
    texts = cycle(papers.genuine)
    return lambda: verdict(next(texts))


def _carried(issuer: int, lists: set[int]) -> dict[str, Any]:
    """The contexts, the issuer's document, each of its keys, and its lists of what was revoked."""
    said = did_document(issuer, "")
    keys = {key["id"]: {"@context": MULTIKEY, **key} for key in said["verificationMethod"]}
    contexts = {address: json.loads(text_of(address)) for address in FILES}
    published = [publish_status_list(one, Purpose.REVOCATION, on=DAY) for one in lists]
    return {**contexts, said["id"]: said, **keys, **{one["id"]: one for one in published}}
