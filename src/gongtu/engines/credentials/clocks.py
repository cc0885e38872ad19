"""What a signature says of its own time, held against the clocks here.

The time at which somebody asks must lie between a proof's `created` and `expires` (VC Data
Integrity 1.0); the standard leaves open by how much two clocks may differ.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from gongtu.policy import shared
from gongtu.records.context import CHINA, latest_of


def clocks_differ(now: datetime) -> timedelta:
    """By how much clocks that were set with care may differ; as long as nobody said, not at all."""
    on = now.astimezone(CHINA).date()
    return timedelta(minutes=shared.platform.count("clocks_differ_minutes", on=on) or 0)


def why_early(signed: datetime | None, now: datetime, *, ours: bool) -> str:
    """Why nobody can tell of a signature that says it was made later than now; else empty.

    Of our own keys the day counts: of our doors some know no more than that.
    """
    if signed is None or signed <= now:
        return ""
    today = now.astimezone(CHINA).date()
    if ours and signed.astimezone(CHINA).date() <= today:
        return ""
    if signed <= max(now, latest_of(today)) + clocks_differ(now):
        return ""
    says = _("写明签于%(signed)s，比核验时还晚：签名一方或者这里的时钟不准，无法判断")
    return says % {"signed": f"{signed.astimezone(CHINA):%Y-%m-%d %H:%M}"}
