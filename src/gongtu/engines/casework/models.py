"""What is kept about a case.

The declaration says what may happen, these tables where one matter stands, the journal what
happened.  Only `services` writes here.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models

from gongtu.engines.casework.choices import Satisfaction, ServedHow

NO_LIMIT = date.max
"""Sorts behind every real due day."""

BASIS = "《个人信息保护法》第十三条第一款第三项：为履行法定职责所必需"
FOR_THE_CASE = "办理本事项"
PARTIES_AND_OFFICES = "案件各方、承办机关、声明的监督方"
TEN_YEARS = "结案后十年"


def keys_to(model: str, *, null: bool = False) -> models.ForeignKey:  # type: ignore[type-arg]
    """A link that keeps what it points at from being deleted."""
    return models.ForeignKey(model, models.PROTECT, related_name="+", null=null, blank=null)


class Serial(models.Model):
    """The last number given out in one series; its row is locked while a number is drawn."""

    series = models.CharField(max_length=120, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Privacy:
        purpose, basis, sees, kept_until = "编号", BASIS, "无", "长期"
        fields: ClassVar = {"series": "internal", "last": "internal"}


class Case(models.Model):
    """One matter from the day it was opened; `turn` grows with every change."""

    number = models.CharField(max_length=20, unique=True)
    procedure = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    division = keys_to("parties.Division")
    answers = models.JSONField(default=dict)
    move_answers = models.JSONField(default=dict)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    days_taken = models.PositiveIntegerField(null=True, blank=True)
    opener_role = models.CharField(max_length=20)
    opener_account = keys_to(settings.AUTH_USER_MODEL, null=True)
    opener_person = keys_to("parties.Person", null=True)
    opener_organisation = keys_to("parties.Organisation", null=True)
    stage = models.CharField(max_length=60)
    stage_since = models.DateField()
    holder_role = models.CharField(max_length=20, blank=True)
    holder_organisation = keys_to("parties.Organisation", null=True)
    holder_person = keys_to("parties.Person", null=True)
    assignee = keys_to("parties.Person", null=True)
    legal_due = models.DateField(null=True, blank=True)
    promised_due = models.DateField(null=True, blank=True)
    due_order = models.DateField(default=NO_LIMIT)
    late_since = models.DateField(null=True, blank=True)
    turn = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=["holder_organisation", "due_order", "id"], name="case_of_body"),
            models.Index(fields=["holder_person", "due_order", "id"], name="case_of_holder"),
            models.Index(fields=["opener_person", "-id"], name="case_of_person"),
            models.Index(fields=["opener_organisation", "-id"], name="case_of_organisation"),
            models.Index(fields=["due_order", "id"], name="case_due"),
            models.Index(fields=["procedure", "stage"], name="case_stage"),
            models.Index(fields=["procedure", "opened_on"], name="case_opened"),
            models.Index(fields=["procedure", "closed_on"], name="case_closed"),
        )
        constraints = (
            models.CheckConstraint(
                name="case_closed_has_no_holder",
                condition=models.Q(closed_on=None) | models.Q(holder_role="", due_order=NO_LIMIT),
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = (
            FOR_THE_CASE, BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "number": "internal", "procedure": "public", "version": "public",
            "title": "personal", "division": "internal", "answers": "sensitive",
            "move_answers": "sensitive", "opened_on": "internal", "closed_on": "internal",
            "days_taken": "internal", "opener_role": "internal", "opener_account": "personal",
            "opener_person": "personal", "opener_organisation": "internal",
            "stage": "personal", "stage_since": "internal", "holder_role": "internal",
            "holder_organisation": "internal", "holder_person": "personal",
            "assignee": "personal", "legal_due": "internal", "promised_due": "internal",
            "due_order": "internal", "late_since": "internal", "turn": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class CaseParty(models.Model):
    """Who sits on a role's seat; a seat handed over keeps its former holder with `until`."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="parties")
    role = models.CharField(max_length=20)
    organisation = keys_to("parties.Organisation", null=True)
    person = keys_to("parties.Person", null=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["organisation", "case"], name="party_organisation"),
            models.Index(fields=["person", "case"], name="party_person"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["case", "role"], condition=models.Q(until=None), name="one_seat_a_role"
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = (
            FOR_THE_CASE, BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "case": "internal", "role": "internal",
            "organisation": "internal", "person": "personal",
            "since": "internal", "until": "internal",
        }  # fmt: skip


class StageRun(models.Model):
    """One stay of a case in one stage, with its own limits.

    `suspends` names the stage whose clock stands still meanwhile; `resumes` the stay that
    this one continues.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="runs")
    stage = models.CharField(max_length=60)
    started_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    left_with = models.CharField(max_length=60, blank=True)
    suspends = models.CharField(max_length=60, blank=True)
    resumes = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    legal_due = models.DateField(null=True, blank=True)
    promised_due = models.DateField(null=True, blank=True)
    extended_by = models.PositiveSmallIntegerField(default=0)
    extended_for = models.CharField(max_length=500, blank=True)
    extended_on = models.DateField(null=True, blank=True)
    late_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["stage", "started_on"], name="run_stage"),)
        constraints = (
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(left_on=None), name="one_stay_at_a_time"
            ),
            models.CheckConstraint(
                name="extension_has_its_day_and_reason",
                condition=models.Q(extended_by=0, extended_on=None, extended_for="")
                | models.Q(extended_by__gt=0, extended_on__isnull=False)
                & ~models.Q(extended_for=""),
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = (
            "期限计算与监督", BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "case": "internal", "stage": "personal", "started_on": "internal",
            "left_on": "internal", "left_with": "personal", "suspends": "internal",
            "resumes": "internal", "legal_due": "internal", "promised_due": "internal",
            "extended_by": "internal", "extended_for": "personal", "extended_on": "internal",
            "late_on": "internal",
        }  # fmt: skip


class Letter(models.Model):
    """A letter as it was issued: text, number and day never change; service and reading do."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=60)
    move = models.CharField(max_length=60)
    title = models.CharField(max_length=120)
    title_en = models.CharField(max_length=200, blank=True)
    issuer = keys_to("parties.Organisation")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    number = models.CharField(max_length=80)
    to_role = models.CharField(max_length=20)
    to_person = keys_to("parties.Person", null=True)
    to_organisation = keys_to("parties.Organisation", null=True)
    addressee = models.CharField(max_length=200)
    issued_on = models.DateField()
    zh = models.TextField()
    en = models.TextField()
    basis = models.JSONField(default=list)
    served_on = models.DateField(null=True, blank=True)
    served_how = models.CharField(max_length=20, choices=ServedHow, blank=True)
    served_proof = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = keys_to(settings.AUTH_USER_MODEL, null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["issuer", "year", "serial"], name="letter_number"),
            models.CheckConstraint(
                name="letter_served_how_and_when",
                condition=models.Q(served_on=None, served_how="")
                | models.Q(served_on__isnull=False) & ~models.Q(served_how=""),
            ),
        )
        indexes = (
            models.Index(fields=["kind", "issued_on"], name="letter_kind"),
            models.Index(fields=["to_person", "-id"], name="letter_to_person"),
            models.Index(fields=["to_organisation", "-id"], name="letter_to_organisation"),
        )

    class Privacy:
        purpose, basis, sees, kept_until = (
            "告知、送达与证明", BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "case": "internal", "kind": "internal", "move": "personal",
            "title": "personal", "title_en": "personal", "issuer": "public", "year": "internal", "serial": "internal",
            "number": "internal", "to_role": "internal", "to_person": "personal",
            "to_organisation": "internal", "addressee": "personal", "issued_on": "internal",
            "zh": "sensitive", "en": "sensitive", "basis": "public", "served_on": "personal",
            "served_how": "personal", "served_proof": "personal", "read_at": "personal",
            "read_by": "personal",
        }  # fmt: skip


class Attachment(models.Model):
    """A file handed in with a case; `material` is the key of the demanded material, if any."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="attachments")
    material = models.CharField(max_length=60, blank=True)
    file = keys_to("records.StoredFile")
    name = models.CharField(max_length=200)
    added_on = models.DateField()
    added_role = models.CharField(max_length=20)
    added_by = keys_to(settings.AUTH_USER_MODEL, null=True)

    class Privacy:
        purpose, basis, sees, kept_until = (
            FOR_THE_CASE, BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "case": "internal", "material": "internal", "file": "sensitive",
            "name": "personal", "added_on": "internal", "added_role": "internal",
            "added_by": "personal",
        }  # fmt: skip


class Notice(models.Model):
    """A 公示: opened with its stage, open to everybody until the end of the day `until`.

    `until` stays empty while the length of the notice is 待核.
    """

    run = models.OneToOneField(StageRun, models.PROTECT, related_name="notice")
    case = models.ForeignKey(Case, models.PROTECT, related_name="notices")
    says = models.TextField()
    opened_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["until", "-id"], name="notice_until"),)

    class Privacy:
        purpose, basis, sees, kept_until = "公示", BASIS, "任何人", "公示期满"
        fields: ClassVar = {
            "id": "internal", "run": "internal", "case": "public", "says": "public",
            "opened_on": "public", "until": "public", "withdrawn_on": "public",
        }  # fmt: skip


class Objection(models.Model):
    """What somebody holds against a notice, and the answer; name and contact may be left out."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="objections")
    name = models.CharField(max_length=80, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    made_on = models.DateField()
    made_by = keys_to(settings.AUTH_USER_MODEL, null=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = keys_to(settings.AUTH_USER_MODEL, null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="objection_answered_with_text",
                condition=models.Q(answer="", answered_on=None)
                | models.Q(answered_on__isnull=False) & ~models.Q(answer=""),
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = "公示异议的核实与答复", BASIS, "承办机关", "结案后三年"
        fields: ClassVar = {
            "id": "internal", "notice": "internal", "name": "sensitive", "contact": "sensitive",
            "text": "sensitive", "made_on": "internal", "made_by": "sensitive",
            "answer": "personal", "answered_on": "internal", "answered_by": "personal",
        }  # fmt: skip


class Draft(models.Model):
    """A form half filled in; gone once the case is opened or the move made."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    capacity = models.CharField(max_length=40)
    procedure = models.CharField(max_length=80)
    about = models.CharField(max_length=20, blank=True)
    move = models.CharField(max_length=60, blank=True)
    answers = models.JSONField(default=dict)
    saved_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["account", "capacity", "procedure", "about", "move"], name="one_draft"
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = "填报暂存", BASIS, "本人", "提交、放弃或最后保存后一年"
        fields: ClassVar = {
            "id": "internal", "account": "personal", "capacity": "internal",
            "procedure": "internal", "about": "internal", "move": "internal",
            "answers": "sensitive", "saved_on": "internal",
        }  # fmt: skip


class Conflict(models.Model):
    """An officer's own declaration that they must not act on this case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="conflicts")
    person = keys_to("parties.Person")
    reason = models.CharField(max_length=500)
    declared_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["case", "person"], name="one_conflict_a_person"),
        )

    class Privacy:
        purpose, basis, sees, kept_until = "回避", BASIS, "承办机关、监督方", TEN_YEARS
        fields: ClassVar = {
            "id": "internal", "case": "internal", "person": "personal", "reason": "personal",
            "declared_on": "internal",
        }  # fmt: skip


class Rating(models.Model):
    """What the opener thought of a finished case (好差评), and the body's reply."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="rating")
    grade = models.PositiveSmallIntegerField(choices=Satisfaction)
    text = models.TextField(blank=True)
    rated_on = models.DateField()
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True, blank=True)

    class Privacy:
        purpose, basis, sees, kept_until = "政务服务评价", BASIS, "承办机关、监督方", "评价后三年"
        fields: ClassVar = {
            "id": "internal", "case": "internal", "grade": "personal", "text": "personal",
            "rated_on": "internal", "reply": "personal", "replied_on": "internal",
        }  # fmt: skip


class OnceKey(models.Model):
    """A request already carried out: the same key from the same account gets the same case."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=120)
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    used_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "key"], name="once_per_account"),)

    class Privacy:
        purpose, basis, sees, kept_until = "防止重复提交", BASIS, "无", "使用后一年"
        fields: ClassVar = {
            "id": "internal", "account": "personal", "key": "internal", "case": "internal",
            "used_on": "internal",
        }  # fmt: skip
