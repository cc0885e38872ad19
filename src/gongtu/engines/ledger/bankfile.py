"""The payment file for the bank: what was paid on a day, as CSV; no bank is called."""

import csv
import io
from dataclasses import dataclass
from datetime import date

from gongtu.base.digests import sha256_hex
from gongtu.base.money import Yuan
from gongtu.engines.ledger.models import Payment
from gongtu.engines.ledger.queries import list_payments

HEADINGS = ("凭证号", "收款人种类", "收款人编号", "收款人", "金额（元）", "资金", "案号")


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """The bytes for the bank, their digest to compare, and the totals to read aloud."""

    name: str
    content: bytes
    digest: str
    count: int
    total: Yuan


def payment_file(day: date, *, fund: str | None = None) -> PaymentFile:
    """The payments of a day, one a line; UTF-8 with a mark, so that spreadsheets read it."""
    payments = list(list_payments(day, fund=fund))
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(HEADINGS)
    rows.writerows(_row(payment) for payment in payments)
    content = out.getvalue().encode("utf-8-sig")
    total = Yuan.of_fen(sum(payment.amount for payment in payments))
    name = f"payments-{day}{f'-{fund}' if fund else ''}.csv"
    return PaymentFile(name, content, sha256_hex(content), len(payments), total)


def preview(day: date, *, fund: str | None = None, limit: int = 20) -> list[tuple[str, ...]]:
    """The first lines with names and numbers masked, for the eye before the file is fetched."""
    rows = [_row(payment) for payment in list(list_payments(day, fund=fund))[:limit]]
    return [(row[0], row[1], masked(row[2]), masked(row[3]), *row[4:]) for row in rows]


def masked(text: str) -> str:
    """The first sign and stars.

    >>> masked("王建国"), masked("")
    ('王**', '')
    """
    return text[:1] + "*" * (min(len(text), 8) - 1)


def _row(payment: Payment) -> tuple[str, ...]:
    owed = payment.commitment
    texts = (
        f"{payment.pk:08d}", owed.payee_kind, owed.payee_id, owed.payee_name,
        str(Yuan.of_fen(payment.amount)), owed.budget.fund.title, owed.case_number,
    )  # fmt: skip
    return tuple(map(_harmless, texts))


def _harmless(text: str) -> str:
    """A name that begins like a formula must not become one in a spreadsheet."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
