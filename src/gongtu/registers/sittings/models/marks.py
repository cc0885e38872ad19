"""Marks as each person entered them, and marks looked at once more; rows are only added."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.sittings.choices import LookedAgain
from gongtu.registers.sittings.models.sittings import BASIS

SEES = "本人、评价机构、人社部门"


class MarkEntry(models.Model):
    """What one person entered of a candidate; the third decides where the first two differ.

    A part without a mark is one from which the candidate was absent.
    """

    candidate = models.ForeignKey("skills.Candidate", models.PROTECT, related_name="entries")
    turn = models.PositiveSmallIntegerField()
    theory = models.PositiveSmallIntegerField(null=True)
    practice = models.PositiveSmallIntegerField(null=True)
    entered_by = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    entered_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["candidate", "turn"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["candidate", "turn"], name="marks_are_entered_once_a_turn"
            ),
            models.UniqueConstraint(
                fields=["candidate", "entered_by"], name="nobody_enters_the_same_marks_twice"
            ),
            models.CheckConstraint(
                condition=Q(turn__gte=1, turn__lte=3, theory__lte=100, practice__lte=100),
                name="entry_is_one_of_three_out_of_a_hundred",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "成绩由两人录入核对", BASIS, SEES, "核发后长期"
        fields: ClassVar = {
            "id": "internal", "candidate": "internal", "turn": "internal", "theory": "personal",
            "practice": "personal", "entered_by": "internal", "entered_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.turn}"


class MarkReview(models.Model):
    """Marks looked at again: what they were, what was found, why; equal where nothing changed.

    A part without a mark is one from which the candidate was absent.
    """

    candidate = models.ForeignKey("skills.Candidate", models.PROTECT, related_name="reviews")
    why = models.CharField(max_length=10, choices=[(w.value, w.label) for w in LookedAgain])
    theory_before = models.PositiveSmallIntegerField(null=True)
    practice_before = models.PositiveSmallIntegerField(null=True)
    theory = models.PositiveSmallIntegerField(null=True)
    practice = models.PositiveSmallIntegerField(null=True)
    looked_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    looked_on = models.DateField()
    case_number = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["candidate"], condition=Q(why="sample"), name="sample_is_marked_again_once"
            ),
            models.CheckConstraint(
                condition=Q(theory__lte=100, practice__lte=100),
                name="review_is_out_of_a_hundred",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "复评和申诉更正成绩", BASIS, SEES, "核发后长期"
        fields: ClassVar = {
            "id": "internal", "candidate": "internal", "why": "personal",
            "theory_before": "personal", "practice_before": "personal", "theory": "personal",
            "practice": "personal", "looked_by": "internal", "looked_on": "personal",
            "case_number": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.why}"

    @property
    def is_changed(self) -> bool:
        """Whether the marks were found to be others."""
        return (self.theory, self.practice) != (self.theory_before, self.practice_before)
