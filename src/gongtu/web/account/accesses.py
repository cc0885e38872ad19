"""Who looked at or changed my file, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties import queries
from gongtu.parties.roles import Role
from gongtu.records.journal.models import JournalEntry
from gongtu.records.journal.queries import entries_about_person, text_of
from gongtu.registers.wallet.queries import VIEWED
from gongtu.web.chain_page import label_of

PAGE = 50

# What was done, in the words of whom it concerns.
DONE = {
    "viewed": gettext_lazy("查看了档案"),
    "refused": gettext_lazy("试图查看，已被拒绝"),
    "registered": gettext_lazy("登记"),
    "employed": gettext_lazy("登记了劳动关系"),
    "apprenticed": gettext_lazy("登记了学徒培养"),
    "apprenticeship-finished": gettext_lazy("登记了学徒期满"),
    "apprenticeship-broken-off": gettext_lazy("登记了学徒培养中止"),
    "joined": gettext_lazy("登记了工会会籍"),
    "left": gettext_lazy("登记了关系终止"),
    "employment-corrected": gettext_lazy("更正了工作的起止日期"),
    "joined-account": gettext_lazy("把账户与本人关联"),
    "account-reactivated": gettext_lazy("恢复了已停用的登录账户"),
    "consent": gettext_lazy("作出或者撤回同意"),
    "office-granted": gettext_lazy("任命职务"),
    "office-ended": gettext_lazy("终止职务"),
    "delegated": gettext_lazy("委托职务"),
    "delegation-ended": gettext_lazy("终止委托"),
    "opened": gettext_lazy("提出事项"),
    "moved": gettext_lazy("办理事项"),
    "attached": gettext_lazy("添加材料"),
    "letter": gettext_lazy("出具文书"),
    "served": gettext_lazy("送达文书"),
    "read": gettext_lazy("阅读文书"),
    "died": gettext_lazy("登记死亡"),
    "death-taken-back": gettext_lazy("撤回死亡登记"),
    "erased": gettext_lazy("依法删除"),
    "merger-proposed": gettext_lazy("提出把两份登记合并"),
    "merged": gettext_lazy("决定把两份登记合并"),
    "merger-dropped": gettext_lazy("决定不合并两份登记"),
    "merger-undone": gettext_lazy("撤回两份登记的合并"),
    "offered": gettext_lazy("核算出应得的待遇并告知"),
    "offer-taken": gettext_lazy("领取告知的待遇"),
    "offer-lapsed": gettext_lazy("告知的待遇不再符合条件"),
    "declined-offers": gettext_lazy("谢绝告知"),
    "revoked-decline": gettext_lazy("恢复告知"),
    "offer-survey": gettext_lazy("回答没有领取的原因"),
    "looked-up": gettext_lazy("查验了证书"),
    "photo-kept": gettext_lazy("存入证书照片"),
    "issued": gettext_lazy("核发了证书"),
    "corrected": gettext_lazy("更正了证书"),
    "reissued": gettext_lazy("补发了证书"),
    "suspended": gettext_lazy("暂停了证书"),
    "resumed": gettext_lazy("恢复了证书"),
    "revoked": gettext_lazy("撤销了证书"),
    "ability-certified": gettext_lazy("核发了专项职业能力证书"),
    "appointed": gettext_lazy("聘任"),
    "appointment-ended": gettext_lazy("解聘"),
    "statement-issued": gettext_lazy("出具了待遇证明"),
    "statement-withdrawn": gettext_lazy("收回了待遇证明"),
    "transcript-signed": gettext_lazy("签发了学分成绩单"),
    "credits-converted": gettext_lazy("登记了学分转化"),
    "credits-studied": gettext_lazy("登记了修得的学分"),
    "training-place-taken": gettext_lazy("登记了培训报名"),
    "training-completed": gettext_lazy("登记了培训结业"),
    "title-granted": gettext_lazy("登记了职称"),
    "qualification-recorded": gettext_lazy("登记了职业资格"),
    "degree-begun": gettext_lazy("登记了入学"),
    "degree-finished": gettext_lazy("登记了毕业"),
    "withdrawn": gettext_lazy("撤回事项"),
    "reconsidered": gettext_lazy("申请复核"),
    "late": gettext_lazy("到期提醒"),
    "career-guide-proposed": gettext_lazy("提出了职业发展建议"),
    "award-won": gettext_lazy("登记了竞赛获奖"),
    "shared": gettext_lazy("生成证书的分享链接"),
    "share-viewed": gettext_lazy("打开了证书的分享链接"),
    "share-ended": gettext_lazy("结束证书的分享链接"),
    "share-deleted": gettext_lazy("删除证书的分享链接"),
    "presented": gettext_lazy("下载证书的出示文件"),
    "exported": gettext_lazy("导出全部证书"),
    "elsewhere-kept": gettext_lazy("存入别处签发的证书"),
    "elsewhere-dropped": gettext_lazy("删除别处签发的证书"),
}


@dataclass(frozen=True, slots=True)
class Access:
    """One event about a person: when, who, what was done, and in which chain it is proved.

    `told` is what a stranger said of themselves, who opened a link.
    """

    at: datetime
    who: str
    did: str
    told: str
    chain: str
    seq: int
    is_refused: bool


def list_accesses(
    person: UUID, after: tuple[date, int] | None, *, account: int
) -> tuple[list[Access], str]:
    """One page of events about the person, the latest day first, and where the next one begins.

    What was done from `account`, the reader's own, and for no body, is told as their own.
    """
    entries = entries_about_person(person).order_by("-on", "-id")
    if after is not None:
        day, number = after
        entries = entries.filter(Q(on__lt=day) | Q(on=day, pk__lt=number))
    page = list(entries[: PAGE + 1])
    shown = page[:PAGE]
    names = queries.names_of_organisations(
        {entry.actor_organisation for entry in shown if entry.actor_organisation}
    )
    following = f"{shown[-1].on}~{shown[-1].pk}" if len(page) > PAGE else ""
    return [_access(entry, names, account) for entry in shown], following


def _access(entry: JournalEntry, names: dict[int, str], account: int) -> Access:
    return Access(
        entry.at,
        _who(entry, names, account),
        str(DONE.get(entry.kind, _("办理"))),
        text_of(entry).replace("\n", " · ") if entry.kind == VIEWED else "",
        entry.chain,
        entry.seq,
        entry.kind == "refused",
    )


def _who(entry: JournalEntry, names: dict[int, str], account: int) -> str:
    if organisation := names.get(entry.actor_organisation or 0, ""):
        return organisation
    if entry.actor_account == account:
        return _("本人")
    is_somebody = entry.actor_role and entry.actor_role != Role.CLOCK
    return label_of(Role(entry.actor_role)) if is_somebody else _("平台")
