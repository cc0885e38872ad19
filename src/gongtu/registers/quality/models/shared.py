"""What the tables of the register of quality share."""

BASIS = "条例第二十条第二款；《个人信息保护法》第十三条第一款第三项"
OFFICE_AND_BODY = "人社部门；检查情况告知以后，被检查的评价机构"


def internal(*names: str) -> dict[str, str]:
    """The privacy of fields that concern nobody outside."""
    return dict.fromkeys(names, "internal")
