"""What rules may ask of somebody's professional titles."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.registers.titles.choices import TitleLevel

RECORD = "职称登记"


class Title(Facts, of="person"):
    """The highest title held."""

    level = fact(TitleLevel, "最高职称级别", source=RECORD)
    since = fact(date, "取得最高职称的日期", source=RECORD)
