"""What is owed back and not pursued: proposed by one officer, decided by another."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gongtu.engines.casework.models.shared import BASIS, PARTIES_AND_OFFICES, TEN_YEARS, keys_to


class WriteDownState(models.TextChoices):
    """How far a proposal has come; the ledger moves only when it is decided."""

    PROPOSED = "proposed", _("待另一人决定")
    DECIDED = "decided", _("已核销")
    DROPPED = "dropped", _("不予核销")


WAITS = WriteDownState.PROPOSED


class WriteDown(models.Model):
    """So much (in fen) of what a case owes back is not pursued, on the basis of a document."""

    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="write_downs")
    amount = models.BigIntegerField()
    basis = models.CharField(max_length=200)
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=WriteDownState, default=WriteDownState.PROPOSED)
    proposed_on = models.DateField()
    proposed_by = keys_to("parties.Person")
    settled_on = models.DateField(null=True)
    settled_by = keys_to("parties.Person", null=True)
    dropped_for = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state=WAITS), name="one_write_down_waits_of_a_case"
            ),
            models.CheckConstraint(
                condition=Q(state=WAITS, settled_on=None, settled_by=None)
                | ~Q(state=WAITS) & Q(settled_on__isnull=False, settled_by__isnull=False),
                name="settled_write_down_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=WriteDownState.DECIDED) | ~Q(settled_by=F("proposed_by")),
                name="write_down_is_decided_by_another",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="write_down_is_of_something"),
        ]

    class Privacy:
        purpose, basis, sees = "决定不再追回的差额", BASIS, PARTIES_AND_OFFICES
        kept_until = TEN_YEARS
        fields: ClassVar = {
            "id": "internal", "case": "internal", "amount": "personal", "basis": "internal",
            "reason": "personal", "state": "internal", "proposed_on": "internal",
            "proposed_by": "personal", "settled_on": "internal", "settled_by": "personal",
            "dropped_for": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case} {self.amount}"
