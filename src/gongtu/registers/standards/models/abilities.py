"""Projects of special abilities, what named experts said of them, and who is filed to examine."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.standards.choices import Need
from gongtu.registers.standards.rows import Section

BASIS = "条例第二十三条"


class AbilityProject(models.Model):
    """One special ability to be examined: what is needed, and the norm of what is examined.

    `number` is entered by hand at publication, for no rule of such numbers is on record (待核).
    """

    case_number = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    need = models.CharField(max_length=16, choices=[(n.value, n.label) for n in Need])
    grounds = models.TextField()
    hours = models.PositiveSmallIntegerField()
    norm = models.JSONField()
    proposer = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    reviewers = models.PositiveSmallIntegerField(null=True)
    number = models.CharField(max_length=40, blank=True)
    published_on = models.DateField(null=True)
    retired_on = models.DateField(null=True)
    retired_for = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="ability_numbers_run_once"
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(published_on__isnull=False, retired_on=None),
                name="one_ability_of_a_name_is_published",
            ),
            models.CheckConstraint(
                condition=Q(published_on=None) | ~Q(number=""),
                name="published_ability_has_a_number",
            ),
            models.CheckConstraint(
                condition=Q(retired_on=None) | Q(published_on__isnull=False),
                name="only_a_published_ability_is_retired",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = (
            "开发专项职业能力考核项目",
            BASIS,
            "公众（发布以后）",
            "长期",
        )
        fields: ClassVar = {
            "id": "public", "case_number": "internal", "name": "public", "need": "public",
            "grounds": "public", "hours": "public", "norm": "public", "proposer": "public",
            "proposed_on": "public", "reviewers": "internal", "number": "public",
            "published_on": "public", "retired_on": "public", "retired_for": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def text(self) -> list[Section]:
        """The norm, section by section."""
        return [Section.from_json(one) for one in self.norm]


class AbilityOpinion(models.Model):
    """What one expert, named and without a part in the matter, said of a project."""

    project = models.ForeignKey(AbilityProject, models.PROTECT, related_name="opinions")
    reviewer = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    favours = models.BooleanField()
    opinion = models.TextField()
    on = models.DateField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "reviewer"], name="an_expert_says_one_opinion"
            ),
        ]

    class Privacy:
        purpose, basis = "专项职业能力项目评审", BASIS
        sees, kept_until = "承办机关、提出单位", "项目停用后长期"
        fields: ClassVar = {
            "id": "internal", "project": "internal", "reviewer": "personal", "favours": "internal",
            "opinion": "internal", "on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.project_id} {self.reviewer_id}"


class AbilityAssessor(models.Model):
    """A body filed to examine a special ability, up to, not on, `until`.

    `is_pilot` marks a social body trying it out.
    """

    project = models.ForeignKey(AbilityProject, models.PROTECT, related_name="assessors")
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    is_pilot = models.BooleanField()
    since = models.DateField()
    until = models.DateField(null=True)
    ended_for = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "organisation"],
                condition=Q(until=None),
                name="a_body_is_filed_once_for_an_ability",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")) & ~Q(ended_for=""),
                name="ability_filing_ends_later_and_for_a_reason",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "专项职业能力考核机构备案", BASIS, "公众", "长期"
        fields: ClassVar = {
            "id": "internal", "project": "public", "organisation": "public", "is_pilot": "public",
            "since": "public", "until": "public", "ended_for": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.project_id} {self.organisation_id}"

    def holds_on(self, on: date) -> bool:
        """Whether the body may examine on the day: filed, not ended, and the ability in use."""
        retired = self.project.retired_on
        filed = self.since <= on and (self.until is None or on < self.until)
        return filed and (retired is None or on < retired)
