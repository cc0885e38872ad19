"""Checking a presentation: who shows it, to whom and when, and every credential in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials import status as statuses
from gongtu.engines.credentials.checking.presentation import (
    carried,
    is_enveloped,
    presentation_problems,
)
from gongtu.engines.credentials.checking.problem import Problem, ProblemType
from gongtu.engines.credentials.dids import AUTHENTICATION
from gongtu.engines.credentials.genuine import Demand, Findings, Keys, Kind, signers
from gongtu.engines.credentials.issuers import id_in, issuer_id
from gongtu.engines.credentials.lists import note_lists, published_list
from gongtu.engines.credentials.resolving import resolve
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.records.context import instant_of

PRESENTATION = Kind(presentation_problems, lambda document: ("holder", id_in(document, "holder")))
CRYPTOGRAPHIC = ProblemType.CRYPTOGRAPHIC_SECURITY


@dataclass(slots=True)
class Shown(Findings):
    """What was found of the presentation itself, and of each credential by its pointer."""

    credentials: dict[str, Verification] = field(default_factory=dict)


def verify_presentation(
    presentation: Any,
    *,
    on: date,
    challenge: str | None = None,
    domains: frozenset[str] | None = None,
    keys: Keys = resolve,
    lists: statuses.ListAt = published_list,
) -> Shown:
    """Check a presentation as of a day; never an exception.

    Its proof must be for authentication, name the challenge and domain asked for, and be made by
    the holder it names.  Claims that nobody signed are the holder's own, or nobody's.
    """
    found, now = Shown(), instant_of(on)
    demand = Demand(AUTHENTICATION, challenge, domains)
    by = signers(presentation, PRESENTATION, found, keys=keys, demand=demand, now=now)
    for credential, where in carried(presentation) if by else ():
        if is_enveloped(credential) or "proof" in credential:
            found.credentials[where] = verify(credential, on=on, keys=keys, lists=lists)
        elif issuer_id(credential) != id_in(presentation, "holder"):
            says = _("没有签名，又不是持有人自己的声明")
            found.refuse("signature", [Problem(where, says, CRYPTOGRAPHIC)])
    return found


def note_shown_lists(presentation: Any, shown: Shown, *, on: date) -> None:
    """Note the status lists that genuine credentials in a presentation name."""
    for credential, where in carried(presentation) if shown.credentials else ():
        if where in shown.credentials:
            note_lists(credential, shown.credentials[where], on=on)
