"""Sessions in which bodies examine a special ability, and who sat."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.standards.models.abilities import BASIS, AbilityAssessor


class AbilitySession(models.Model):
    """One session of a special ability, under the case that planned it, which says how far it is.

    A session of a grade is another thing: it stands on a filing by occupation and grade.
    """

    case_number = models.CharField(max_length=20, unique=True)
    filing = models.ForeignKey(AbilityAssessor, models.PROTECT, related_name="sessions")
    planned_on = models.DateField()
    place = models.CharField(max_length=120)
    issued_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-planned_on", "-id"]

    class Privacy:
        purpose, basis, sees, kept_until = (
            "专项职业能力考核记录",
            BASIS,
            "公众（将要举行的日期、地点、考核机构）；考核机构、人社部门",
            "长期",
        )
        fields: ClassVar = {
            "id": "internal", "case_number": "internal", "filing": "public",
            "planned_on": "public", "place": "public", "issued_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.case_number


class AbilityCandidate(models.Model):
    """A person in a session, the mark out of a hundred once entered, and the certificate."""

    session = models.ForeignKey(AbilitySession, models.PROTECT, related_name="candidates")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    mark = models.PositiveSmallIntegerField(null=True)
    passed = models.BooleanField(null=True)
    certificate = models.OneToOneField(
        "skills.AbilityCertificate", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "person"], name="person_sits_once_in_an_ability_session"
            ),
            models.CheckConstraint(
                condition=Q(mark=None, passed=None) | Q(mark__lte=100, passed__isnull=False),
                name="ability_mark_is_entered_whole",
            ),
            models.CheckConstraint(
                condition=Q(certificate=None) | Q(passed=True),
                name="who_did_not_pass_is_not_certified",
            ),
        ]

    class Privacy:
        purpose, basis = "考核专项职业能力", f"{BASIS}；《个人信息保护法》第十三条第一款第三项"
        sees, kept_until = "本人、考核机构、人社部门", "核发后长期"
        fields: ClassVar = {
            "id": "internal", "session": "internal", "person": "personal", "mark": "personal",
            "passed": "personal", "certificate": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.session_id}:{self.person_id}"
