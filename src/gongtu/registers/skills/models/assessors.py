"""Occupations, the bodies that assess them, and what each is filed for."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.skills.choices import (
    Grade,
)
from gongtu.registers.skills.models.shared import BASIS, GRADES, internal
from gongtu.registers.skills.numbers.letters import SOCIAL

CLASSIFIED = {
    "name": "public", "major": "public", "middle": "public", "family": "public",
    "is_digital": "public", "is_green": "public", "edition": "public",
}  # fmt: skip


class Classified(models.Model):
    """What an edition of the national classification says of an occupation.

    `family` is the minor group; `edition` the year of the classification it was read from.
    """

    name = models.CharField(max_length=80, db_index=True)
    major = models.CharField(max_length=80, blank=True)
    middle = models.CharField(max_length=80, blank=True)
    family = models.CharField(max_length=80, blank=True)
    is_digital = models.BooleanField(default=False)
    is_green = models.BooleanField(default=False)
    edition = models.CharField(max_length=8, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Occupation(Classified):
    """An occupation under its code, as the latest edition that has it says."""

    code = models.CharField(max_length=16, primary_key=True)

    class Meta:
        ordering: ClassVar = ["code"]

    class Privacy:
        purpose, basis, sees, kept_until = "职业分类", "条例第二十条", "公众", "长期"
        fields: ClassVar = {"code": "public", **CLASSIFIED}


class OccupationVersion(Classified):
    """What one edition said of an occupation, kept when a later one says otherwise."""

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="versions")

    class Meta:
        ordering: ClassVar = ["-edition"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("occupation", "edition"), name="occupation_once_an_edition"
            )
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "职业分类", "条例第二十条", "公众", "长期"
        fields: ClassVar = {"id": "internal", "occupation": "public", **CLASSIFIED}


class Assessor(models.Model):
    """A body that may issue grade certificates; its prefix starts every certificate number.

    `last_serial` is the last number given out: drawn by `services.serials` alone.
    """

    organisation = models.OneToOneField(
        "parties.Organisation", models.PROTECT, related_name="assessor"
    )
    prefix = models.CharField(max_length=13, unique=True)
    last_serial = models.PositiveIntegerField(default=0)

    class Privacy:
        purpose, basis, sees, kept_until = "证书编号", BASIS, "公众", "长期"
        fields: ClassVar = {
            "id": "internal", "organisation": "public", "prefix": "public",
            "last_serial": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.prefix

    @property
    def is_social(self) -> bool:
        """Whether it assesses anybody, and not an employer's own staff."""
        return self.prefix.startswith(SOCIAL)


class QualificationSerial(models.Model):
    """The last serial of a body's sixteen-digit numbers, of one grade in one year."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    grade = models.CharField(max_length=20, choices=GRADES)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "year", "grade"], name="qualification_serials_run_once"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "职业资格证书编号", BASIS, "发证机构、人社部门", "长期"
        fields: ClassVar = internal("id", "organisation", "year", "grade", "last")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.year} {self.grade} {self.last}"


class AssessorFiling(models.Model):
    """An assessor's filing for one occupation, from the lowest to the highest grade it assesses.

    In force from `since` up to, and not on, `until`: the day its term ends, or it was ended.
    `given_up`: it was ended at its body's own wish.
    """

    assessor = models.ForeignKey(Assessor, models.PROTECT, related_name="filings")
    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="+")
    lowest = models.CharField(max_length=20, choices=GRADES)
    highest = models.CharField(max_length=20, choices=GRADES)
    since = models.DateField()
    until = models.DateField(null=True)
    given_up = models.BooleanField(default=False)
    case_number = models.CharField(max_length=20, blank=True, db_index=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="filing_ends_after_it_began"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "职业技能等级评价备案", BASIS, "公众", "备案终止后长期"
        fields: ClassVar = {
            "id": "internal", "assessor": "public", "occupation": "public", "lowest": "public",
            "highest": "public", "since": "public", "until": "public", "given_up": "public",
            "case_number": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.lowest}–{self.highest}"

    def covers(self, grade: Grade) -> bool:
        """Whether the grade lies between the lowest and the highest filed."""
        return Grade(self.lowest).rank <= grade.rank <= Grade(self.highest).rank

    def holds_on(self, on: date) -> bool:
        """Whether it is in force on the day: begun, not ended, and not suspended."""
        begun = self.since <= on and (self.until is None or on < self.until)
        return begun and not any(one.holds_on(on) for one in self.suspensions.all())


class FilingSuspension(models.Model):
    """A filing is not in force from `since` up to, not on, `until`; under the case that decided."""

    filing = models.ForeignKey(AssessorFiling, models.PROTECT, related_name="suspensions")
    case_number = models.CharField(max_length=20, blank=True, db_index=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["since", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["filing"],
                condition=Q(until=None),
                name="filing_is_suspended_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="suspension_is_lifted_after_it_began",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "确定备案是否有效", BASIS, "公众", "备案终止后长期"
        fields: ClassVar = {
            "id": "internal", "filing": "public", "case_number": "internal", "since": "public",
            "until": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.filing_id} {self.since}"

    def holds_on(self, on: date) -> bool:
        """Whether the filing rests on the day."""
        return self.since <= on and (self.until is None or on < self.until)
