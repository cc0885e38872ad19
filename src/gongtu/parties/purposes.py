"""What a person may consent to: one frozen list, in the words the person reads."""

from dataclasses import dataclass

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _


@dataclass(frozen=True, slots=True)
class Purpose:
    """One thing that needs a person's own yes, and what the yes covers.

    `scoped` purposes hold only for the one organisation named when the consent is given.
    """

    key: str
    title: str
    title_en: str
    covers: str
    covers_en: str
    scoped: bool = False


class PurposeUnknown(Refused):
    """Nobody declared this purpose."""


PURPOSES = (
    Purpose(
        "electronic-service",
        "接受电子送达",
        "Electronic service of letters",
        "决定书等文书以电子方式送达，进入本人系统即为送达；撤回后改为纸质送达。",
        "Decisions reach me electronically; after withdrawal they come on paper.",
    ),
    Purpose(
        "helper-files-for-me",
        "由代办人代我办理",
        "Somebody files for me",
        "所选单位（工会、村居等）的工作人员可以以我的名义填报，每次代办均留痕并告知我。",
        "Officers of the chosen body may file in my name; each time is recorded and shown to me.",
        scoped=True,
    ),
    Purpose(
        "benefit-claims",
        "使用登记信息核算待遇",
        "Use of registered facts for benefits",
        "用社会保险、技能证书等登记信息核算我应得的待遇，不再要求我重复提供。",
        "Registered facts on insurance and certificates are used so I need not give them again.",
    ),
    Purpose(
        "benefits-unasked",
        "应得待遇自动申请",
        "Claim for me what I am owed",
        "核算出我应得的待遇后，平台不再逐次询问，直接替我提出申请并告知我；撤回后改为逐次确认。",
        "What I am found to be owed is claimed for me without asking each time, and I am told; "
        "after withdrawal I am asked each time.",
    ),
    Purpose(
        "employer-sees-certificates",
        "用人单位查看我的证书",
        "My employer sees my certificates",
        "所选单位可以查看我名下有效的技能等级证书。",
        "The chosen employer may see my valid skill certificates.",
        scoped=True,
    ),
)


def get_purpose(key: str) -> Purpose:
    """The purpose under its permanent key.

    Raises:
        PurposeUnknown: Nobody declared it.
    """
    for purpose in PURPOSES:
        if purpose.key == key:
            return purpose
    raise PurposeUnknown(_("没有这一项可以同意的用途。"))
