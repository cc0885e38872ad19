"""How often somebody without an account may ask within a minute."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gongtu.api.access import Request
from gongtu.api.problems import TooManyLookUps
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.policy import shared


def count_attempt(request: Request, what: str = "") -> None:
    """Count a look-up, or a question about one; `what` is counted apart, as on the pages.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
    """
    limit = shared.platform.count("look_ups_a_minute", on=request.on)
    if not may_look_up(what + request.META.get("REMOTE_ADDR", ""), limit=limit or 1):
        raise TooManyLookUps(_("太频繁了，请一分钟后再试。"))
