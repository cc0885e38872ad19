"""Career channels: posts on three tracks, and the crossings between them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.careers.choices import Track
from gongtu.registers.careers.models.published import Published
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel

BASIS = "条例第十九条第二款、第二十四条第一款"
READERS, KEPT = "本单位及其职工", "企业存续期间"


class CareerLattice(Published):
    """One version of an enterprise's career channels."""

    class Meta:
        ordering: ClassVar = ["organisation", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "version"], name="lattice_has_one_of_each_version"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "公布本单位的职业发展通道", BASIS, READERS, KEPT
        fields: ClassVar = dict.fromkeys(
            ("id", "organisation", "version", "published_on"), "internal"
        )


class LatticePost(models.Model):
    """A post of a track, `place` 1 the lowest; what it asks for in a grade, a title, in words."""

    lattice = models.ForeignKey(CareerLattice, models.CASCADE, related_name="posts")
    track = models.CharField(max_length=12, choices=[(t.value, t.label) for t in Track])
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=30)
    grade = models.CharField(max_length=20, choices=[(g.value, g.label) for g in Grade], blank=True)
    title = models.CharField(
        max_length=20, choices=[(t.value, t.label) for t in TitleLevel], blank=True
    )
    asks = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["lattice", "name"], name="post_stands_once_in_a_lattice"
            ),
            models.UniqueConstraint(
                fields=["lattice", "track", "place"], name="one_post_of_a_lattice_at_each_place"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "三类岗位及其任职条件", BASIS, READERS, KEPT
        fields: ClassVar = dict.fromkeys(
            ("id", "lattice", "track", "place", "name", "grade", "title", "asks"), "internal"
        )

    def __str__(self) -> str:
        return self.name


class LatticeCrossing(models.Model):
    """From one post one may cross to another of a different track, or back as well."""

    lattice = models.ForeignKey(CareerLattice, models.CASCADE, related_name="crossings")
    source = models.ForeignKey(LatticePost, models.CASCADE, related_name="+")
    target = models.ForeignKey(LatticePost, models.CASCADE, related_name="+")
    both_ways = models.BooleanField()
    asks = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["lattice", "source", "target"], name="crossing_stands_once_in_a_lattice"
            ),
            models.CheckConstraint(
                condition=~Q(source=F("target")), name="crossing_leads_to_another_post"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "可以贯通的岗位及其条件", BASIS, READERS, KEPT
        fields: ClassVar = dict.fromkeys(
            ("id", "lattice", "source", "target", "both_ways", "asks"), "internal"
        )

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id}"
