"""Wordings of standards, occupations added since the classification, and who waits on what."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.ladder.choices import ProposalState, Wait, Wording
from gongtu.registers.skills.choices import Grade

CONFIDENCE = [(word, word) for word in ("high", "medium", "low")]


class StandardWording(models.Model):
    """From which day an occupation's standard words its conditions by which edition.

    Without a row nobody has confirmed it (待核), and neither wording is taken for granted.
    """

    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="wordings")
    wording = models.CharField(max_length=8, choices=[(w.value, w.label) for w in Wording])
    since = models.DateField()
    standard = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    confidence = models.CharField(max_length=12, choices=CONFIDENCE)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["occupation", "since"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["occupation", "since"], name="one_wording_of_an_occupation_a_day"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="wording_names_its_source"),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "职业标准的申报条件", "条例第二十一条", "公众", "长期"
        fields: ClassVar = {
            "id": "internal", "occupation": "public", "wording": "public", "since": "public",
            "standard": "public", "source": "public", "confidence": "public", "note": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.wording}"


class WordingProposal(models.Model):
    """What an officer read of a wording in a document, until another confirms or rejects it."""

    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    wording = models.CharField(max_length=8, choices=[(w.value, w.label) for w in Wording])
    since = models.DateField()
    standard = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    confidence = models.CharField(max_length=12, choices=CONFIDENCE)
    note = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=10,
        choices=[(s.value, s.label) for s in ProposalState],
        default=ProposalState.PROPOSED,
    )
    proposed_by = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    settled_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    settled_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["occupation", "since"],
                condition=Q(state="proposed"),
                name="one_wording_of_a_day_is_proposed",
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | ~Q(settled_by=F("proposed_by")),
                name="nobody_confirms_their_own_wording",
            ),
        ]

    class Privacy:
        purpose, basis, kept_until = "职业标准的申报条件经两人核对", "条例第二十一条", "长期"
        sees = "人力资源社会保障部门"
        fields: ClassVar = {
            "id": "internal", "occupation": "public", "wording": "public", "since": "public",
            "standard": "public", "source": "public", "confidence": "public", "note": "public",
            "state": "internal", "proposed_by": "personal", "proposed_on": "internal",
            "settled_by": "personal", "settled_on": "internal", "reason": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.wording}"


class AddedOccupation(models.Model):
    """An occupation or kind of work published, or proposed, after the classification of 2022.

    The code is empty until the source at hand gives one: none is made up.
    """

    name = models.CharField(max_length=80, unique=True)
    code = models.CharField(max_length=16, blank=True)
    kind = models.CharField(max_length=12, choices=[("occupation", "职业"), ("job_type", "工种")])
    batch = models.CharField(max_length=40)
    document = models.CharField(max_length=120)
    on = models.CharField(max_length=24)
    is_published = models.BooleanField()
    source = models.CharField(max_length=200)
    confidence = models.CharField(max_length=24)

    class Meta:
        ordering: ClassVar = ["-is_published", "-on", "name"]

    class Privacy:
        purpose, basis, sees, kept_until = "职业分类", "条例第二十条", "公众", "长期"
        fields: ClassVar = {
            "id": "internal", "name": "public", "code": "public", "kind": "public",
            "batch": "public", "document": "public", "on": "public", "is_published": "public",
            "source": "public", "confidence": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Waiters(models.Model):
    """How many people of a division and occupation wait on what for a grade, as of last night.

    The table is written anew each night; `rule` is the first step of the quickest way.
    """

    division = models.CharField(max_length=12)
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=[(g.value, g.label) for g in Grade])
    wait = models.CharField(max_length=12, choices=[(w.value, w.label) for w in Wait])
    rule = models.CharField(max_length=80, blank=True)
    people = models.PositiveIntegerField()
    counted_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["occupation", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["division", "occupation", "grade", "wait", "rule"],
                name="waiters_are_counted_once",
            ),
        ]

    class Privacy:
        purpose, basis = "汇总各职业、等级卡在哪个条件，安排培训和评价", "条例第十九条第一款"
        sees, kept_until = "人社部门；人数过少的不显示", "每晚重新汇总，旧的删除"
        fields: ClassVar = dict.fromkeys(
            ("id", "division", "occupation", "grade", "wait", "rule", "people", "counted_on"),
            "internal",
        )

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.grade} {self.wait}: {self.people}"
