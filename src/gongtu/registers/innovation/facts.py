"""What rules may ask of one contributor's part of what a result brought in a year."""

from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.registers.innovation.choices import Way

RESULTS = "科技成果转化登记"


class Reward(Facts, of="reward"):
    """One contributor, one year."""

    way = fact(Way, "转化方式", source=RESULTS)
    agreed = fact(bool, "已有约定或者规定", source=RESULTS)
    ends_on = fact(date, "收益年度终了日", source=RESULTS)
    turn = fact(int, "投产后的第几年", unit="年", source=RESULTS)
    part = fact(Yuan, "本人份额对应的净收入、股份或者营业利润", unit="元", source=RESULTS)
    paid = fact(bool, "该年度奖励已支付", source=RESULTS)
