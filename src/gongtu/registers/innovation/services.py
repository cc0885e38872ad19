"""What is written of transformed results: put to use, its gains of a year, the reward paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.parties.capacity import Capacity
from gongtu.records.journal import services as journal
from gongtu.registers.innovation.choices import Way
from gongtu.registers.innovation.models import Contributor, RewardPart, Transformation

WHOLE = Decimal(100)
PARTS = 100  # shares are kept in hundredths of a per cent


class SharesWrong(Refused):
    """The contributors' shares do not make a whole."""


class YearTold(Refused):
    """What the result brought in that year was told before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A result put to use; `agreed` is None while nobody has said."""

    name: str
    way: Way
    began_on: date
    source: str
    agreed: bool | None = None


@transaction.atomic
def record_transformation(
    organisation: int, result: Result, shares: Mapping[UUID, Decimal], *, by: Capacity, on: date
) -> Transformation:
    """Put a result on record with everybody who contributed much, and their shares in per cent.

    Raises:
        SharesWrong: They do not come to 100, or one is not above 0 to the hundredth.
    """
    _check(shares)
    row = Transformation.objects.create(organisation_id=organisation, **asdict(result))
    Contributor.objects.bulk_create(
        Contributor(transformation=row, person_id=person, share=int(share * PARTS))
        for person, share in shares.items()
    )
    what = {"organisation": organisation, "transformation": row.pk}
    journal.write(f"organisation:{organisation}", "result-transformed", on=on, by=by, what=what)
    return row


@transaction.atomic
def record_gain(
    transformation: Transformation, year: int, gain: Yuan, *, by: Capacity, on: date
) -> list[RewardPart]:
    """What a result brought in a year: net income, shares or profit; parted among contributors.

    Raises:
        YearTold: It was told before.
    """
    contributors = list(transformation.contributors.order_by("id"))
    if RewardPart.objects.filter(contributor__in=contributors, year=year).exists():
        raise YearTold(_("%(year)s年的收益已经登记。") % {"year": year})
    parts = [
        RewardPart(
            contributor=one,
            person_id=one.person_id,
            way=transformation.way,
            agreed=transformation.agreed,
            year=year,
            turn=year - transformation.began_on.year + 1,
            part=gain.percent(Decimal(one.share) / PARTS).fen,
        )
        for one in contributors
    ]
    RewardPart.objects.bulk_create(parts)
    body = transformation.organisation_id
    what = {"organisation": body, "transformation": transformation.pk, "year": year}
    journal.write(f"organisation:{body}", "gain-recorded", on=on, by=by, what=what)
    return parts


@transaction.atomic
def record_paid(part: int, *, by: Capacity, on: date) -> None:
    """The enterprise paid the reward of that year."""
    row = RewardPart.objects.select_for_update().get(pk=part)
    row.paid_on = on
    row.save(update_fields=["paid_on"])
    what = {"person": str(row.person_id), "reward": row.pk}
    journal.write(f"person:{row.person_id}", "reward-paid", on=on, by=by, what=what)


def _check(shares: Mapping[UUID, Decimal]) -> None:
    reasons = []
    if sum(shares.values(), Decimal(0)) != WHOLE:
        reasons.append(_("贡献份额合计应为100%。"))
    if any(share <= 0 or share * PARTS != int(share * PARTS) for share in shares.values()):
        reasons.append(_("每个人的份额应大于零，最多两位小数。"))
    if reasons:
        raise SharesWrong(*reasons)
