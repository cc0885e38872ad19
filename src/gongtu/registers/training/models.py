"""Training courses with their trainees."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

BASIS = "条例第十二条、第十六条；《个人信息保护法》第十三条第一款第三项"


class Course(models.Model):
    """One course; `in_catalogue` is what the department found, None while there is no catalogue."""

    number = models.CharField(max_length=24, unique=True)
    provider = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="courses")
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    in_catalogue = models.BooleanField(null=True)
    class_hours = models.PositiveSmallIntegerField()
    began_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["-began_on", "-id"]
        indexes: ClassVar = [models.Index(fields=["provider", "-began_on"])]

    class Privacy:
        purpose, basis = "补贴性培训的开班登记", BASIS
        sees, kept_until = "培训单位、人社部门", "结业后十年"
        fields: ClassVar = {
            "id": "internal", "number": "public", "provider": "public", "occupation": "public",
            "in_catalogue": "public", "class_hours": "public", "began_on": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number


class Trainee(models.Model):
    """One person on one course, and the certificate it led to."""

    number = models.CharField(max_length=32, unique=True)
    course = models.ForeignKey(Course, models.PROTECT, related_name="trainees")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="trainings")
    completed_on = models.DateField(null=True)
    certificate = models.ForeignKey("skills.Certificate", models.PROTECT, null=True)
    subsidised_on = models.DateField(null=True)
    subsidised_by = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["course", "person"], name="person_trains_once_on_a_course"
            ),
            models.UniqueConstraint(
                fields=["certificate"], name="certificate_ends_one_training_only"
            ),
            models.CheckConstraint(
                condition=Q(certificate=None) | Q(completed_on__isnull=False),
                name="certificate_follows_completion",
            ),
            models.CheckConstraint(
                condition=Q(subsidised_on=None, subsidised_by="")
                | Q(subsidised_on__gte=F("completed_on")) & ~Q(subsidised_by=""),
                name="training_subsidy_has_day_and_case",
            ),
        ]

    class Privacy:
        purpose, basis = "核定培训补贴，证书与培训一一对应", BASIS
        sees, kept_until = "本人、培训单位、人社部门", "结业后十年"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "course": "personal", "person": "personal",
            "completed_on": "personal", "certificate": "personal", "subsidised_on": "personal",
            "subsidised_by": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number
