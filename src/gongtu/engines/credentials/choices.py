"""What can become of a credential, and what checking one can find."""

from django.db.models import TextChoices


class Status(TextChoices):
    ISSUED = "issued", "有效"
    REVOKED = "revoked", "已撤销"
    SUPERSEDED = "superseded", "已换发"


class ReasonClass(TextChoices):
    """Why a credential is taken back; the words beside it say the rest."""

    ISSUED_IN_ERROR = "issued-in-error", "核发有误"
    OBTAINED_BY_FRAUD = "obtained-by-fraud", "以欺骗等手段取得"
    BEYOND_AUTHORITY = "beyond-authority", "超出备案范围核发"
    HOLDER_REQUEST = "holder-request", "持证人申请"


class Verdict(TextChoices):
    VALID = "valid", "有效"
    EXPIRED = "expired", "已过期"
    REVOKED = "revoked", "已撤销"
    SUPERSEDED = "superseded", "已换发新证"
    CANNOT_TELL = "cannot-tell", "无法判断"


class Purpose(TextChoices):
    """What a bit of a status list says when it is set (Bitstring Status List v1.0)."""

    REVOCATION = "revocation", "撤销"
    REFRESH = "refresh", "换发"
