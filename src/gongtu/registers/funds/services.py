"""Opening the declared funds."""

from gongtu.engines.ledger import services as ledger
from gongtu.engines.ledger.models import Fund
from gongtu.registers.funds.choices import FundType


def open_funds() -> list[Fund]:
    """Every declared type of fund stands in the ledger; those there already stay as they are."""
    return [ledger.open_fund(fund.value, fund.label, fund.value) for fund in FundType]
