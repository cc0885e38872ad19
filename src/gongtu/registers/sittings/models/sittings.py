"""What was arranged for a session, and what was drawn in it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongtu.registers.sittings.choices import Drawn

BASIS = "条例第二十条至第二十二条；《个人信息保护法》第十三条第一款第三项"


class Sitting(models.Model):
    """What an assessor arranged for one of its sessions, and is bound by from then on.

    While `capacity` is 0 nobody registers; `taken` is written before it is read, so that the last
    seat goes to one.
    """

    session = models.OneToOneField(
        "skills.AssessmentSession", models.PROTECT, related_name="sitting"
    )
    examiners = models.PositiveSmallIntegerField()
    sample_percent = models.DecimalField(max_digits=5, decimal_places=2)
    arranged_on = models.DateField()
    capacity = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(examiners__gte=1), name="sitting_has_an_examiner"
            ),
            models.CheckConstraint(
                condition=models.Q(sample_percent__gte=0, sample_percent__lte=100),
                name="sample_is_a_share",
            ),
            models.CheckConstraint(
                condition=models.Q(capacity=0) | models.Q(taken__lte=models.F("capacity")),
                name="no_more_seats_are_taken_than_there_are",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "评价考务安排", BASIS, "公众", "长期"
        fields: ClassVar = {
            "id": "internal", "session": "internal", "examiners": "public",
            "sample_percent": "public", "arranged_on": "public",
            "capacity": "public", "taken": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.session_id}"


class Room(models.Model):
    """A room of a session, with so many seats."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="rooms")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    capacity = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sitting", "name"], name="room_stands_once"),
            models.CheckConstraint(condition=models.Q(capacity__gte=1), name="room_has_a_seat"),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "安排考场座位", BASIS, "考生、评价机构、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "sitting": "internal", "place": "internal", "name": "internal",
            "capacity": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} {self.capacity}"


class Draw(models.Model):
    """One drawing: from which keys, by which seed, and what came of it, in the order drawn.

    A key tells nobody who it is: an examiner's number, or the number a candidate sits under.
    """

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="draws")
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.label) for kind in Drawn])
    turn = models.PositiveSmallIntegerField()
    seal = models.BigIntegerField()
    seed = models.CharField(max_length=64)
    pool = models.JSONField()
    chosen = models.JSONField()
    drawn_on = models.DateField()
    drawn_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sitting", "kind", "turn"], name="each_turn_is_drawn_once"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "公开抽取过程，供任何人重算", BASIS, "公众", "长期"
        fields: ClassVar = {
            "id": "internal", "sitting": "internal", "kind": "public", "turn": "public",
            "seal": "public", "seed": "public", "pool": "public", "chosen": "public",
            "drawn_on": "public", "drawn_by": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.kind} {self.turn}"
