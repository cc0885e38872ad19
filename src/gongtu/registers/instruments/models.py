"""Decisions on parameters from their proposal to their settlement, and drafts of them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.parties.models import Person
from gongtu.records.models import StoredFile
from gongtu.registers.instruments.choices import State


class ParameterDraft(models.Model):
    """Other values that one officer tries out, from a day on, before proposing any of them."""

    officer = models.ForeignKey(
        Person, models.PROTECT, related_name="parameter_drafts", verbose_name="起草人"
    )
    role = models.CharField("起草人所在部门", max_length=20)
    title = models.CharField("名称", max_length=120)
    valid_from = models.DateField("拟自哪一天起")
    values = models.JSONField("拟定的值")
    begun_on = models.DateField("起草日期")
    changed_on = models.DateField("最近改动日期")
    proposed_on = models.DateField("提出日期", null=True)
    begun_with = models.CharField("起草的去重键", max_length=120, blank=True)
    proposed_with = models.CharField("提出的去重键", max_length=120, blank=True)

    class Meta:
        verbose_name = "参数草案"
        ordering: ClassVar = ["-changed_on", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["officer", "role", "begun_with"],
                condition=~Q(begun_with=""),
                name="one_key_begins_one_draft",
            ),
        ]

    class Privacy:
        purpose = "决定标准和期限之前，测算不同取值的影响"
        basis = "条例第四十一条；行政规范性文件管理要求"
        sees = "仅起草人本人；提出以后，决定机关可见其内容和影响"
        kept_until = "未提出的由起草人随时删除；提出的与决定一并保存"
        fields: ClassVar = {
            "id": "internal",
            "officer": "personal",
            "role": "internal",
            "title": "internal",
            "valid_from": "internal",
            "values": "internal",
            "begun_on": "internal",
            "changed_on": "internal",
            "proposed_on": "internal",
            "begun_with": "internal",
            "proposed_with": "internal",
        }

    def __str__(self) -> str:
        return f"{self.title} {self.valid_from}"


class ParameterDecision(models.Model):
    """From `valid_from` on the parameter has this value, once a second officer has approved it."""

    parameter = models.CharField("参数", max_length=160, db_index=True)
    value = models.JSONField("值")
    unit = models.CharField("单位", max_length=20)
    valid_from = models.DateField("起始日期")
    instrument = models.CharField("依据文件", max_length=200)
    number = models.CharField("文号", max_length=80, blank=True)
    issued_on = models.DateField("发文日期", null=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, verbose_name="文件")
    note = models.TextField("说明", blank=True)
    draft = models.ForeignKey(ParameterDraft, models.PROTECT, null=True, verbose_name="所据草案")
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(
        Person, models.PROTECT, related_name="parameters_proposed", verbose_name="提出人"
    )
    proposed_as = models.CharField("提出人身份", max_length=120)
    proposed_on = models.DateField("提出日期")
    settled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="parameters_settled", verbose_name="处理人"
    )
    settled_as = models.CharField("处理人身份", max_length=120, blank=True)
    settled_on = models.DateField("处理日期", null=True)
    reason = models.TextField("退回或者撤回的理由", blank=True)
    mark = models.PositiveIntegerField("批准标记", default=0)  # random; see `queries.decided`

    class Meta:
        verbose_name = "参数决定"
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [models.Index(fields=["state", "parameter"], name="decisions_by_state")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state=State.APPROVED) | ~Q(settled_by=F("proposed_by")),
                name="nobody_approves_their_own_proposal",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PROPOSED, settled_by=None, settled_on=None)
                | (
                    ~Q(state=State.PROPOSED) & Q(settled_by__isnull=False, settled_on__isnull=False)
                ),
                name="settled_decision_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(instrument=""), name="decision_names_its_instrument"
            ),
        ]

    class Privacy:
        purpose = "证明每一项标准和期限由谁、依据什么文件决定"
        basis = "条例第四十一条；行政规范性文件管理要求"
        sees = "已批准的向社会公开；其他的仅决定机关可见；经办人员姓名不公开"
        kept_until = "永久"
        fields: ClassVar = {
            "id": "internal",
            "parameter": "public",
            "value": "public",
            "unit": "public",
            "valid_from": "public",
            "instrument": "public",
            "number": "public",
            "issued_on": "public",
            "file": "public",
            "note": "public",
            "draft": "internal",
            "state": "internal",
            "proposed_by": "personal",
            "proposed_as": "internal",
            "proposed_on": "internal",
            "settled_by": "personal",
            "settled_as": "internal",
            "settled_on": "public",
            "reason": "internal",
            "mark": "internal",
        }

    def __str__(self) -> str:
        return f"{self.parameter} {self.valid_from}"

    @property
    def is_backdated(self) -> bool:
        """It shall hold from a day before it was proposed; pages say so beside it."""
        return self.valid_from < self.proposed_on
