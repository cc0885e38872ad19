"""A case, who takes part in it, and every stay of it in a stage."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models

from gongtu.engines.casework.models.shared import (
    BASIS,
    FOR_THE_CASE,
    PARTIES_AND_OFFICES,
    TEN_YEARS,
    keys_to,
)

NO_LIMIT = date.max
"""Sorts behind every real due day."""


class Case(models.Model):
    """One matter from the day it was opened; `turn` grows with every change."""

    number = models.CharField(max_length=20, unique=True)
    procedure = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    division = keys_to("parties.Division")
    answers = models.JSONField(default=dict)
    move_answers = models.JSONField(default=dict)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    days_taken = models.PositiveIntegerField(null=True, blank=True)
    opener_role = models.CharField(max_length=20)
    opener_account = keys_to(settings.AUTH_USER_MODEL, null=True)
    opener_person = keys_to("parties.Person", null=True)
    opener_organisation = keys_to("parties.Organisation", null=True)
    stage = models.CharField(max_length=60)
    stage_since = models.DateField()
    holder_role = models.CharField(max_length=20, blank=True)
    holder_organisation = keys_to("parties.Organisation", null=True)
    holder_person = keys_to("parties.Person", null=True)
    assignee = keys_to("parties.Person", null=True)
    legal_due = models.DateField(null=True, blank=True)
    promised_due = models.DateField(null=True, blank=True)
    due_order = models.DateField(default=NO_LIMIT)
    late_since = models.DateField(null=True, blank=True)
    turn = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=["holder_organisation", "due_order", "id"], name="case_of_body"),
            models.Index(fields=["holder_person", "due_order", "id"], name="case_of_holder"),
            models.Index(fields=["opener_person", "-id"], name="case_of_person"),
            models.Index(fields=["opener_organisation", "-id"], name="case_of_organisation"),
            models.Index(fields=["due_order", "id"], name="case_due"),
            models.Index(fields=["procedure", "stage"], name="case_stage"),
            models.Index(fields=["procedure", "opened_on"], name="case_opened"),
            models.Index(fields=["procedure", "closed_on"], name="case_closed"),
        )
        constraints = (
            models.CheckConstraint(
                name="case_closed_has_no_holder",
                condition=models.Q(closed_on=None) | models.Q(holder_role="", due_order=NO_LIMIT),
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = (
            FOR_THE_CASE, BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "number": "internal", "procedure": "public", "version": "public",
            "title": "personal", "division": "internal", "answers": "sensitive",
            "move_answers": "sensitive", "opened_on": "internal", "closed_on": "internal",
            "days_taken": "internal", "opener_role": "internal", "opener_account": "personal",
            "opener_person": "personal", "opener_organisation": "internal",
            "stage": "personal", "stage_since": "internal", "holder_role": "internal",
            "holder_organisation": "internal", "holder_person": "personal",
            "assignee": "personal", "legal_due": "internal", "promised_due": "internal",
            "due_order": "internal", "late_since": "internal", "turn": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class CaseParty(models.Model):
    """Who sits on a role's seat; a seat handed over keeps its former holder with `until`."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="parties")
    role = models.CharField(max_length=20)
    organisation = keys_to("parties.Organisation", null=True)
    person = keys_to("parties.Person", null=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["organisation", "case"], name="party_organisation"),
            models.Index(fields=["person", "case"], name="party_person"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["case", "role"], condition=models.Q(until=None), name="one_seat_a_role"
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = (
            FOR_THE_CASE, BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "case": "internal", "role": "internal",
            "organisation": "internal", "person": "personal",
            "since": "internal", "until": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.role} {self.organisation or self.person}"


class StageRun(models.Model):
    """One stay of a case in one stage, with its own limits.

    `suspends` names the stage whose clock stands still meanwhile; `resumes` the stay that
    this one continues.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="runs")
    stage = models.CharField(max_length=60)
    started_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    left_with = models.CharField(max_length=60, blank=True)
    suspends = models.CharField(max_length=60, blank=True)
    resumes = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    legal_due = models.DateField(null=True, blank=True)
    promised_due = models.DateField(null=True, blank=True)
    extended_by = models.PositiveSmallIntegerField(default=0)
    extended_for = models.CharField(max_length=500, blank=True)
    extended_on = models.DateField(null=True, blank=True)
    late_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["stage", "started_on"], name="run_stage"),)
        constraints = (
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(left_on=None), name="one_stay_at_a_time"
            ),
            models.CheckConstraint(
                name="extension_has_its_day_and_reason",
                condition=models.Q(extended_by=0, extended_on=None, extended_for="")
                | models.Q(extended_by__gt=0, extended_on__isnull=False)
                & ~models.Q(extended_for=""),
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = (
            "期限计算与监督", BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "case": "internal", "stage": "personal", "started_on": "internal",
            "left_on": "internal", "left_with": "personal", "suspends": "internal",
            "resumes": "internal", "legal_due": "internal", "promised_due": "internal",
            "extended_by": "internal", "extended_for": "personal", "extended_on": "internal",
            "late_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.stage} {self.started_on}"
