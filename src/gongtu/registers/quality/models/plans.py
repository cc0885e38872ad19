"""A year's plan of an office: which bodies are checked, and how each was chosen."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.quality.choices import Chosen
from gongtu.registers.quality.models.shared import BASIS, internal

PLANNED = [(one.value, one.label) for one in (Chosen.DRAWN, Chosen.RISK)]


class Plan(models.Model):
    """One office's plan for one year, under its case; the draw stands in it once drawn.

    A key of the draw is the beginning of a body's certificate numbers, which is public.
    """

    case_number = models.CharField(max_length=20, unique=True)
    office = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    adopted_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)
    percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    seal = models.BigIntegerField(default=0)
    seed = models.CharField(max_length=64, blank=True)
    pool = models.JSONField(default=list)
    chosen = models.JSONField(default=list)
    drawn_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-year", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "year"],
                condition=Q(dropped_on=None),
                name="office_plans_a_year_once",
            ),
            models.CheckConstraint(
                condition=Q(adopted_on=None) | Q(dropped_on=None),
                name="plan_is_adopted_or_dropped",
            ),
            models.CheckConstraint(
                condition=Q(drawn_on=None, percent=None, seed="")
                | Q(drawn_on__isnull=False, percent__gte=0, percent__lte=100),
                name="draw_of_a_plan_is_told_whole",
            ),
        ]

    class Privacy:
        purpose, basis = "年度质量检查计划，公开抽取过程", BASIS
        sees, kept_until = "人社部门；抽取过程在抽中单位都检查以后或者年度终了后公开", "长期"
        fields: ClassVar = internal(
            "id", "case_number", "adopted_on", "dropped_on"
        ) | dict.fromkeys(
            ("office", "year", "percent", "seal", "seed", "pool", "chosen", "drawn_on"), "public"
        )

    def __str__(self) -> str:
        return f"{self.year} {self.office_id}"


class PlannedCheck(models.Model):
    """A body that the plan has checked: drawn, or for a reason that is written down."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="planned")
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    chosen = models.CharField(max_length=8, choices=PLANNED)
    reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["organisation__name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "organisation"], name="body_stands_once_in_a_plan"
            ),
            models.CheckConstraint(
                condition=~Q(chosen=Chosen.RISK, reason=""), name="a_risk_is_told"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "安排质量检查", BASIS, "人社部门", "长期"
        fields: ClassVar = internal("id", "plan", "organisation", "chosen", "reason")

    def __str__(self) -> str:
        return f"{self.plan_id} {self.organisation_id}"
