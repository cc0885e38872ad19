"""Certificates looked up: found, and noted for their holders; or asked about where one can tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from gongtu.engines.casework import services as casework
from gongtu.engines.credentials.models import Credential
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import accounts_of, body_for
from gongtu.parties.roles import HRSS
from gongtu.policy.city import active_city
from gongtu.records.context import instant_of
from gongtu.records.journal.lines import Line
from gongtu.records.journal.soon import write_soon
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.queries import (
    LOOKUP_CORRECTION,
    find_assessor,
    find_holder,
    list_public,
)

CONCERNS_YOU = "有人查不到您的证书，已登记核查"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a stranger asks about a certificate that was not found.

    `cause` is what the stranger takes to be the reason; `division` where they are, if told.
    """

    sought: Sought
    name: str
    cause: str
    told: str = ""
    contact: str = ""
    division: str = ""


def look_up(sought: Sought, name: str, *, by: Capacity, on: date) -> list[Credential]:
    """What `list_public` finds; whoever holds it reads within a second that it was looked up."""
    found = list_public(sought, name)
    for one in found:
        if one.holder_index and one.holder_index != str(by.person):
            write_soon(_looked_up(one, by, on))
    return found


def body_to_ask(sought: Sought, division: str = "") -> Organisation:
    """The issuer by the beginning of the number, else the human-resources office of the place."""
    return find_assessor(sought.prefix) or body_for(HRSS, division or active_city().division)


def ask_correction(question: Question, *, key: str, on: date) -> Any:
    """Open the case; the ID number itself is not kept, and nothing told of a certificate.

    The same `key` a second time finds the first case.

    Raises:
        AnswersWrong: A question was left open.
    """
    body = body_to_ask(question.sought, question.division)
    holder = find_holder(question.sought)
    answers = {
        "number": question.sought.shown,
        "name": question.name,
        "cause": question.cause,
        "told": question.told,
        "body": str(body.pk),
        "holder": str(holder) if holder else "",
    }
    place = body.division_id
    told = casework.Told(answers=answers, division=place, key=key, contact=question.contact)
    return casework.open_for_stranger(LOOKUP_CORRECTION, told, on=on)


def _looked_up(credential: Credential, by: Capacity, on: date) -> Line:
    number, issuer = credential.number, credential.issuer_organisation
    return Line(
        chain=f"credential:{number}", kind="looked-up", on=on, by=by, at=instant_of(on),
        what={"person": credential.holder_index, "organisation": issuer, "credential": number},
    )  # fmt: skip


def tell_holder(person: UUID, case_number: str, *, on: date) -> None:
    """Tell whose certificate it is that somebody did not find it; they see the case, too."""
    for account in accounts_of([person]).values():
        send(
            Channel.APP,
            account,
            CONCERNS_YOU,
            f"案件编号{case_number}，{on.isoformat()}。您可以在案件中补充说明和证明材料。",
            key=f"lookup:{case_number}:{account}",
            about=f"case:{case_number}",
        )
