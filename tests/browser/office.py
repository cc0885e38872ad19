"""An office with a key, a filing and lists: what a page that checks offline may be handed."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from gongtu.base import merkle
from gongtu.engines.credentials.building import (
    Issuer,
    Order,
    build_batch,
    build_document,
    build_status_list,
    list_address,
)
from gongtu.engines.credentials.choices import KeyKind, Purpose
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.dids import did_of
from gongtu.engines.credentials.inclusion import leaf_of, reference, with_proof
from gongtu.engines.credentials.multikey import SecretKey
from gongtu.engines.credentials.offline import CONTEXTS, codes
from gongtu.engines.credentials.statuslist import encode
from gongtu.engines.credentials.suites import suite_for

DAY = date(2026, 9, 1)
NOON = datetime(2026, 9, 1, 4, tzinfo=UTC)
PLACE = 7
PREFIX, SALT = "Y000037000001", "0f" * 16
AMONG, INDEX = 5, 4
ABILITIES = ({"number": "A-7", "since": "2026-01-01", "until": "2026-10-01"},)


@dataclass
class Office:
    """Issues certificates of electricians, and says what became of them; a proof by each key."""

    organisation: int = 1
    kinds: tuple[KeyKind, ...] = (KeyKind.ED25519,)
    keys: list[SecretKey] = field(init=False)

    def __post_init__(self) -> None:
        self.keys = [SecretKey.generate(kind) for kind in self.kinds]

    @property
    def did(self) -> str:
        return did_of(self.organisation)

    def signs(self, said: dict[str, Any], created: str = "2026-09-01T04:00:00Z") -> dict[str, Any]:
        for key in self.keys:
            method = f"{self.did}#{key.public}"
            said = sign(said, key, method=method, suite=suite_for(key.kind), created=created)
        return said

    def certificate(self, until: date | None = None, **more: Any) -> dict[str, Any]:
        """Of an electrician, senior worker."""
        order = Order(
            number="Y000037000001263000001", title="职业技能等级证书", valid_from=DAY,
            valid_until=until,
            subject={"name": "王建国", "occupationCode": "6-31-01-03", "grade": "senior"},
        )  # fmt: skip
        said = build_document(
            order, kind="skill-certificate", issuer=Issuer(self.organisation, "甲公司"),
            status_list=1, status_index=PLACE,
        )  # fmt: skip
        return self.signs({**said, **more})

    def paper(self, subject: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        """One of a few old papers that it signed together."""
        told = {
            "name": "王建国", "occupationCode": "6-31-01-03", "grade": "senior",
            "certificateNumber": f"{PREFIX}263000001", "archiveMark": "A-7", **(subject or {}),
        }  # fmt: skip
        issuer = Issuer(self.organisation, "甲公司")
        order = Order(
            number=told["certificateNumber"], title="职业技能等级证书", valid_from=DAY, subject=told
        )
        said = build_document(
            order, kind="paper-certificate", issuer=issuer, status_list=1, status_index=PLACE
        )
        leaves = [bytes([n]) for n in range(AMONG)]
        leaves[INDEX] = leaf_of(said, SALT)
        root = merkle.root(leaves)
        batch = build_batch("urn:gongtu:batch:1", issuer, size=AMONG, root=root, on=DAY)
        path = [head.hex() for head in merkle.proof(leaves, INDEX)]
        proof = {
            **reference("", INDEX, SALT), "batch": self.signs(batch), "path": path, **more,
        }  # fmt: skip
        return with_proof(said, proof)

    def lists(self, became: Purpose | None = None, at: datetime = NOON) -> dict[str, Any]:
        """Its three lists, the bit of the certificate set in one of them."""
        return {list_address(1, one): self.status_list(one, became, at) for one in Purpose}

    def status_list(self, purpose: Purpose, became: Purpose | None, at: datetime) -> dict[str, Any]:
        bits = [PLACE] if purpose == became else []
        return self.signs(
            build_status_list(self.did, list_id=1, purpose=purpose, encoded=encode(bits), at=at)
        )

    def material(self, **change: Any) -> dict[str, Any]:
        told = {
            "at": NOON.isoformat(),
            "clocks_differ_minutes": 5,
            "issuers": {self.did: self.about()},
            "assessors": {PREFIX: self.did},
            "lists": self.lists(),
            "contexts": list(CONTEXTS),
            "codes": codes(),
        }
        return copy.deepcopy({**told, **change})

    def about(
        self,
        *,
        key: dict[str, Any] | None = None,
        archive: bool = False,
        abilities: Sequence[dict[str, Any]] = ABILITIES,
        **filing: Any,
    ) -> dict[str, Any]:
        """The office as the material names it."""
        filed = {
            "occupation": "6-31-01-03", "grades": ["intermediate", "senior"],
            "since": "2026-01-01", "until": None,
        }  # fmt: skip
        days = {"since": "2026-01-01", "until": None, "decision": None, **(key or {})}
        return {
            "name": "甲公司",
            "keys": [{"public": one.public, "kind": one.kind.value, **days} for one in self.keys],
            "filings": [{**filed, **filing}],
            "archive": archive,
            "abilities": list(abilities),
        }
