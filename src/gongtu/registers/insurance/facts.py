"""What rules may ask of a person's social insurance."""

from gongtu.engines.entitlement.declare import Facts, fact


class Insurance(Facts, of="person"):
    """Months paid in all."""

    unemployment_months = fact(
        int, "失业保险累计缴费月数", unit="月", source="社会保险登记", monthly=True
    )
