"""The eight grades of article 21, and the few words certificates need."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from gongtu.base.bilingual import Bilingual, Word


class Grade(StrEnum):
    """A step of the ladder, in order; `level` is the national level code where one is published.

    >>> Grade.SENIOR.rank, Grade.SENIOR.label, Grade.SENIOR.display
    (4, '高级工', '三级/高级工')
    >>> Grade.APPRENTICE.level is None
    True
    """

    label: str
    label_en: str
    level: int | None
    rank: int  # 1 for an apprentice to 8 for a chief technician

    def __new__(
        cls, value: str, label: str = "", label_en: str = "", level: int | None = None
    ) -> Self:
        grade = str.__new__(cls, value)
        grade._value_, grade.label, grade.label_en, grade.level = value, label, label_en, level
        grade.rank = len(cls.__members__) + 1
        return grade

    APPRENTICE = "apprentice", "学徒工", "apprentice", None
    JUNIOR = "junior", "初级工", "junior worker", 5
    INTERMEDIATE = "intermediate", "中级工", "intermediate worker", 4
    SENIOR = "senior", "高级工", "senior worker", 3
    TECHNICIAN = "technician", "技师", "technician", 2
    SENIOR_TECHNICIAN = "senior_technician", "高级技师", "senior technician", 1
    SPECIAL_TECHNICIAN = "special_technician", "特级技师", "special-grade technician", None
    CHIEF_TECHNICIAN = "chief_technician", "首席技师", "chief technician", None

    @property
    def display(self) -> str:
        """As certificates print it: 三级/高级工."""
        return f"{'一二三四五'[self.level - 1]}级/{self.label}" if self.level else self.label

    @property
    def words(self) -> Word:
        """The same for readers of both languages: level 3, senior worker."""
        begins = f"level {self.level}, " if self.level else ""
        return Word(self.display, begins + self.label_en)


# 高技能人才 begin with 高级工, as article 24 and the national coding rule count them.
# The kind of credential that certifies a special ability.
ABILITY = "special-ability-certificate"
SKILLED = tuple(grade for grade in Grade if grade.rank >= Grade.SENIOR.rank)


class SessionState(StrEnum):
    """How far an assessment session has come."""

    PLANNED = "planned"
    MARKED = "marked"
    ISSUING = "issuing"
    ISSUED = "issued"
    CANCELLED = "cancelled"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"


class CertificateStatus(StrEnum):
    """Whether a certificate counts."""

    VALID = "valid"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"


class RevocationReason(Bilingual):
    """Why a certificate was revoked, for the public; the classes are those of credentials."""

    ISSUED_IN_ERROR = "issued-in-error", "核发有误", "issued in error"
    OBTAINED_BY_FRAUD = "obtained-by-fraud", "以欺骗等手段取得", "obtained by fraud"
    BEYOND_AUTHORITY = "beyond-authority", "超出备案范围核发", "beyond the filing"
    HOLDER_REQUEST = "holder-request", "持证人申请", "at the holder's request"
    KEY_COMPROMISED = "key-compromised", "签名密钥失密", "the signing key was compromised"


class EventKind(Bilingual):
    """What happened to a certificate; the feed to the query system uses the same words."""

    ISSUED = "issued", "核发", "issued"
    CORRECTED = "corrected", "更正换发", "corrected"
    REISSUED = "reissued", "补发", "issued again"
    SUSPENDED = "suspended", "暂停", "suspended"
    RESUMED = "resumed", "恢复", "resumed"
    REVOKED = "revoked", "撤销", "revoked"
    MOVED = "moved", "转入合并后的登记", "moved to the record of one person"


class Receipt(StrEnum):
    """What the query system made of a row of the feed."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class MergerState(Bilingual):
    """How far it is decided that two records are of one person."""

    PROPOSED = "proposed", "待另一人决定", "waits for another officer"
    DECIDED = "decided", "已合并", "merged"
    DROPPED = "dropped", "不予合并", "not merged"
    UNDONE = "undone", "已撤回合并", "merger undone"
