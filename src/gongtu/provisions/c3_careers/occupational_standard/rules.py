"""What a draft of a standard tells, and what must hold before it is adopted (Art. 20)."""

from datetime import date

from gongtu.engines.entitlement.declare import NAME, TITLE, Condition, Form, RecordKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.skills.choices import Grade
from gongtu.registers.standards.choices import StandardKind
from gongtu.registers.standards.facts import Round

ART_20 = article(20, 3)
POLICY = Policy.beside(__file__)
HOW = (
    "每节先写一行“# 节名”，以下写正文。知识点、技能点各写一行，例如“知识：安全用电 30% 25%”："
    "比重每个等级一个，从最低等级写起，同一等级的知识点、技能点各合计100%；也可以都不写比重。"
)


class Draft(Form):
    """What is to be laid down."""

    kind = ask(StandardKind, "类别")
    occupation = ask(RecordKey, "职业", choose="occupation")
    title = ask(str, "名称", most=TITLE)
    lowest = ask(Grade, "最低等级")
    highest = ask(Grade, "最高等级")
    drafters = ask(
        Text,
        "参加起草的单位",
        optional=True,
        hint="一起起草的企业、行业组织、院校、培训机构写在这里，随标准公开。",
    )
    text = ask(Text, "标准正文", hint=HOW)


class Revised(Form):
    """Another text."""

    revised = ask(Text, "修改后的正文", hint=HOW)


class Final(Form):
    """The text to be examined, where comments or the examination changed it."""

    final = ask(Text, "送审的正文", optional=True, hint="没有改动的不用填写；有改动的写全文。")


class Opened(Form):
    """Until when everybody may comment."""

    until = ask(date, "征求意见的截止日期", hint="到这一天为止，有账户的任何人都可以逐节提出意见。")


class Adoption(Form):
    """Under which number the standard stands, and from when."""

    number = ask(str, "标准编号或者文号", most=NAME)
    in_force_from = ask(date, "施行日期")
    wording = ask(
        Wording,
        "申报条件的版次",
        optional=True,
        hint="标准写明申报条件按哪一版的，选择这一版：自施行之日起，本职业按这一版核对。",
    )


ROUND_OVER = Condition("征求意见期已经届满", ART_20, Round.over, "round-over")
ALL_ANSWERED = Condition(
    "每条意见都已答复",
    ART_20,
    Round.unanswered.is_(0),
    "all-answered",
    "在草案页面逐条写明采纳、部分采纳或者不采纳，以及理由。",
)
