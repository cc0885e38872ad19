"""One row is one event; triggers of the database refuse every change (migration 0002)."""

from django.db import models

from gongtu.records.append_only import Guard, guarded

GUARDS = guarded(
    Guard("records_journalentry"),
    # Words may be erased, as the law can require; never changed.
    Guard("records_journaltext", refuses=("UPDATE", "TRUNCATE")),
    Guard("records_seal"),
    Guard("records_sealedhead"),
)


class JournalEntry(models.Model):
    """Ids and keys only; words lie apart in `JournalText`, where the law can have them erased."""

    chain = models.CharField("链", max_length=120)
    seq = models.PositiveIntegerField("序号")
    at = models.DateTimeField("时刻")
    on = models.DateField("日期", db_index=True)
    kind = models.CharField("事件", max_length=40)
    procedure = models.CharField("事项", max_length=80, blank=True)
    move = models.CharField("动作", max_length=80, blank=True)
    stage = models.CharField("环节", max_length=80, blank=True)
    division = models.CharField("行政区划", max_length=12, blank=True)
    actor_account = models.BigIntegerField("账号", null=True)
    actor_role = models.CharField("身份", max_length=20, blank=True)
    actor_organisation = models.BigIntegerField("代表单位", null=True)
    subject_person = models.UUIDField("有关个人", null=True)
    subject_organisation = models.BigIntegerField("有关单位", null=True)
    what = models.JSONField("事实", default=dict)
    digest = models.CharField("文字摘要", max_length=64, blank=True)
    previous = models.CharField("前一条", max_length=64, blank=True)
    hash = models.CharField("本条", max_length=64)

    class Meta:
        ordering = ("id",)
        verbose_name = "日志"
        constraints = (
            models.UniqueConstraint(fields=("chain", "seq"), name="journal_chain_has_one_of_each"),
        )
        indexes = (
            models.Index(fields=("subject_person", "id"), name="journal_by_person"),
            models.Index(fields=("subject_organisation", "id"), name="journal_by_organisation"),
            models.Index(fields=("procedure", "kind", "on"), name="journal_by_procedure"),
            models.Index(fields=("actor_account", "id"), name="journal_by_actor"),
        )

    class Privacy:
        purpose = "证明每一次办理、查看和变更"
        basis = "个人信息保护法第五十一条、第五十四条"
        sees = "本人、承办部门、监督部门"
        kept_until = "档案保管期满"
        fields = {
            "id": "internal", "chain": "internal", "seq": "internal", "at": "internal",
            "on": "internal", "kind": "internal", "procedure": "internal", "move": "internal",
            "stage": "internal", "division": "internal", "actor_account": "personal",
            "actor_role": "internal", "actor_organisation": "internal",
            "subject_person": "personal", "subject_organisation": "internal",
            "what": "internal", "digest": "internal", "previous": "internal", "hash": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq}"


class JournalText(models.Model):
    """The words of an entry and the salt of their digest: erased together; the proof remains."""

    entry = models.OneToOneField(
        JournalEntry, models.PROTECT, primary_key=True, related_name="words", verbose_name="日志"
    )
    salt = models.BinaryField("盐", max_length=16)
    text = models.TextField("文字")

    class Meta:
        verbose_name = "日志文字"

    class Privacy:
        purpose = "保存理由、意见等文字"
        basis = "个人信息保护法第四十七条"
        sees = "本人、承办部门、监督部门"
        kept_until = "依法删除或者档案保管期满"
        fields = {"entry": "internal", "salt": "internal", "text": "personal"}

    def __str__(self) -> str:
        return str(self.entry_id)


class JournalHead(models.Model):
    """Where a chain ends now: the next entry links here, and a lost tail shows."""

    chain = models.CharField("链", max_length=120, primary_key=True)
    seq = models.PositiveIntegerField("末条序号")
    hash = models.CharField("末条", max_length=64)
    sealed_seq = models.PositiveIntegerField("已封存至", default=0)

    class Meta:
        verbose_name = "日志链末端"
        indexes = (
            models.Index(
                fields=("chain",),
                condition=models.Q(seq__gt=models.F("sealed_seq")),
                name="journal_heads_not_sealed",
            ),
        )

    class Privacy:
        purpose = "发现日志末尾缺失"
        basis = "个人信息保护法第五十一条、第五十四条"
        sees = "监督部门"
        kept_until = "档案保管期满"
        fields = {
            "chain": "internal", "seq": "internal", "hash": "internal", "sealed_seq": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq}"


class Seal(models.Model):
    """The Merkle root over the heads of all chains that grew since the seal before it."""

    number = models.PositiveIntegerField("序号", unique=True)
    at = models.DateTimeField("时刻")
    chains = models.BigIntegerField("链数")
    root = models.CharField("根", max_length=64)
    previous = models.CharField("前一封", max_length=64, blank=True)
    hash = models.CharField("本封", max_length=64)

    class Meta:
        ordering = ("number",)
        verbose_name = "封存"

    class Privacy:
        purpose = "证明日志未被改动"
        basis = "电子档案管理要求"
        sees = "公众"
        kept_until = "永久"
        fields = {
            "id": "public", "number": "public", "at": "public", "chains": "public",
            "root": "public", "previous": "public", "hash": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number}"


class SealedHead(models.Model):
    """A leaf of a seal's tree: how far one chain reached."""

    seal = models.ForeignKey(Seal, models.PROTECT, related_name="heads", verbose_name="封存")
    chain = models.CharField("链", max_length=120)
    seq = models.PositiveIntegerField("末条序号")
    hash = models.CharField("末条", max_length=64)

    class Meta:
        ordering = ("seal", "chain")
        verbose_name = "封存的链末端"
        constraints = (
            models.UniqueConstraint(
                fields=("chain", "seal"), name="seal_has_one_head_of_each_chain"
            ),
        )

    class Privacy:
        purpose = "证明日志未被改动"
        basis = "电子档案管理要求"
        sees = "监督部门"
        kept_until = "永久"
        fields = {
            "id": "internal", "seal": "internal", "chain": "internal", "seq": "internal",
            "hash": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq}"
