"""A decision on money that the facts, as they are known now, no longer bear."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gongtu.engines.casework.models.shared import BASIS, PARTIES_AND_OFFICES, TEN_YEARS, keys_to


class CorrectionState(models.TextChoices):
    """How far a correction has come; nothing is changed before it is confirmed."""

    PROPOSED = "proposed", _("待告知")
    TOLD = "told", _("听取意见中")
    CONFIRMED = "confirmed", _("已更正")
    DROPPED = "dropped", _("不予更正")
    LAPSED = "lapsed", _("已失效")


OPEN = (CorrectionState.PROPOSED, CorrectionState.TOLD)


class Correction(models.Model):
    """What a case would come to by its own rule version and day, were it decided again; in fen."""

    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="corrections")
    before = models.BigIntegerField()
    after = models.BigIntegerField()
    because = models.JSONField(default=list)
    state = models.CharField(
        max_length=10, choices=CorrectionState, default=CorrectionState.PROPOSED
    )
    proposed_on = models.DateField()
    told_on = models.DateField(null=True)
    told_by = keys_to("parties.Person", null=True)
    settled_on = models.DateField(null=True)
    settled_by = keys_to("parties.Person", null=True)
    reason = models.TextField(blank=True)
    found_in = models.ForeignKey(
        "casework.Recomputation", models.PROTECT, null=True, related_name="corrections"
    )

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=OPEN),
                name="one_open_correction_of_a_case",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, settled_on=None)
                | ~Q(state__in=OPEN) & Q(settled_on__isnull=False),
                name="settled_correction_has_its_day",
            ),
        ]

    class Privacy:
        purpose, basis, sees = "更正已作出的给付决定", BASIS, PARTIES_AND_OFFICES
        kept_until = TEN_YEARS
        fields: ClassVar = {
            "id": "internal", "case": "internal", "before": "personal", "after": "personal",
            "because": "personal", "state": "internal", "proposed_on": "internal",
            "told_on": "internal", "told_by": "personal", "settled_on": "internal",
            "settled_by": "personal", "reason": "personal", "found_in": "internal",
        }  # fmt: skip

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_less(self) -> bool:
        """Whether it takes from somebody what was promised."""
        return self.after < self.before

    def __str__(self) -> str:
        return f"{self.case} {self.before} {self.after}"
