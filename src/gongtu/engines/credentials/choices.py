"""What can become of a credential, and what checking one can find."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _


class Status(TextChoices):
    ISSUED = "issued", _("有效")
    REVOKED = "revoked", _("已撤销")
    SUPERSEDED = "superseded", _("已换发")
    SUSPENDED = "suspended", _("已暂停")


class ReasonClass(TextChoices):
    """Why a credential is taken back; the words beside it say the rest."""

    ISSUED_IN_ERROR = "issued-in-error", _("核发有误")
    OBTAINED_BY_FRAUD = "obtained-by-fraud", _("以欺骗等手段取得")
    BEYOND_AUTHORITY = "beyond-authority", _("超出备案范围核发")
    HOLDER_REQUEST = "holder-request", _("持证人申请")
    KEY_COMPROMISED = "key-compromised", _("签名密钥失密")
    ENDED = "ended", _("期满以前终止")


class Verdict(TextChoices):
    VALID = "valid", "有效"
    EXPIRED = "expired", "已过期"
    REVOKED = "revoked", "已撤销"
    SUPERSEDED = "superseded", "已换发新证"
    CANNOT_TELL = "cannot-tell", "无法判断"


class KeyKind(TextChoices):
    """The kinds of keys that credentials are signed with."""

    ED25519 = "Ed25519", "Ed25519"
    P256 = "P-256", "ECDSA P-256"
    P384 = "P-384", "ECDSA P-384"
    SM2 = "SM2", gettext_lazy("国密SM2")


class Store(TextChoices):
    """Where a secret key lies."""

    DATABASE = "database", "数据库（加密保存）"
    DEVICE = "pkcs11", "密码设备（PKCS#11）"


class Effect(TextChoices):
    """What is decided about papers that a key out of its owner's hands signed after a day."""

    CANNOT_TELL = "cannot-tell", "无法判断"
    REVOKED = "revoked", "撤销"


class Purpose(TextChoices):
    """What a bit of a status list says when it is set (Bitstring Status List v1.0)."""

    REVOCATION = "revocation", "撤销"
    REFRESH = "refresh", "换发"
    SUSPENSION = "suspension", "暂停"


STATUS_OF = {
    Purpose.REVOCATION: Status.REVOKED,
    Purpose.REFRESH: Status.SUPERSEDED,
    Purpose.SUSPENSION: Status.SUSPENDED,
}
