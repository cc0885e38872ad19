"""What gives somebody the right to act: offices, their delegation, and persons' consents."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.base.bilingual import Word, Worded
from gongtu.parties.choices import UsualOffice
from gongtu.parties.models.persons import Person
from gongtu.parties.models.places import KINDS, Organisation


class Office(models.Model):
    """A person may act for an organisation, in one role, during a period."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="offices")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="offices")
    role = models.CharField(max_length=12, choices=KINDS)
    title = models.CharField(max_length=60)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="office_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=Q(until=None),
                name="person_holds_an_office_once_at_a_time",
            ),
        ]

    class Privacy:
        purpose = "确定谁可以代表单位办理，并留下办理人"
        basis = "条例第四条；《国务院关于在线政务服务的若干规定》"
        sees = "本人、所在单位、案卷当事人"
        kept_until = "所办案卷的保存期限届满"
        fields: ClassVar = {
            "id": "internal",
            "person": "personal",
            "organisation": "public",
            "role": "public",
            "title": "public",
            "since": "internal",
            "until": "internal",
        }

    def __str__(self) -> str:
        return self.title

    @property
    def called(self) -> Worded:
        """Its title, for readers of either language where it is a usual one."""
        usual = (one for one in UsualOffice if one.label == self.title)
        return next(usual, Word(self.title, self.title))


class Delegation(models.Model):
    """An office put into somebody else's hands for a stated period and reason."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="delegations")
    to = models.ForeignKey(Person, models.PROTECT, related_name="delegations")
    since = models.DateField()
    until = models.DateField()
    reason = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")),
                name="delegation_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="delegation_states_its_reason"),
        ]

    class Privacy:
        purpose = "请假、回避等情形下由他人代为办理"
        basis = "本机关内部授权"
        sees = "本人、受托人、所在单位"
        kept_until = "所办案卷的保存期限届满"
        fields: ClassVar = {
            "id": "internal",
            "office": "internal",
            "to": "personal",
            "since": "internal",
            "until": "internal",
            "reason": "personal",
        }

    def __str__(self) -> str:
        return self.reason


class Consent(models.Model):
    """A person's recorded yes to one declared purpose, until it is withdrawn."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=40)
    scope = models.CharField(max_length=60, blank=True)
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    evidence = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("given_on")),
                name="consent_is_withdrawn_after_it_was_given",
            ),
            models.CheckConstraint(condition=~Q(evidence=""), name="consent_has_its_evidence"),
            models.UniqueConstraint(
                fields=["person", "purpose", "scope"],
                condition=Q(withdrawn_on=None),
                name="consent_stands_once_for_a_purpose",
            ),
        ]

    class Privacy:
        purpose = "证明本人同意及其范围，随时可以撤回"
        basis = "《个人信息保护法》第十四条、第十五条"
        sees = "本人、同意范围所指单位"
        kept_until = "撤回后三年"
        fields: ClassVar = {
            "id": "internal",
            "person": "personal",
            "purpose": "personal",
            "scope": "personal",
            "given_on": "personal",
            "withdrawn_on": "personal",
            "evidence": "personal",
        }

    def __str__(self) -> str:
        return self.purpose
