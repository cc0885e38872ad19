"""The chart of accounts and what can happen to money."""

from django.db.models import TextChoices


class Account(TextChoices):
    """Where money stands; `SOURCE` is the world outside, below zero by all that came from it."""

    SOURCE = "source", "拨款来源"
    AVAILABLE = "available", "可用"
    COMMITTED = "committed", "已承付"
    PAID = "paid", "已支付"
    RECEIVABLE = "receivable", "应收回"
    WRITTEN_DOWN = "written_down", "已核销"


# The accounts of which a budget keeps the balance, to refuse what would fall below zero.
BALANCED = (
    Account.AVAILABLE,
    Account.COMMITTED,
    Account.PAID,
    Account.RECEIVABLE,
    Account.WRITTEN_DOWN,
)


class EntryKind(TextChoices):
    ALLOT = "allot", "下达预算"
    COMMIT = "commit", "承付"
    RELEASE = "release", "撤销承付"
    PAY = "pay", "支付"
    REFUND = "refund", "银行退回"
    ADJUST = "adjust", "更正差额"
    RECOVER = "recover", "追回"
    WRITE_DOWN = "write-down", "核销差额"
