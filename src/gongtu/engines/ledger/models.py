"""Funds, their budgets, what is promised and paid, and the entries that nobody can change."""

from django.db import models
from django.db.models import F, Q

from gongtu.base.money import Yuan
from gongtu.engines.ledger.choices import Account, EntryKind
from gongtu.records.append_only import Guard, guarded

GUARDS = guarded(Guard("ledger_entry"), Guard("ledger_posting"), Guard("ledger_payment"))


class Fund(models.Model):
    """A pot of money of one kind, by its permanent key."""

    key = models.CharField("代号", max_length=80, unique=True)
    title = models.CharField("名称", max_length=100)
    kind = models.CharField("资金种类", max_length=40)

    class Meta:
        ordering = ("key",)
        verbose_name = "资金"

    class Privacy:
        purpose = "区分资金来源"
        basis = "预算法"
        sees = "公众"
        kept_until = "不含个人信息"
        fields = {"id": "public", "key": "public", "title": "public", "kind": "public"}

    def __str__(self) -> str:
        return self.title


class Budget(models.Model):
    """A fund's money of one year for one division (empty: the whole city); balances in fen."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="budgets", verbose_name="资金")
    year = models.PositiveSmallIntegerField("年度")
    division = models.CharField("行政区划", max_length=12, blank=True)
    available = models.BigIntegerField("可用（分）", default=0)
    committed = models.BigIntegerField("已承付（分）", default=0)
    paid = models.BigIntegerField("已支付（分）", default=0)
    receivable = models.BigIntegerField("应收回（分）", default=0)
    written_down = models.BigIntegerField("已核销（分）", default=0)

    class Meta:
        ordering = ("fund", "-year", "division")
        verbose_name = "预算"
        constraints = (
            models.UniqueConstraint(
                fields=("fund", "year", "division"), name="budget_is_one_for_fund_year_division"
            ),
            models.CheckConstraint(
                condition=Q(available__gte=0, committed__gte=0, paid__gte=0, receivable__gte=0)
                & Q(written_down__gte=0),
                name="budget_is_never_overspent",
            ),
        )

    class Privacy:
        purpose = "控制预算"
        basis = "预算法"
        sees = "公众"
        kept_until = "不含个人信息"
        fields = {
            "id": "public", "fund": "public", "year": "public", "division": "public",
            "available": "public", "committed": "public", "paid": "public", "receivable": "public",
            "written_down": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.fund} {self.year} {self.division}"


class Commitment(models.Model):
    """Money promised to somebody by a decision; amounts in fen."""

    key = models.CharField("去重键", max_length=200, unique=True)
    budget = models.ForeignKey(
        Budget, models.PROTECT, related_name="commitments", verbose_name="预算"
    )
    payee_kind = models.CharField("收款人种类", max_length=20)
    payee_id = models.CharField("收款人编号", max_length=40)
    payee_name = models.CharField("收款人", max_length=100)
    amount = models.BigIntegerField("应付（分）")
    paid = models.BigIntegerField("已支付（分）", default=0)
    receivable = models.BigIntegerField("应收回（分）", default=0)
    written_down = models.BigIntegerField("已核销（分）", default=0)
    case_number = models.CharField("案号", max_length=40, blank=True, db_index=True)
    division = models.CharField("行政区划", max_length=12, blank=True)
    on = models.DateField("承付日期")

    class Meta:
        ordering = ("id",)
        verbose_name = "承付"
        constraints = (
            models.CheckConstraint(
                condition=Q(paid__gte=0, paid__lte=F("amount"))
                & Q(receivable__gte=0, written_down__gte=0),
                name="commitment_is_never_paid_twice",
            ),
        )
        indexes = (
            models.Index(
                fields=("budget", "id"), condition=Q(paid__lt=F("amount")), name="commitment_unpaid"
            ),
            models.Index(fields=("payee_kind", "payee_id"), name="commitment_by_payee"),
        )

    class Privacy:
        purpose = "支付补贴、奖励和费用"
        basis = "预算法、各项补贴办法"
        sees = "收款人、承办部门、财政部门"
        kept_until = "会计档案保管期满（三十年）"
        fields = {
            "id": "internal", "key": "internal", "budget": "internal", "payee_kind": "internal",
            "payee_id": "personal", "payee_name": "personal", "amount": "personal",
            "paid": "personal", "receivable": "personal", "written_down": "personal",
            "case_number": "internal", "division": "internal", "on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.key

    @property
    def due(self) -> Yuan:
        """What is promised and not yet paid."""
        return Yuan.of_fen(self.amount - self.paid)


class Entry(models.Model):
    """Something that happened to money: postings that sum to zero."""

    kind = models.CharField("种类", max_length=10, choices=EntryKind)
    key = models.CharField("去重键", max_length=240, unique=True)
    on = models.DateField("日期")
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="entries", verbose_name="预算")
    commitment = models.ForeignKey(
        Commitment, models.PROTECT, null=True, related_name="entries", verbose_name="承付"
    )
    reason = models.CharField("依据", max_length=500, blank=True)
    actor_account = models.BigIntegerField("经办账号", null=True)
    actor_role = models.CharField("经办身份", max_length=20, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = "分录"

    class Privacy:
        purpose = "记录资金往来"
        basis = "会计法"
        sees = "承办部门、财政部门"
        kept_until = "会计档案保管期满（三十年）"
        fields = {
            "id": "internal", "kind": "internal", "key": "internal", "on": "internal",
            "budget": "internal", "commitment": "internal", "reason": "internal",
            "actor_account": "personal", "actor_role": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"


class Posting(models.Model):
    """One side of an entry: so many fen onto (or off) one account of its budget."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="postings", verbose_name="分录")
    account = models.CharField("科目", max_length=12, choices=Account)
    amount = models.BigIntegerField("金额（分）")

    class Meta:
        ordering = ("id",)
        verbose_name = "记账"
        constraints = (
            models.UniqueConstraint(fields=("entry", "account"), name="entry_posts_account_once"),
            models.CheckConstraint(condition=~Q(amount=0), name="posting_moves_something"),
        )

    class Privacy:
        purpose = "记录资金往来"
        basis = "会计法"
        sees = "承办部门、财政部门"
        kept_until = "会计档案保管期满（三十年）"
        fields = {
            "id": "internal", "entry": "internal", "account": "internal", "amount": "internal"
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.account} {self.amount}"


class PaymentRun(models.Model):
    """All that a fund owes on a day, paid in one go; it can be killed and taken up again."""

    key = models.CharField("去重键", max_length=120, unique=True)
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="runs", verbose_name="资金")
    on = models.DateField("支付日期")
    job_key = models.UUIDField("后台任务", null=True)
    actor_account = models.BigIntegerField("经办账号", null=True)
    actor_role = models.CharField("经办身份", max_length=20, blank=True)
    actor_organisation = models.BigIntegerField("经办单位", null=True)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name = "支付批次"

    class Privacy:
        purpose = "成批支付"
        basis = "预算法、会计法"
        sees = "财政部门"
        kept_until = "会计档案保管期满（三十年）"
        fields = {
            "id": "internal", "key": "internal", "fund": "internal", "on": "internal",
            "job_key": "internal", "actor_account": "personal", "actor_role": "internal",
            "actor_organisation": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.key

    # As the journal asks who acts: the one who started the run.
    @property
    def account(self) -> int | None:
        return self.actor_account

    @property
    def role(self) -> str:
        return self.actor_role

    @property
    def organisation(self) -> int | None:
        return self.actor_organisation


class Payment(models.Model):
    """One transfer to one payee, made once for its key."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, verbose_name="分录")
    commitment = models.ForeignKey(
        Commitment, models.PROTECT, related_name="payments", verbose_name="承付"
    )
    amount = models.BigIntegerField("金额（分）")
    on = models.DateField("支付日期", db_index=True)
    run = models.ForeignKey(
        PaymentRun, models.PROTECT, null=True, related_name="payments", verbose_name="支付批次"
    )

    class Meta:
        ordering = ("entry",)
        verbose_name = "支付"

    class Privacy:
        purpose = "支付补贴、奖励和费用"
        basis = "预算法、各项补贴办法"
        sees = "收款人、承办部门、财政部门"
        kept_until = "会计档案保管期满（三十年）"
        fields = {
            "entry": "internal", "commitment": "internal", "amount": "personal", "on": "personal",
            "run": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.commitment} {self.amount}"
