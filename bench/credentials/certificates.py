"""Whole certificates: made with each proof, and checked from their text to the verdict's door.

A check reads the text, looks at every member and word, and at the proof, with the issuer's key at
hand; the register, which answers for status and authority, is not part of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime

from bench.credentials.measuring import Rate, Work, alone
from gongtu.engines.credentials.building import Issuer, Order, build_document
from gongtu.engines.credentials.checking.reading import parse
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.dids import ASSERTION, Resolved, did_of
from gongtu.engines.credentials.genuine import CREDENTIAL, Findings, Keys, signers
from gongtu.engines.credentials.multikey import SecretKey
from gongtu.engines.credentials.suites import PROFILES, Document
from gongtu.engines.credentials.verify import NO_DEMAND
from gongtu.records.context import instant_of

DAY = date(2026, 9, 1)
CREATED = "2026-09-01T00:00:00Z"
ORDER = Order(
    number="Y000037000001263000001",
    title="职业技能等级证书",
    subject={
        "name": "王建国",
        "idType": "居民身份证",
        "idNumber": "3702**********1234",
        "occupationName": "电工",
        "jobType": "",
        "gradeDisplay": "三级/高级工",
    },
    valid_from=DAY,
)
BOTH = ("eddsa-jcs-2022", "gongtu-sm2-jcs-2026")


def rates(rounds: int) -> Iterator[Rate]:
    """Each profile alone, then the two that a city may put side by side."""
    said = build_document(
        ORDER, kind="skill-certificate", issuer=Issuer(1, "某公司"), status_list=1, status_index=7
    )
    for names in [*((name,) for name in PROFILES), BOTH]:
        yield from _of(said, names, rounds)


def _of(said: Document, names: tuple[str, ...], rounds: int) -> Iterator[Rate]:
    keys = [SecretKey.generate(PROFILES[name].kind) for name in names]

    def issue() -> Document:
        document = said
        for name, key in zip(names, keys, strict=True):
            document = sign(
                document, key, method=f"{did_of(1)}#{key.public}", suite=PROFILES[name].suite,
                created=CREATED,
            )  # fmt: skip
        return document

    known = {
        f"{did_of(1)}#{key.public}": Resolved(key.public, did_of(1), frozenset({ASSERTION}), 1)
        for key in keys
    }
    told = " + ".join(names)
    yield alone(f"sign {told}", "gongtu", issue, rounds)
    text = json.dumps(issue(), ensure_ascii=False).encode()
    yield alone(f"check {told}", "gongtu", check_of(text, known.get, instant_of(DAY)), rounds)


def check_of(text: bytes, keys: Keys, now: datetime) -> Work:
    """Reads the text up to whose keys signed it."""

    def check() -> None:
        found = Findings()
        if not signers(parse(text), CREDENTIAL, found, keys=keys, demand=NO_DEMAND, now=now):
            raise SystemExit(f"It does not check: {found.problems}")

    return check
