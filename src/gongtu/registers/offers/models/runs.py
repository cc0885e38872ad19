"""A run over the city, and who lacks one thing only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from gongtu.registers.offers.choices import RunState
from gongtu.registers.offers.models.shared import (
    BASIS,
    SEES,
    about_one,
    to_organisation,
    to_person,
)


class Run(models.Model):
    """Every benefit asked for everybody on one day; with what, and what came of it.

    `snapshot` is the root of the facts it read and `rules` the digest of the rules with their
    parameters, so that it can be run again; `owed` and `near` count by benefit (and condition).
    """

    on = models.DateField()
    engine = models.CharField(max_length=30)
    snapshot = models.CharField(max_length=64, blank=True)
    rules = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=RunState, default=RunState.RUNNING)
    owed = models.JSONField(default=dict)
    near = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    job_key = models.UUIDField(null=True)
    asked_account = models.BigIntegerField(null=True)
    asked_role = models.CharField(max_length=20, blank=True)
    started_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state=RunState.RUNNING), name="one_run_at_a_time"
            ),
        ]

    class Privacy:
        purpose, basis, sees = "核算全市应得的待遇，并可重算复核", BASIS, "人社部门、监督方"
        kept_until = "长期（不含个人信息，发起账号除外）"
        fields: ClassVar = {
            "id": "internal", "on": "public", "engine": "internal", "snapshot": "public",
            "rules": "public", "state": "public", "owed": "internal", "near": "internal",
            "outcome": "internal", "job_key": "internal", "asked_account": "personal",
            "asked_role": "internal", "started_at": "public", "finished_at": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.on} {self.state}"


class NearMiss(models.Model):
    """Somebody who lacks one condition only, as the last run saw it."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="+")
    benefit = models.CharField(max_length=80)
    condition = models.CharField(max_length=80)
    person = to_person()
    organisation = to_organisation()
    division = models.CharField(max_length=12, blank=True)
    subject = models.CharField(max_length=120)

    class Meta:
        indexes = (
            models.Index(fields=["benefit", "condition", "division", "id"], name="near_misses"),
        )
        constraints = (about_one("near_miss_is_about_one"),)

    class Privacy:
        purpose, basis, sees = "帮助只差一项条件的人补齐条件", BASIS, SEES
        kept_until = "下一次核算"
        fields: ClassVar = {
            "id": "internal", "run": "internal", "benefit": "personal", "condition": "personal",
            "person": "personal", "organisation": "internal", "division": "internal",
            "subject": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.benefit} {self.condition}"
