"""What a holder shares by link, as a stranger sees it who said who they are and why."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.engines.credentials.kinds import kind_of
from gongtu.engines.credentials.verify import verify
from gongtu.records.context import instant_of
from gongtu.registers.wallet import queries as wallet
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.services import view_share
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.public.certificates_page import count_attempt, line_row, step_row
from gongtu.web.public.forms import ViewerForm
from gongtu.web.public.verdict_words import verdict_told

OPEN, GONE = 200, 410
SHARED = "shared:"


def shared_page(token: str, request: Request) -> dict[str, Any]:
    """Whether the link is open, and what it is for; nothing of the certificate or its holder.

    Raises:
        TooManyLookUps: The visitor tries addresses.
        ShareUnknown: The address was never given out.
    """
    try:
        share = wallet.get_shared(token)
    except wallet.ShareUnknown:
        count_attempt(request, SHARED)
        raise
    is_open = share.is_open(request.on)
    return {"is_open": is_open, "purpose": share.purpose if is_open else "", "until": share.until}


def opened_page(token: str, form: ViewerForm, request: Request) -> dict[str, Any]:
    """The verdict and the parts chosen; the look is in the holder's log before.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
        ShareUnknown, ShareEnded: There is nothing to show.
    """
    count_attempt(request, SHARED)
    share = view_share(token, **form.cleaned_data, by=request.capacity, on=request.on)
    credential = share.credential
    kind = kind_of(credential)
    checked = verify(credential, on=request.on)
    numbered = Part.NUMBER in share.shown and credential.superseded_by
    return {
        "told": {
            "verdict": verdict_told(credential, checked.verdict),
            "steps": [step_row(step) for step in checked.steps],
            "checked_at": instant_of(request.on),
            "successor": reverse("public:show_verdict", args=[numbered]) if numbered else "",
        },
        "kind": kind,
        "always": [line_row(line) for line in kind.lines(credential)],
        "parts": [
            (label_of(part), credential.document["credentialSubject"].get(part.value, ""))
            for part in share.shown
        ],
        "purpose": share.purpose,
        "until": share.until,
    }
