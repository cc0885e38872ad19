"""What the demo's enterprises are and were, and what they told of their years."""

from __future__ import annotations

from datetime import date

from gongtu.ops.demo.town import Town
from gongtu.parties.choices import Size
from gongtu.parties.models import Organisation, OrganisationStanding

BEGUN_ON, GROWN_ON, TAKEN_OVER_ON = date(2026, 3, 1), date(2026, 6, 15), date(2026, 8, 3)
SOURCE = "企业登记（演示）"
GROWTH = 9
SIZES = ((1000, Size.LARGE), (300, Size.MEDIUM), (20, Size.SMALL), (0, Size.MICRO))
BATCH = 2000


def stand(town: Town) -> None:
    """Each enterprise as it began, some as they have grown; the cast's second was taken over."""
    rows = []
    for enterprise in town.enterprises:
        now = enterprise.headcount or 0
        before = now - now // GROWTH
        rows.append(_standing(enterprise, BEGUN_ON, before))
        rows.append(_standing(enterprise, GROWN_ON, now))
    second = town.enterprises[len(town.districts)]
    rows.append(_standing(second, TAKEN_OVER_ON, second.headcount or 0, state_owned=True))
    OrganisationStanding.objects.bulk_create(rows, batch_size=BATCH)
    second.state_owned = True
    second.save(update_fields=["state_owned"])


def _standing(
    enterprise: Organisation, since: date, headcount: int, *, state_owned: bool | None = None
) -> OrganisationStanding:
    owned = enterprise.state_owned if state_owned is None else state_owned
    return OrganisationStanding(
        organisation=enterprise,
        since=since,
        headcount=headcount,
        state_owned=owned,
        size=next(size for least, size in SIZES if headcount >= least),
        source=SOURCE,
        recorded_on=since,
    )
