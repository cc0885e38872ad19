"""A message on its way."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import get_language


class Channel(models.TextChoices):
    APP = "app", "站内通知"
    MAIL = "mail", "电子邮件"
    SMS = "sms", "短信"


class MessageState(models.TextChoices):
    WAITING = "waiting", "待发送"
    SENT = "sent", "已发送"
    DEAD = "dead", "未能送达"


class Message(models.Model):
    """One message to one address; its key makes a second sending the same message.

    In the app it is read in the reader's language; mail says it in both.
    """

    key = models.CharField("去重键", max_length=200, unique=True)
    channel = models.CharField("渠道", max_length=4, choices=Channel)
    to = models.CharField("收件地址", max_length=200)
    subject = models.CharField("标题", max_length=200)
    text = models.TextField("正文")
    subject_en = models.CharField("英文标题", max_length=200, blank=True, db_default="")
    text_en = models.TextField("英文正文", blank=True, db_default="")
    about = models.CharField("关于", max_length=120, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=MessageState, default=MessageState.WAITING
    )
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    written_at = models.DateTimeField("写入时刻", db_default=Now())
    due_at = models.DateTimeField("下次时刻", db_default=Now())
    sent_at = models.DateTimeField("发送时刻", null=True)
    read_at = models.DateTimeField("阅读时刻", null=True)
    last_error = models.TextField("最近错误", blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = "通知"
        indexes = (
            models.Index(fields=("state", "due_at"), name="outbox_by_due"),
            models.Index(fields=("channel", "to", "-id"), name="outbox_by_address"),
            models.Index(
                fields=("to", "-id"),
                name="outbox_unread",
                condition=models.Q(channel="app", read_at=None),
            ),
        )

    class Privacy:
        purpose = "把办理情况告知本人"
        basis = "本人同意的送达方式"
        sees = "收件人"
        kept_until = "送达后三年"
        fields = {
            "id": "internal", "key": "internal", "channel": "internal", "to": "personal",
            "subject": "personal", "text": "personal", "subject_en": "personal",
            "text_en": "personal", "about": "internal", "state": "internal",
            "attempts": "internal", "written_at": "internal", "due_at": "internal",
            "sent_at": "internal", "read_at": "personal", "last_error": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.channel} {self.subject}"

    @property
    def title(self) -> str:
        """The subject in the reader's language, as far as it was written in it."""
        return (self.subject_en if get_language() == "en" else "") or self.subject

    @property
    def says(self) -> str:
        """The text likewise."""
        return (self.text_en if get_language() == "en" else "") or self.text
