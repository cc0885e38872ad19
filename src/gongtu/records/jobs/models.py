"""A job and the table of what starts by itself."""

import uuid

from django.db import models
from django.db.models.functions import Now


class JobState(models.TextChoices):
    WAITING = "waiting", "等待"
    RUNNING = "running", "进行中"
    DONE = "done", "完成"
    FAILED = "failed", "失败"


class Job(models.Model):
    """One piece of work, and how far it has come."""

    key = models.UUIDField("编号", primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("种类", max_length=60)
    state = models.CharField("状态", max_length=10, choices=JobState, default=JobState.WAITING)
    payload = models.JSONField("内容", default=dict)
    done = models.BigIntegerField("已完成", default=0)
    total = models.BigIntegerField("总数", default=0)
    message = models.TextField("说明", blank=True)
    outcome = models.JSONField("结果", default=dict)
    attempt = models.PositiveSmallIntegerField("第几次", default=0)
    owner_account = models.BigIntegerField("发起账号", null=True, db_index=True)
    started_at = models.DateTimeField("发起时刻", db_default=Now())
    heartbeat = models.DateTimeField("心跳", db_default=Now())

    class Meta:
        ordering = ("-started_at",)
        verbose_name = "后台任务"
        indexes = (models.Index(fields=("state", "heartbeat"), name="jobs_by_heartbeat"),)

    class Privacy:
        purpose = "显示后台任务的进度和结果"
        basis = "政务服务事项办理"
        sees = "发起人、运维人员"
        kept_until = "完成后一年"
        fields = {
            "key": "internal", "kind": "internal", "state": "internal", "payload": "internal",
            "done": "internal", "total": "internal", "message": "internal", "outcome": "internal",
            "attempt": "internal", "owner_account": "personal", "started_at": "internal",
            "heartbeat": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def percent(self) -> int:
        """0 to 100; a job that knows no total stands at 0 until it is done."""
        if self.state == JobState.DONE:
            return 100
        return min(99, 100 * self.done // self.total) if self.total else 0


class Schedule(models.Model):
    """When a kind of work is due next; of several schedulers only one moves the row on."""

    key = models.CharField("种类", primary_key=True, max_length=60)
    due_at = models.DateTimeField("下次时刻")
    last_at = models.DateTimeField("上次时刻", null=True)

    class Meta:
        verbose_name = "定时任务"

    class Privacy:
        purpose = "按时开始后台任务"
        basis = "政务服务事项办理"
        sees = "运维人员"
        kept_until = "不含个人信息"
        fields = {"key": "internal", "due_at": "internal", "last_at": "internal"}

    def __str__(self) -> str:
        return self.key
