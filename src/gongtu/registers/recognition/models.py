"""Agreements on recognition with their scope, and enterprises' monthly pay by grade, in fen."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.skills.choices import Grade

BASIS = "条例第二十二条"
GRADES = [(grade.value, grade.label) for grade in Grade]


class Agreement(models.Model):
    """Two enterprises recognise each other's grades from `since` up to, and not on, `until`.

    `ended_on` is the first day of no more new effects, where a party ended it before.
    """

    case_number = models.CharField(max_length=20, unique=True)
    proposer = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    partner = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    notice_days = models.PositiveSmallIntegerField()
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(
        "parties.Organisation", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["-since", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["proposer", "-since"], name="agreement_of_proposer"),
            models.Index(fields=["partner", "-since"], name="agreement_of_partner"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(proposer=F("partner")), name="agreement_is_between_two"
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="agreement_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None)
                | Q(ended_on__gte=F("since"), ended_on__lte=F("until"), ended_by__isnull=False),
                name="agreement_is_ended_by_somebody_in_its_term",
            ),
        ]

    class Privacy:
        purpose, basis = "公开企业间互认的范围和期限，确定等级在哪些单位计入", BASIS
        sees, kept_until = "公众", "协议终止后长期"
        fields: ClassVar = {
            "id": "internal", "case_number": "internal", "proposer": "public",
            "partner": "public", "since": "public", "until": "public", "notice_days": "public",
            "ended_on": "public", "ended_by": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.case_number

    @property
    def last(self) -> date:
        """The first day on which it has no new effects."""
        return self.ended_on or self.until

    def runs_on(self, day: date) -> bool:
        """Whether a grade can begin to count under it on that day."""
        return self.since <= day < self.last


class Scope(models.Model):
    """One occupation of an agreement, from the lowest to the highest grade recognised."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="scopes")
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    lowest = models.CharField(max_length=20, choices=GRADES)
    highest = models.CharField(max_length=20, choices=GRADES)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agreement", "occupation"], name="occupation_stands_once_in_an_agreement"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "互认范围", BASIS, "公众", "协议终止后长期"
        fields: ClassVar = {
            "id": "internal", "agreement": "public", "occupation": "public", "lowest": "public",
            "highest": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.lowest}–{self.highest}"

    def covers(self, occupation: str, grade: Grade) -> bool:
        """Whether that grade of that occupation is recognised."""
        lowest, highest = Grade(self.lowest).rank, Grade(self.highest).rank
        return self.occupation_id == occupation and lowest <= grade.rank <= highest


class GradePay(models.Model):
    """What an enterprise pays a month for a grade from `since` on; rows are only added."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=GRADES)
    monthly = models.PositiveBigIntegerField()
    since = models.DateField()
    instrument = models.CharField(max_length=120)
    recorded_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["since", "id"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "since"], name="grade_pay_of_employer"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(instrument=""), name="grade_pay_names_its_source"),
        ]

    class Privacy:
        purpose = "本单位按技能等级的津贴标准，供本单位职工查看"
        basis, sees, kept_until = "条例第二十二条、第二十八条", "本单位及其职工", "长期"
        fields: ClassVar = dict.fromkeys(
            ("id", "organisation", "grade", "monthly", "since", "instrument", "recorded_on"),
            "internal",
        )

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.grade} {self.since}"
