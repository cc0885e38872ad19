"""Training courses with their trainees, and courses to come with the places taken in them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.skills.choices import Grade

BASIS = "条例第十二条、第十六条；《个人信息保护法》第十三条第一款第三项"
AIMED = [(grade.value, grade.label) for grade in Grade if grade.level]


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


class Announcement(models.Model):
    """A course to come, as its provider announces it, until it starts as `course` or is off.

    `fee` is the provider's own statement.  `taken` is written before it is read, so that the last
    place goes to one.
    """

    provider = models.ForeignKey(
        "parties.Organisation", models.PROTECT, related_name="announced_courses"
    )
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=AIMED)
    starts_on = models.DateField()
    sign_up_until = models.DateField()
    class_hours = models.PositiveSmallIntegerField()
    places = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)
    venue = models.CharField(max_length=120)
    fee = models.CharField(max_length=200)
    announced_on = models.DateField()
    called_off_on = models.DateField(null=True)
    course = models.OneToOneField(Course, models.PROTECT, null=True, related_name="announcement")

    class Meta:
        ordering: ClassVar = ["starts_on", "id"]
        indexes: ClassVar = [
            models.Index(fields=["occupation", "grade", "starts_on"]),
            models.Index(fields=["provider", "-starts_on"]),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(places__gte=1, class_hours__gte=1), name="course_has_places_and_hours"
            ),
            models.CheckConstraint(
                condition=Q(taken__lte=F("places")), name="no_more_places_are_taken_than_there_are"
            ),
            models.CheckConstraint(
                condition=Q(
                    announced_on__lte=F("sign_up_until"), sign_up_until__lte=F("starts_on")
                ),
                name="one_signs_up_before_the_course_starts",
            ),
            models.CheckConstraint(
                condition=Q(course=None) | Q(called_off_on=None),
                name="course_starts_or_is_called_off",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "公布培训班和名额", BASIS, "公众", "长期"
        fields: ClassVar = {
            "id": "public", "provider": "public", "occupation": "public", "grade": "public",
            "starts_on": "public", "sign_up_until": "public", "class_hours": "public",
            "places": "public", "taken": "public", "venue": "public", "fee": "public",
            "announced_on": "public", "called_off_on": "public", "course": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Under which the course is announced, and starts."""
        return f"C{self.pk:08d}"

    @property
    def is_coming(self) -> bool:
        """It neither started nor was called off."""
        return self.course_id is None and self.called_off_on is None

    @property
    def left(self) -> int:
        """How many places are left."""
        return self.places - self.taken


class SignUp(models.Model):
    """A place that a person took in a course to come."""

    announcement = models.ForeignKey(Announcement, models.PROTECT, related_name="sign_ups")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="sign_ups")
    signed_up_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["announcement", "person"], name="person_takes_one_place_in_a_course"
            ),
        ]

    class Privacy:
        purpose, basis = "培训班报名", BASIS
        sees, kept_until = "本人、培训单位", "开班后十年；退出的立即删除"
        fields: ClassVar = {
            "id": "internal", "announcement": "personal", "person": "personal",
            "signed_up_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.announcement_id} {self.person_id}"
