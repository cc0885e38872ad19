"""What the wallet does by itself: of whoever was erased it forgets what they kept here."""

from __future__ import annotations

from datetime import time
from typing import Any

from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work
from gongtu.registers.wallet.models import Elsewhere, Share


@work("empty-wallets", every=Every(daily=time(3, 40)))
def empty_wallets(_job: Job) -> dict[str, Any]:
    """Certificates of elsewhere and links of erased persons go; the journal keeps its proof."""
    erased = {"person__erased_on__isnull": False}
    kept, _by_model = Elsewhere.objects.filter(**erased).delete()
    links, _by_model = Share.objects.filter(**erased).delete()
    return {"elsewhere": kept, "shares": links}
