"""Tables of the skills register; services write them, rules of grades and numbers lie elsewhere."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.records.append_only import Guard, guarded
from gongtu.registers.skills.choices import (
    CertificateStatus,
    EventKind,
    Grade,
    MergerState,
    Receipt,
    RevocationReason,
    SessionState,
)

BASIS = "条例第二十条至第二十二条；《个人信息保护法》第十三条第一款第三项"
GUARDS = guarded(Guard("skills_certificateevent"))
GRADES = [(grade.value, grade.label) for grade in Grade]


def _internal(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "internal")


class Occupation(models.Model):
    """An occupation of the national classification, under its code.

    `family` is the minor group; `edition` the year of the classification it was read from.
    """

    code = models.CharField(max_length=16, primary_key=True)
    name = models.CharField(max_length=80, db_index=True)
    major = models.CharField(max_length=80, blank=True)
    middle = models.CharField(max_length=80, blank=True)
    family = models.CharField(max_length=80, blank=True)
    is_digital = models.BooleanField(default=False)
    is_green = models.BooleanField(default=False)
    edition = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering: ClassVar = ["code"]

    class Privacy:
        purpose, basis, sees, kept_until = "职业分类", "条例第二十条", "公众", "长期"
        fields: ClassVar = {
            "code": "public", "name": "public", "major": "public", "middle": "public",
            "family": "public", "is_digital": "public", "is_green": "public", "edition": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Assessor(models.Model):
    """A body that may issue grade certificates; its prefix starts every certificate number.

    `last_serial` is the last number given out: drawn by `services.serials` alone.
    """

    organisation = models.OneToOneField(
        "parties.Organisation", models.PROTECT, related_name="assessor"
    )
    prefix = models.CharField(max_length=13, unique=True)
    last_serial = models.PositiveIntegerField(default=0)

    class Privacy:
        purpose, basis, sees, kept_until = "证书编号", BASIS, "公众", "长期"
        fields: ClassVar = {
            "id": "internal", "organisation": "public", "prefix": "public",
            "last_serial": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.prefix


class QualificationSerial(models.Model):
    """The last serial of a body's sixteen-digit numbers, of one grade in one year."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    grade = models.CharField(max_length=20, choices=GRADES)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "year", "grade"], name="qualification_serials_run_once"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "职业资格证书编号", BASIS, "发证机构、人社部门", "长期"
        fields: ClassVar = _internal("id", "organisation", "year", "grade", "last")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.year} {self.grade} {self.last}"


class AssessorFiling(models.Model):
    """An assessor's filing for one occupation, from the lowest to the highest grade it assesses."""

    assessor = models.ForeignKey(Assessor, models.PROTECT, related_name="filings")
    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="+")
    lowest = models.CharField(max_length=20, choices=GRADES)
    highest = models.CharField(max_length=20, choices=GRADES)
    since = models.DateField()
    until = models.DateField(null=True)
    case_number = models.CharField(max_length=20, blank=True, db_index=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="filing_ends_after_it_began"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "企业自主评价备案", BASIS, "公众", "备案终止后长期"
        fields: ClassVar = {
            "id": "internal", "assessor": "public", "occupation": "public", "lowest": "public",
            "highest": "public", "since": "public", "until": "public", "case_number": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.lowest}–{self.highest}"

    def covers(self, grade: Grade) -> bool:
        """Whether the grade lies between the lowest and the highest filed."""
        return Grade(self.lowest).rank <= grade.rank <= Grade(self.highest).rank

    def holds_on(self, on: date) -> bool:
        """Whether it is in force on the day."""
        return self.since <= on and (self.until is None or on < self.until)


class AssessmentSession(models.Model):
    """One sitting of an assessment, under the case that planned it.

    `issued_through` is the last candidate up to whom those who passed hold their certificates.
    """

    case_number = models.CharField(max_length=20, unique=True)
    filing = models.ForeignKey(AssessorFiling, models.PROTECT, related_name="sessions")
    grade = models.CharField(max_length=20, choices=GRADES)
    planned_on = models.DateField(db_index=True)
    place = models.CharField(max_length=120)
    state = models.CharField(
        max_length=12, choices=[(s, s) for s in SessionState], default=SessionState.PLANNED
    )
    issued_through = models.BigIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-planned_on", "-id"]

    class Privacy:
        purpose, basis, sees, kept_until = "评价活动记录", BASIS, "评价机构、人社部门", "长期"
        fields: ClassVar = _internal(
            "id",
            "case_number",
            "filing",
            "grade",
            "planned_on",
            "place",
            "state",
            "issued_through",
        )

    def __str__(self) -> str:
        return self.case_number


class Candidate(models.Model):
    """A person in a session, the marks out of a hundred once entered, and the judgement."""

    session = models.ForeignKey(AssessmentSession, models.CASCADE, related_name="candidates")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    theory = models.PositiveSmallIntegerField(null=True)
    practice = models.PositiveSmallIntegerField(null=True)
    passed = models.BooleanField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "person"], name="person_sits_once_in_a_session"
            ),
            models.CheckConstraint(
                condition=Q(theory=None, practice=None, passed=None)
                | Q(theory__lte=100, practice__lte=100),
                name="result_is_entered_whole",
            ),
        ]

    class Privacy:
        purpose, basis = "评定技能等级", BASIS
        sees, kept_until = "本人、评价机构、人社部门", "核发后长期"
        fields: ClassVar = {
            "id": "internal", "session": "internal", "person": "personal",
            "theory": "personal", "practice": "personal", "passed": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.session_id}:{self.person_id}"


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
        sees, kept_until = "本人、评价机构、人社部门；凭编号和姓名查验的人", "长期"
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


class IdentityMerger(models.Model):
    """Two records of one person: what was certified to the duplicate is held by the survivor.

    `moved` lists the numbers that went over, so that an undoing takes back those and no others.
    """

    duplicate = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    survivor = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    proof = models.TextField()
    state = models.CharField(
        max_length=10, choices=[(s.value, s.label) for s in MergerState],
        default=MergerState.PROPOSED,
    )  # fmt: skip
    proposed_by = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    settled_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    settled_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    moved = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["duplicate"], condition=Q(state__in=("proposed", "decided")),
                name="record_goes_into_one_other_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(duplicate=F("survivor")), name="record_goes_into_another"
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", settled_by=None, settled_on=None)
                | ~Q(state="proposed") & Q(settled_by__isnull=False, settled_on__isnull=False),
                name="merger_says_who_settled_it_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided") | ~Q(settled_by=F("proposed_by")),
                name="nobody_decides_their_own_merger",
            ),
        ]  # fmt: skip

    class Privacy:
        purpose, basis = "同一人有两份登记的，证书归到一处", BASIS
        sees, kept_until = "人社部门；证书的历史由本人、评价机构查看", "长期"
        fields: ClassVar = {
            "id": "internal", "duplicate": "personal", "survivor": "personal",
            "proof": "personal", "state": "internal", "proposed_by": "internal",
            "proposed_on": "internal", "settled_by": "internal", "settled_on": "internal",
            "reason": "personal", "moved": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.duplicate_id} → {self.survivor_id}"
