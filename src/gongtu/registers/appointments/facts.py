"""What rules may ask of appointments: of a person's own, and of the posts of an enterprise."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact

RECORD = "特级技师、首席技师聘任登记"


class Appointed(Facts):
    """How a person and the posts of the enterprise stand on a day."""

    special = fact(bool, "现受聘为本单位该职业特级技师", source=RECORD)
    special_since = fact(date, "特级技师聘任起始日期", source=RECORD)
    filled = fact(int, "本单位该等级现有聘任人数", unit="人", source=RECORD)
    until = fact(date, "本件聘期届满日期", source=RECORD)
