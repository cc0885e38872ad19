"""Standards in editions, what was commented on their drafts, and which sessions used which."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.skills.choices import Grade
from gongtu.registers.standards.choices import Outcome, StandardKind
from gongtu.registers.standards.rows import Section, grades_between

BASIS = "条例第二十条"
GRADES = [(grade.value, grade.label) for grade in Grade]


class StandardVersion(models.Model):
    """A draft under its case, and once adopted an edition of the standard, never changed again.

    `commented` is the text that the comment round was held on, `sections` the text as it stands.
    `wording` names the edition of the drafting rules by which it words conditions, if it sets one.
    """

    case_number = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=16, choices=[(k.value, k.label) for k in StandardKind])
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    lowest = models.CharField(max_length=20, choices=GRADES)
    highest = models.CharField(max_length=20, choices=GRADES)
    proposer = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    drafters = models.CharField(max_length=500, blank=True)
    sections = models.JSONField()
    commented = models.JSONField(null=True)
    file = models.ForeignKey("records.StoredFile", models.PROTECT, null=True, related_name="+")
    proposed_on = models.DateField()
    comments_from = models.DateField(null=True)
    comments_until = models.DateField(null=True)
    number = models.CharField(max_length=80, blank=True)
    in_force_from = models.DateField(null=True)
    wording = models.CharField(max_length=8, blank=True)
    edition = models.PositiveSmallIntegerField(null=True)
    adopted_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "occupation", "edition"], name="editions_of_a_standard_are_counted"
            ),
            models.UniqueConstraint(
                fields=["kind", "occupation", "in_force_from"],
                condition=Q(adopted_on__isnull=False),
                name="one_edition_begins_a_day",
            ),
            models.CheckConstraint(
                condition=Q(adopted_on=None, edition=None)
                | Q(
                    adopted_on__isnull=False, edition__isnull=False, in_force_from__isnull=False,
                    comments_from__isnull=False, dropped_on=None,
                ) & ~Q(number=""),
                name="adopted_standard_is_numbered_and_was_commented",
            ),
            models.CheckConstraint(
                condition=Q(comments_from=None, comments_until=None)
                | Q(comments_until__gte=F("comments_from")),
                name="comment_round_ends_after_it_began",
            ),
        ]  # fmt: skip

    class Privacy:
        purpose, basis, sees, kept_until = "制定和公开职业标准、评价规范", BASIS, "公众", "长期"
        fields: ClassVar = {
            "id": "public", "case_number": "internal", "kind": "public", "occupation": "public",
            "title": "public", "lowest": "public", "highest": "public", "proposer": "public",
            "drafters": "public", "sections": "public", "commented": "public", "file": "public",
            "proposed_on": "public", "comments_from": "public", "comments_until": "public",
            "number": "public", "in_force_from": "public", "wording": "public",
            "edition": "public", "adopted_on": "public", "dropped_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def grades(self) -> list[Grade]:
        """The grades it covers, the lowest first."""
        return grades_between(Grade(self.lowest), Grade(self.highest))

    @property
    def text(self) -> list[Section]:
        """Its sections as they stand."""
        return [Section.from_json(one) for one in self.sections]

    def takes_comments(self, on: date) -> bool:
        """Whether the comment round runs on the day."""
        if self.comments_from is None or self.comments_until is None or self.dropped_on:
            return False
        return self.comments_from <= on <= self.comments_until


class Comment(models.Model):
    """What somebody says of a draft, of one section or of the whole, and what came of it."""

    version = models.ForeignKey(StandardVersion, models.PROTECT, related_name="comments")
    section = models.CharField(max_length=80, blank=True)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey("parties.Account", models.PROTECT, related_name="+")
    made_as = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        "parties.Organisation", models.PROTECT, null=True, related_name="+"
    )
    made_on = models.DateField()
    outcome = models.CharField(
        max_length=10, blank=True, choices=[(o.value, o.label) for o in Outcome]
    )
    reason = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "made_by", "digest"], name="same_comment_is_made_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", reason="", answered_on=None)
                | Q(answered_on__isnull=False) & ~Q(outcome=""),
                name="comment_is_answered_with_an_outcome",
            ),
        ]

    class Privacy:
        purpose, basis, kept_until = "标准草案的意见和答复", BASIS, "长期"
        sees = "意见、答复和提出单位向社会公开；个人姓名不公开"
        fields: ClassVar = {
            "id": "internal", "version": "public", "section": "public", "text": "public",
            "digest": "internal", "made_by": "personal", "made_as": "internal",
            "organisation": "public", "made_on": "public", "outcome": "public",
            "reason": "public", "answered_on": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.text[:40]


class SessionStandard(models.Model):
    """By which edition a session is held: that in force on its day, of each kind there is."""

    session = models.ForeignKey("skills.AssessmentSession", models.PROTECT, related_name="+")
    version = models.ForeignKey(StandardVersion, models.PROTECT, related_name="uses")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "version"], name="session_uses_an_edition_once"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = (
            "评价活动所依据的标准",
            BASIS,
            "评价机构、人社部门、持证人",
            "长期",
        )
        fields: ClassVar = {"id": "internal", "session": "internal", "version": "public"}

    def __str__(self) -> str:
        return f"{self.session_id} {self.version_id}"
