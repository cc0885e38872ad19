"""Tables of transformed results: the result, its makers, each one's part of a year's gains."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.innovation.choices import Way

WAYS = [(way.value, way.label) for way in Way]
BASIS = "条例第三十二条；《中华人民共和国促进科技成果转化法》第四十四条、第四十五条"


class Transformation(models.Model):
    """A result made on the job and put to use; `agreed` tells whether the reward was agreed.

    Own rules of the enterprise, made with its workers heard, count as an agreement.
    """

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    way = models.CharField(max_length=12, choices=WAYS)
    agreed = models.BooleanField(null=True)
    began_on = models.DateField()
    source = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar = ["began_on", "id"]

    class Privacy:
        purpose, basis = "核对职务科技成果转化后应给予的奖励和报酬", BASIS
        sees, kept_until = "本企业、成果完成人", "转化收益终止后五年"
        fields: ClassVar = {
            "id": "internal", "organisation": "internal", "name": "internal", "way": "internal",
            "agreed": "internal", "began_on": "internal", "source": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Contributor(models.Model):
    """Somebody who contributed much, with the share among all contributors in hundredths of %."""

    transformation = models.ForeignKey(Transformation, models.PROTECT, related_name="contributors")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    share = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["transformation", "person"], name="contributor_shares_once"
            ),
            models.CheckConstraint(
                condition=Q(share__gt=0, share__lte=10000), name="share_is_part_of_the_whole"
            ),
        ]

    class Privacy:
        purpose, basis = "把奖励分到作出重要贡献的每个人", BASIS
        sees, kept_until = "本人、本企业", "转化收益终止后五年"
        fields: ClassVar = {
            "id": "internal", "transformation": "internal", "person": "personal",
            "share": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.transformation_id}:{self.person_id}"


class RewardPart(models.Model):
    """One contributor's part (in fen) of what a result brought in one year; paid when `paid_on`."""

    contributor = models.ForeignKey(Contributor, models.PROTECT, related_name="parts")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    way = models.CharField(max_length=12, choices=WAYS)
    agreed = models.BooleanField(null=True)
    year = models.PositiveSmallIntegerField()
    turn = models.PositiveSmallIntegerField()
    part = models.BigIntegerField()
    paid_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["year", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contributor", "year"], name="part_is_told_once_a_year")
        ]

    class Privacy:
        purpose, basis = "按年计算每个人应得的奖励和报酬", BASIS
        sees, kept_until = "本人、本企业", "转化收益终止后五年"
        fields: ClassVar = {
            "id": "internal", "contributor": "internal", "person": "personal",
            "way": "internal", "agreed": "internal", "year": "internal", "turn": "internal",
            "part": "personal", "paid_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.contributor_id} {self.year}"
