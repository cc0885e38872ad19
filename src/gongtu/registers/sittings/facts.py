"""What rules may ask of how a session is held."""

from gongtu.engines.entitlement.declare import Facts, fact

RECORD = "评价考务记录"


class Sitting(Facts):
    """What was arranged for a session, and what of it is still to be done."""

    arranged = fact(bool, "在平台作了考务安排", source=RECORD)
    unsettled = fact(int, "两人录入尚未核对一致的考生人数", unit="人", source=RECORD)
    unreviewed = fact(int, "抽中而尚未复评的考生人数", unit="人", source=RECORD)
    appeals = fact(int, "未办结的成绩申诉件数", unit="件", source=RECORD)
    examiners_missing = fact(int, "尚缺的考评人员人数", unit="人", source=RECORD)
