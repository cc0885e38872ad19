"""What rules may ask of the comment round of a draft."""

from gongtu.engines.entitlement.declare import Facts, fact

RECORD = "标准草案征求意见记录"


class Round(Facts):
    """How far the comment round of a draft has come."""

    over = fact(bool, "征求意见期已经届满", source=RECORD)
    unanswered = fact(int, "尚未答复的意见件数", unit="件", source=RECORD)


class Examining(Facts):
    """Whether a body may examine what it planned to, on the day of the session."""

    filed = fact(
        bool, "考核机构对该项目有有效备案，项目没有停用", source="专项职业能力考核机构备案"
    )


class Reviewed(Facts):
    """How far experts have looked at a project of a special ability."""

    missing = fact(int, "尚缺的专家意见件数", unit="件", source="专项职业能力项目评审记录")
