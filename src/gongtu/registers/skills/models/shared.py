"""What the tables of the skills register share: their basis, the grades, and internal fields."""

from gongtu.registers.skills.choices import Grade

BASIS = "条例第二十条至第二十二条；《个人信息保护法》第十三条第一款第三项"
GRADES = [(grade.value, grade.label) for grade in Grade]


def internal(*names: str) -> dict[str, str]:
    """The privacy of fields that concern nobody outside."""
    return dict.fromkeys(names, "internal")
