"""Tables of employers: figures of a year, certifications, recognised training platforms.

Money is in fen.  Rows of figures are only added; the last about a year counts.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.records.append_only import Guard, guarded
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser

GUARDS = guarded(Guard("employers_employeryear"))
LEVELS = [(level.value, level.label) for level in Recogniser]
PARTNERS = [(partner.value, partner.label) for partner in Partner]
KINDS = [(kind.value, kind.label) for kind in PlatformKind]


def _sum() -> models.BigIntegerField[int | None, int | None]:
    return models.BigIntegerField(null=True)


class EmployerYear(models.Model):
    """What an enterprise told of one year: wages, the education fund, and what it did when."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    wages = _sum()
    fund_drawn = _sum()
    fund_used = _sum()
    frontline_used = _sum()
    vocational_investment = _sum()
    turnover_taxes = _sum()
    plan_made_on = models.DateField(null=True)
    congress_held_on = models.DateField(null=True)
    fund_told_on = models.DateField(null=True)
    report_published_on = models.DateField(null=True)
    employee_directors = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=120)
    recorded_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["year", "id"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "year"], name="year_of_employer"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(source=""), name="figures_name_their_source"),
            models.CheckConstraint(
                condition=Q(frontline_used=None) | Q(fund_used__gte=F("frontline_used")),
                name="front_line_has_a_part_of_what_was_used",
            ),
        ]

    class Privacy:
        purpose = "核对职工教育经费、产教融合抵免和民主管理义务的履行"
        basis = "条例第六条、第十三条、第十五条"
        sees, kept_until = "本企业、人社部门、总工会", "该年度届满后五年"
        fields: ClassVar = dict.fromkeys(
            (
                *("id", "organisation", "year", "wages", "fund_drawn", "fund_used"),
                *("frontline_used", "vocational_investment", "turnover_taxes"),
                *("plan_made_on", "congress_held_on"),
                *("fund_told_on", "report_published_on", "employee_directors"),
                *("source", "recorded_on"),
            ),
            "internal",
        )

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.year}"


class IntegrationCertification(models.Model):
    """A certification as an enterprise that joins industry and education, for a time."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    level = models.CharField(max_length=12, choices=LEVELS)
    since = models.DateField()
    until = models.DateField(null=True)
    instrument = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar = ["since", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="certification_ends_after_it_began",
            ),
        ]

    class Privacy:
        purpose, basis = "落实教育费附加、地方教育附加抵免", "条例第十三条"
        sees, kept_until = "公众", "认定终止后五年"
        fields: ClassVar = {
            "id": "internal", "organisation": "public", "level": "public", "since": "public",
            "until": "public", "instrument": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.since:%Y-%m-%d}"


class TrainingPlatform(models.Model):
    """A base, centre, academy or studio that was recognised, and what it was granted for that."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    key = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=16, choices=KINDS)
    name = models.CharField(max_length=120)
    level = models.CharField(max_length=12, choices=LEVELS)
    recognised_on = models.DateField()
    ended_on = models.DateField(null=True)
    floor_area = models.PositiveIntegerField(null=True)
    instrument = models.CharField(max_length=120)
    granted_on = models.DateField(null=True)
    granted_by = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["recognised_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gt=F("recognised_on")),
                name="platform_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(granted_on=None, granted_by="")
                | Q(granted_on__isnull=False) & ~Q(granted_by=""),
                name="platform_grant_has_day_and_case",
            ),
        ]

    class Privacy:
        purpose, basis = "核发技能人才培养平台补助，向社会公开平台", "条例第十二条"
        sees, kept_until = "公众", "平台撤销后长期"
        fields: ClassVar = {
            "id": "internal", "organisation": "public", "key": "public", "kind": "public",
            "name": "public", "level": "public", "recognised_on": "public", "ended_on": "public",
            "floor_area": "public", "instrument": "public", "granted_on": "public",
            "granted_by": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name


class ApprenticeClass(models.Model):
    """A class of apprentices of an enterprise, as the department recorded its agreement."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    key = models.CharField(max_length=24, unique=True)
    partner = models.CharField(max_length=12, choices=PARTNERS)
    began_on = models.DateField()
    years = models.PositiveSmallIntegerField()
    apprentices = models.PositiveSmallIntegerField()
    contracts = models.BooleanField(null=True)
    two_mentors = models.BooleanField(null=True)
    subsidised_on = models.DateField(null=True)
    subsidised_by = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["began_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(subsidised_on=None, subsidised_by="")
                | Q(subsidised_on__isnull=False) & ~Q(subsidised_by=""),
                name="apprentice_subsidy_has_day_and_case",
            ),
        ]

    class Privacy:
        purpose, basis = "登记学徒培训班次，核发学徒培训补贴", "条例第十四条"
        sees, kept_until = "本企业、人社部门", "培养期满后五年"
        fields: ClassVar = dict.fromkeys(
            (
                *("id", "organisation", "key", "partner", "began_on", "years", "apprentices"),
                *("contracts", "two_mentors", "subsidised_on", "subsidised_by"),
            ),
            "internal",
        )

    def __str__(self) -> str:
        return self.key


class Apprentice(models.Model):
    """One person learning an occupation at an enterprise up to, and not on, the day `until`.

    Either it is finished, or it is broken off, or it goes on.
    """

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    occupation = models.CharField(max_length=16)
    taught_in = models.ForeignKey(
        ApprenticeClass, models.PROTECT, related_name="members", null=True
    )
    since = models.DateField()
    until = models.DateField()
    finished_on = models.DateField(null=True)
    broken_off_on = models.DateField(null=True)
    case_number = models.CharField(max_length=20, unique=True)

    class Meta:
        ordering: ClassVar = ["since", "id"]
        indexes: ClassVar = [models.Index(fields=["person", "occupation"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="apprenticeship_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(finished_on=None) | Q(broken_off_on=None),
                name="apprenticeship_is_finished_or_broken_off",
            ),
        ]

    class Privacy:
        purpose, basis = "登记学徒培养，据以核对“学徒期满”的申报条件", "条例第十四条、第二十一条"
        sees, kept_until = "本人、用人单位、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "organisation": "personal", "person": "personal",
            "occupation": "personal", "taught_in": "personal", "since": "personal",
            "until": "personal", "finished_on": "personal", "broken_off_on": "personal",
            "case_number": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.occupation} {self.since:%Y-%m-%d}"
