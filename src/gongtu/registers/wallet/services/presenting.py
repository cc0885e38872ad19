"""Presentations: a file that discloses chosen parts of a credential, for one verifier or any."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials import sdjwt
from gongtu.engines.credentials.sdjwt import Audience
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_person
from gongtu.records.journal.services import write
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.queries import find_own, holder_in


class PresentationUnfit(Refused):
    """Nothing can be presented so."""


def audience(name: str, nonce: str) -> Audience | None:
    """Whom it is for and the number they gave: both, or neither.

    Raises:
        PresentationUnfit: Only one of the two.
    """
    name, nonce = name.strip(), nonce.strip()
    if bool(name) != bool(nonce):
        raise PresentationUnfit(
            _("查验方的名称和它给的一次性号码要么都填，要么都不填。")
        )  # fmt: skip
    return Audience(name, nonce) if name else None


@transaction.atomic
def present(
    number: str, *, parts: Collection[Part], to: Audience | None, by: Capacity, on: date
) -> str:
    """One's own credential of any kind as SD-JWT VC that discloses just these parts.

    Raises:
        CertificateUnknown: It is not the person's own.
        PresentationUnfit: It was never signed here, or its holder died.
    """
    person = get_person(holder_in(by))
    credential = find_own(person.pk, number)
    if person.died_on is not None:
        raise PresentationUnfit(_("持证人已登记死亡，不能再出示。"))
    if credential is None:
        raise PresentationUnfit(_("这张证书没有电子签名原件，不能出示。"))
    made = sdjwt.present(credential, {part.value for part in parts}, to=to, on=on)
    what = {"person": str(person.pk), "certificate": number}
    told = to.name if to else ""
    write(f"person:{person.pk}", "presented", on=on, by=by, what=what, text=told)
    return made
