"""Career guides: what an enterprise and one of its workers agreed on, version by version."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

BASIS = "条例第十九条第二款"
READERS, KEPT = "本人、用人单位经办人", "劳动关系终止后五年"


class CareerGuide(models.Model):
    """The guide of one worker in one enterprise."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                name="one_career_guide_of_a_worker_at_an_employer",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "职工的职业生涯指导计划", BASIS, READERS, KEPT
        fields: ClassVar = {"id": "internal", "organisation": "personal", "person": "personal"}

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.person_id}"


class GuideVersion(models.Model):
    """What the enterprise proposed, and what the worker answered: agreed, or asked for a change.

    `goal` is a rung of the map of careers in the occupation.  To propose is the enterprise's
    confirmation of these very words, to agree the worker's.
    """

    guide = models.ForeignKey(CareerGuide, models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    goal = models.CharField(max_length=40)
    steps = models.TextField()
    training = models.CharField(max_length=200, blank=True)
    mentor = models.CharField(max_length=60, blank=True)
    working_time = models.CharField(max_length=120, blank=True)
    review_on = models.DateField()
    proposed_on = models.DateField()
    agreed_on = models.DateField(null=True)
    change_asked_on = models.DateField(null=True)
    change_asked = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["guide", "-version"]
        indexes: ClassVar = [models.Index(fields=["review_on"], name="guide_by_review")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["guide", "version"], name="guide_has_one_of_each_version"
            ),
            models.CheckConstraint(
                condition=Q(review_on__gt=F("proposed_on")), name="guide_is_reviewed_later"
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None) | Q(change_asked_on=None),
                name="guide_version_is_answered_one_way",
            ),
            models.CheckConstraint(
                condition=Q(change_asked_on=None, change_asked="")
                | Q(change_asked_on__isnull=False) & ~Q(change_asked=""),
                name="change_of_a_guide_says_what",
            ),
        ]

    class Privacy:
        purpose = "职工的发展目标、步骤和单位的投入，以及双方的确认"
        basis, sees, kept_until = BASIS, READERS, KEPT
        fields: ClassVar = {
            "id": "internal", "guide": "internal", "version": "internal",
            "occupation": "personal", "goal": "personal", "steps": "personal",
            "training": "personal", "mentor": "personal", "working_time": "personal",
            "review_on": "personal", "proposed_on": "personal", "agreed_on": "personal",
            "change_asked_on": "personal", "change_asked": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.guide_id} v{self.version}"
