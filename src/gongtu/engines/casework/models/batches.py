"""Many filled cases decided together, after a sample was looked at one by one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.engines.casework.models.shared import BASIS, PARTIES_AND_OFFICES, TEN_YEARS, keys_to


class BatchState(models.TextChoices):
    """How far a batch has come."""

    DRAWN = "drawn", "抽样核对中"
    GRANTED = "granted", "已核定"


class Batch(models.Model):
    """The cases of one procedure that waited on a body's desk when the sample was drawn.

    `seed` is published with the batch: it rests on the journal's last seal and on the cases
    themselves, so that nobody can choose which of them are looked at.
    """

    procedure = models.CharField(max_length=80)
    body = keys_to("parties.Organisation")
    drawn_on = models.DateField()
    drawn_by = keys_to("parties.Person", null=True)
    seal = models.PositiveIntegerField(default=0)
    seed = models.CharField(max_length=64)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.DRAWN)
    granted_on = models.DateField(null=True)
    granted_by = keys_to("parties.Person", null=True)
    payment_run = keys_to("ledger.PaymentRun", null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["procedure", "body"],
                condition=Q(state=BatchState.DRAWN),
                name="one_open_batch_of_a_procedure",
            ),
            models.CheckConstraint(
                condition=Q(state=BatchState.DRAWN, granted_on=None)
                | Q(state=BatchState.GRANTED, granted_on__isnull=False),
                name="granted_batch_has_its_day",
            ),
        ]

    class Privacy:
        purpose, basis, sees = "成批核定与抽样核对", BASIS, "承办机关、监督方"
        kept_until = TEN_YEARS
        fields: ClassVar = {
            "id": "internal", "procedure": "public", "body": "internal", "drawn_on": "internal",
            "drawn_by": "personal", "seal": "public", "seed": "public", "percent": "public",
            "state": "internal", "granted_on": "internal", "granted_by": "personal",
            "payment_run": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.procedure} {self.drawn_on}"


class BatchLine(models.Model):
    """One case of a batch: whether it must be looked at, what was found, what came of it."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="lines")
    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="+")
    sampled = models.BooleanField(default=False)
    sound = models.BooleanField(null=True)
    note = models.CharField(max_length=500, blank=True)
    looked_on = models.DateField(null=True)
    looked_by = keys_to("parties.Person", null=True)
    granted = models.BooleanField(default=False)
    refused = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "case"], name="case_stands_once_in_a_batch"),
            models.CheckConstraint(
                condition=Q(sound=None, looked_on=None)
                | Q(sound__isnull=False, looked_on__isnull=False),
                name="looked_at_on_a_day",
            ),
        ]

    class Privacy:
        purpose, basis, sees = "成批核定与抽样核对", BASIS, PARTIES_AND_OFFICES
        kept_until = TEN_YEARS
        fields: ClassVar = {
            "id": "internal", "batch": "internal", "case": "internal", "sampled": "internal",
            "sound": "personal", "note": "personal", "looked_on": "internal",
            "looked_by": "personal", "granted": "personal", "refused": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.batch} {self.case}"
