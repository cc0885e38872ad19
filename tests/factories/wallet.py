"""What a holder has in the wallet before a test begins."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from gongtu.engines.credentials import services as credentials
from gongtu.registers.skills.models import Assessor
from gongtu.registers.skills.services.certificates import KIND, order_for
from gongtu.registers.wallet import services as wallet
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.models import Elsewhere, Share
from tests.cast import DAY, Cast
from tests.engines.credentials.documents import Signatory
from tests.factories.skills import certificate, filing


def signed(cast: Cast) -> str:
    """The number of 王师傅's certificate, issued and signed by 甲公司."""
    filing(cast)
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )
    Assessor.objects.update(last_serial=1)
    return held.number


def shared(cast: Cast, number: str, *parts: Part, days: int = 7, on: date = DAY) -> Share:
    """A link of 王师傅's to it."""
    return wallet.share(number, parts=parts, days=days, purpose="向乙公司求职", by=cast.wang, on=on)


def kept(cast: Cast) -> Elsewhere:
    """A certificate of elsewhere that 王师傅 keeps."""
    return wallet.keep(welder().encode("utf8"), by=cast.wang, on=DAY)


def welder(issuer: Signatory | None = None, **change: Any) -> str:
    """A certificate that somebody known by a key of theirs signed."""
    signatory = issuer or Signatory()
    document = signatory.credential(name="焊工证", validFrom="2026-08-01T00:00:00Z", **change)
    return json.dumps(signatory.signs(document), ensure_ascii=False)
