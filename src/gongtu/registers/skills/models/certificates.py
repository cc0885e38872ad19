"""Certificates of grades and of special abilities, and what became of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.records.append_only import Guard, guarded
from gongtu.registers.skills.choices import (
    CertificateStatus,
    EventKind,
    Receipt,
    RevocationReason,
)
from gongtu.registers.skills.models.assessors import Occupation
from gongtu.registers.skills.models.sessions import AssessmentSession
from gongtu.registers.skills.models.shared import BASIS, GRADES

GUARDS = guarded(Guard("skills_certificateevent"))


class Certificate(models.Model):
    """A grade certificate under its 22-character number; the signed document is a credential."""

    number = models.CharField(max_length=22, unique=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="certificates")
    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=GRADES)
    issuer = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    session = models.ForeignKey(AssessmentSession, models.PROTECT, null=True, related_name="+")
    issued_on = models.DateField(db_index=True)
    status = models.CharField(
        max_length=12, choices=[(s, s) for s in CertificateStatus], default=CertificateStatus.VALID
    )
    predecessor = models.OneToOneField("self", models.PROTECT, null=True, related_name="successor")
    revoked_on = models.DateField(null=True)
    revoked_for = models.CharField(
        max_length=20, blank=True, choices=[(r.value, r.label) for r in RevocationReason]
    )
    heard = models.TextField(blank=True)
    subsidised_on = models.DateField(null=True)
    subsidised_by = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["-issued_on", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["person", "-issued_on"], name="certificate_of_person"),
            models.Index(fields=["issuer", "-issued_on"], name="certificate_of_issuer"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status="revoked", revoked_on__isnull=False) & ~Q(revoked_for="")
                | ~Q(status="revoked") & Q(revoked_on=None, revoked_for=""),
                name="revocation_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(subsidised_on=None, subsidised_by="")
                | Q(subsidised_on__isnull=False) & ~Q(subsidised_by=""),
                name="subsidy_has_day_and_case",
            ),
        ]

    class Privacy:
        purpose, basis = "证明技能等级，供公众查验和落实待遇", BASIS
        sees = "本人、评价机构、用人单位（在本单位计入的等级）、人社部门；凭编号和姓名查验的人"
        kept_until = "长期"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "person": "personal",
            "occupation": "personal", "grade": "personal", "issuer": "public",
            "session": "internal", "issued_on": "personal", "status": "personal",
            "predecessor": "personal",
            "revoked_on": "personal", "revoked_for": "personal", "heard": "sensitive",
            "subsidised_on": "personal", "subsidised_by": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number


class CertificateEvent(models.Model):
    """One thing that happened to a certificate, in the order it happened; rows are only added.

    `before` and `after` hold what a correction changed, by the field of the official form.
    """

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=12, choices=[(k.value, k.label) for k in EventKind])
    on = models.DateField()
    reason_class = models.CharField(max_length=20, blank=True)
    told = models.TextField(blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    case_number = models.CharField(max_length=20, blank=True)
    by_organisation = models.ForeignKey(
        "parties.Organisation", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["id"]

    class Privacy:
        purpose, basis = "证书的历史可查，并报送证书查询系统", BASIS
        sees, kept_until = "本人、评价机构、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "certificate": "personal", "kind": "personal", "on": "personal",
            "reason_class": "personal", "told": "sensitive", "before": "personal",
            "after": "personal", "case_number": "internal", "by_organisation": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.certificate_id} {self.kind} {self.on:%Y-%m-%d}"


class FeedReceipt(models.Model):
    """What the query system answered about one event; what it rejected may be accepted later."""

    event = models.OneToOneField(CertificateEvent, models.PROTECT, related_name="receipt")
    state = models.CharField(max_length=10, choices=[(r.value, r.value) for r in Receipt])
    reason = models.CharField(max_length=500, blank=True)
    on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="accepted", reason="") | Q(state="rejected") & ~Q(reason=""),
                name="rejected_row_has_a_reason",
            ),
        ]

    class Privacy:
        purpose, basis = "证书信息报送查询系统的回执", BASIS
        sees, kept_until = "评价机构、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "event": "internal", "state": "internal", "reason": "internal",
            "on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.event_id} {self.state}"


class AbilityCertificate(models.Model):
    """A certificate of a special ability (Art. 23): of no grade, under its own number."""

    number = models.CharField(max_length=40, unique=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="abilities")
    name = models.CharField(max_length=80)
    issuer = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    issued_on = models.DateField()
    revoked_on = models.DateField(null=True)
    subsidised_on = models.DateField(null=True)
    subsidised_by = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["-issued_on", "-id"]
        indexes: ClassVar = [models.Index(fields=["person", "-issued_on"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(revoked_on=None) | Q(revoked_on__gte=F("issued_on")),
                name="ability_is_revoked_after_it_was_certified",
            ),
            models.CheckConstraint(
                condition=Q(subsidised_on=None, subsidised_by="")
                | Q(subsidised_on__isnull=False) & ~Q(subsidised_by=""),
                name="ability_subsidy_has_day_and_case",
            ),
        ]

    class Privacy:
        purpose = "证明专项职业能力，落实待遇"
        basis = "条例第二十三条；《个人信息保护法》第十三条第一款第三项"
        sees, kept_until = "本人、考核机构、人社部门；凭编号和姓名查验的人", "长期"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "person": "personal", "name": "personal",
            "issuer": "public", "issued_on": "personal", "revoked_on": "personal",
            "subsidised_on": "personal", "subsidised_by": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number
