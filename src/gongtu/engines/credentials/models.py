"""Issuers' keys, what they issued, and the lists that say what became of it."""

from django.db import models
from django.db.models import Q

from gongtu.engines.credentials.choices import Effect, KeyKind, ReasonClass, Status, Store


class IssuerKey(models.Model):
    """A signing key of an organisation.

    The private half is enciphered with the platform's key, or never leaves its device.
    """

    organisation = models.BigIntegerField("发证单位", db_index=True)
    kind = models.CharField("算法", max_length=10, choices=KeyKind, default=KeyKind.ED25519)
    public = models.CharField("公钥", max_length=90, unique=True)
    store = models.CharField("私钥所在", max_length=10, choices=Store, default=Store.DATABASE)
    cipher = models.BinaryField("加密的私钥", default=b"")
    since = models.DateField("启用日期")
    until = models.DateField("停用日期", null=True)

    class Meta:
        ordering = ("-since", "-id")
        verbose_name = "签名密钥"
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "kind"),
                condition=Q(until=None),
                name="issuer_signs_with_one_key_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(store=Store.DATABASE) & ~Q(cipher=b"")
                | ~Q(store=Store.DATABASE) & Q(cipher=b""),
                name="secret_key_lies_in_one_place",
            ),
        )

    class Privacy:
        purpose = "签发凭证"
        basis = "电子签名法"
        sees = "公众（公钥）"
        kept_until = "凭证有效期满"
        fields = {
            "id": "internal", "organisation": "public", "kind": "public", "public": "public",
            "store": "internal", "cipher": "internal", "since": "public", "until": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.public


class Compromise(models.Model):
    """A decision on what a key signed after a day, once others may sign by it; the last counts."""

    key = models.ForeignKey(IssuerKey, models.PROTECT, related_name="compromises")
    after = models.DateField("此日之后")
    effect = models.CharField("决定", max_length=12, choices=Effect)
    reason = models.CharField("理由", max_length=500)
    decided_on = models.DateField("决定日期")

    class Meta:
        ordering = ("-id",)
        verbose_name = "密钥失密决定"

    class Privacy:
        purpose = "告知凭证为何无法判断或者被撤销"
        basis = "电子签名法第十五条"
        sees = "公众"
        kept_until = "永久"
        fields = {
            "id": "internal", "key": "public", "after": "public", "effect": "public",
            "reason": "public", "decided_on": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.key}: {self.effect}"


class ProofChoice(models.Model):
    """The proofs that an organisation's papers bear, where it chose others than its city."""

    organisation = models.BigIntegerField("发证单位", unique=True)
    profiles = models.CharField("证明", max_length=200)
    since = models.DateField("选择日期")

    class Meta:
        ordering = ("organisation",)
        verbose_name = "证明的选择"

    class Privacy:
        purpose = "签发凭证"
        basis = "电子签名法"
        sees = "公众"
        kept_until = "发证单位注销"
        fields = {
            "id": "internal", "organisation": "public", "profiles": "public", "since": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.profiles


class StatusList(models.Model):
    """Places for the status bits of one issuer's credentials, one bit each for each purpose."""

    organisation = models.BigIntegerField("发证单位", db_index=True)
    issuer = models.CharField("签发名义", max_length=200, blank=True)
    size = models.PositiveIntegerField("位数")
    used = models.PositiveIntegerField("已用", default=0)

    class Meta:
        ordering = ("id",)
        verbose_name = "状态列表"

    class Privacy:
        purpose = "公布凭证状态"
        basis = "职业技能等级证书管理"
        sees = "公众"
        kept_until = "不含个人信息"
        fields = {
            "id": "public", "organisation": "public", "issuer": "public", "size": "public",
            "used": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pk}"


class Credential(models.Model):
    """One signed document and what became of it."""

    number = models.CharField("证书编号", max_length=40, unique=True)
    kind = models.CharField("种类", max_length=60)
    document = models.JSONField("凭证")
    issuer_organisation = models.BigIntegerField("发证单位", db_index=True)
    issued_on = models.DateField("发证日期")
    valid_until = models.DateField("有效期至", null=True)
    holder_index = models.CharField("持证人索引", max_length=64, blank=True, db_index=True)
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.ISSUED)
    status_list = models.ForeignKey(
        StatusList, models.PROTECT, related_name="credentials", verbose_name="状态列表"
    )
    status_index = models.PositiveIntegerField("状态位")
    ended_on = models.DateField("撤销或换发日期", null=True)
    reason_class = models.CharField("撤销原因", max_length=30, choices=ReasonClass, blank=True)
    reason = models.CharField("撤销说明", max_length=500, blank=True)
    superseded_by = models.CharField("换发为", max_length=40, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "凭证"
        constraints = (
            models.UniqueConstraint(
                fields=("status_list", "status_index"),
                name="credential_has_a_status_bit_of_its_own",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.ISSUED, ended_on=None)
                | ~Q(status=Status.ISSUED) & Q(ended_on__isnull=False),
                name="credential_that_ended_has_its_day",
            ),
        )

    class Privacy:
        purpose = "证明职业技能等级"
        basis = "条例第二十二条"
        sees = "本人、发证单位；公众凭编号和姓名查询"
        kept_until = "永久"
        fields = {
            "id": "internal", "number": "personal", "kind": "public", "document": "personal",
            "issuer_organisation": "public", "issued_on": "public", "valid_until": "public",
            "holder_index": "personal", "status": "public", "status_list": "public",
            "status_index": "public", "ended_on": "public", "reason_class": "public",
            "reason": "personal", "superseded_by": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number


class CredentialBatch(models.Model):
    """Papers that are signed together: first entered lot by lot, then sealed by one signature.

    `source` is the digest of what they were read from, so that nothing is entered twice.
    """

    organisation = models.BigIntegerField("发证单位", db_index=True)
    kind = models.CharField("种类", max_length=60)
    source = models.CharField("来源摘要", max_length=64)
    size = models.PositiveIntegerField("份数", default=0)
    document = models.JSONField("批次凭证", null=True)
    sealed_on = models.DateField("签发日期", null=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "成批签发"
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "kind", "source"), name="source_is_entered_once"
            ),
            models.CheckConstraint(
                condition=Q(document=None, sealed_on=None)
                | Q(document__isnull=False, sealed_on__isnull=False),
                name="sealed_batch_has_its_day",
            ),
        )

    class Privacy:
        purpose = "成批签发旧证书的电子凭证"
        basis = "条例第二十二条"
        sees = "公众（批次凭证）"
        kept_until = "永久"
        fields = {
            "id": "public", "organisation": "public", "kind": "public", "source": "internal",
            "size": "public", "document": "public", "sealed_on": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pk}"


class BatchTile(models.Model):
    """A tile of a batch's Merkle tree: up to 256 heads side by side, as `base.merkle` cuts them."""

    batch = models.ForeignKey(
        CredentialBatch, models.CASCADE, related_name="tiles", verbose_name="批次"
    )
    level = models.PositiveSmallIntegerField("层")
    number = models.PositiveIntegerField("序号")
    heads = models.BinaryField("摘要")

    class Meta:
        ordering = ("batch", "level", "number")
        verbose_name = "默克尔树的一片"
        constraints = (
            models.UniqueConstraint(
                fields=("batch", "level", "number"), name="tile_lies_in_one_place"
            ),
        )

    class Privacy:
        purpose = "证明一份证书在批次之中"
        basis = "条例第二十二条"
        sees = "公众（与证书一起）"
        kept_until = "永久"
        fields = {
            "id": "internal", "batch": "public", "level": "public", "number": "public",
            "heads": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.batch_id}: {self.level}/{self.number}"


class IssuerDocument(models.Model):
    """What an issuer elsewhere published of its keys when it was asked last."""

    did = models.CharField("签发单位标识", max_length=300, unique=True)
    document = models.JSONField("公钥文件", default=dict)
    fetched_at = models.DateTimeField("取得时间", null=True)
    tried_at = models.DateTimeField("最近一次去取")
    failure = models.CharField("没有取到的原因", max_length=300, blank=True)

    class Meta:
        ordering = ("did",)
        verbose_name = "外部签发单位的公钥文件"

    class Privacy:
        purpose = "核验别处签发的证书"
        basis = "条例第二十二条"
        sees = "公众（取得日期）、运行人员"
        kept_until = "移出名单"
        fields = {
            "id": "internal", "did": "public", "document": "public", "fetched_at": "public",
            "tried_at": "internal", "failure": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.did


class IssuerList(models.Model):
    """A status list of an issuer elsewhere, noted when a certificate named it, as fetched last."""

    did = models.CharField("签发单位标识", max_length=300, db_index=True)
    address = models.CharField("状态列表的地址", max_length=500)
    document = models.JSONField("状态列表", default=dict)
    fetched_at = models.DateTimeField("取得时间", null=True)
    tried_at = models.DateTimeField("最近一次去取", null=True)
    due_at = models.DateTimeField("下次去取的时间", null=True)
    failure = models.CharField("没有取到的原因", max_length=300, blank=True)

    class Meta:
        ordering = ("did", "address")
        verbose_name = "外部签发单位的状态列表"
        constraints = (
            # Several issuers may keep their lists under one host; what one notes is no other's.
            models.UniqueConstraint(fields=("address", "did"), name="list_is_noted_once"),
        )

    class Privacy:
        purpose = "核验别处签发的证书是否已撤销"
        basis = "条例第二十二条"
        sees = "公众（取得日期）、运行人员"
        kept_until = "移出名单"
        fields = {
            "id": "internal", "did": "public", "address": "internal", "document": "public",
            "fetched_at": "public", "tried_at": "internal", "due_at": "internal",
            "failure": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.address
