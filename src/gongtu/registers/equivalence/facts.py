"""What the register of equivalence knows of an application."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact

REGISTER = "双向比照登记"


class Applied(Facts):
    """The row that an application goes by, as it stands on the day of filing."""

    row = fact(str, "适用的比照规定", source=REGISTER)
    instrument = fact(str, "规定的文件", source=REGISTER)
    number = fact(str, "规定的文号", source=REGISTER)
    since = fact(date, "规定从哪天起有效", source=REGISTER)
