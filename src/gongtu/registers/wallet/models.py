"""Links under which holders show parts of a certificate, and certificates that others issued."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.wallet.choices import Part

BASIS = "条例第二十二条；个人信息保护法第四十五条"


class Share(models.Model):
    """Parts of one certificate or appointment, for whoever has the link, up to and on `until`."""

    token = models.CharField(max_length=43, unique=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    credential = models.ForeignKey("credentials.Credential", models.PROTECT, related_name="+")
    parts = models.CharField(max_length=100, blank=True)
    purpose = models.CharField(max_length=200)
    made_on = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [models.Index(fields=["person", "-id"], name="share_of_person")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gte=F("made_on")), name="share_ends_after_it_began"
            ),
            models.CheckConstraint(condition=~Q(purpose=""), name="share_names_its_purpose"),
        ]

    class Privacy:
        purpose, basis = "持证人按自己的意思出示证书的一部分", BASIS
        sees, kept_until = "本人；持有链接的人只看到本人选定的内容", "链接结束后，本人删除为止"
        fields: ClassVar = {
            "id": "internal", "token": "personal", "person": "personal",
            "credential": "personal", "parts": "personal", "purpose": "personal",
            "made_on": "personal", "until": "personal", "ended_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def shown(self) -> list[Part]:
        """The parts chosen."""
        return [Part(part) for part in self.parts.split()]

    def is_open(self, on: date) -> bool:
        """Whether the link still shows anything: its days last, and so does who made it.

        What went over to another record takes no links along.
        """
        if self.ended_on is not None or on > self.until:
            return False
        holder = self.person
        still_there = holder.erased_on is None and holder.died_on is None
        return still_there and self.credential.holder_index == str(holder.pk)


class Elsewhere(models.Model):
    """A certificate that somebody else issued, as its holder brought it; never one of ours."""

    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    document = models.JSONField()
    digest = models.CharField(max_length=64)
    title = models.CharField(max_length=200)
    issuer = models.CharField(max_length=300)
    kept_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "digest"], name="certificate_of_elsewhere_is_kept_once"
            ),
        ]

    class Privacy:
        purpose, basis = "持证人保管别处签发的证书", "本人同意（个人信息保护法第十三条）"
        sees, kept_until = "本人", "本人删除为止；本人依法注销时一并删除"
        fields: ClassVar = {
            "id": "internal", "person": "personal", "document": "personal",
            "digest": "internal", "title": "personal", "issuer": "personal",
            "kept_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.title
