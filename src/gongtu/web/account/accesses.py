"""Who looked at or changed my file, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from gongtu.parties import queries
from gongtu.parties.roles import Role
from gongtu.records.journal.models import JournalEntry
from gongtu.records.journal.queries import entries_about_person

PAGE = 50


@dataclass(frozen=True, slots=True)
class Access:
    """One event about a person: when, who, what was done, and in which chain it is proved."""

    at: datetime
    who: str
    did: str
    chain: str
    seq: int
    is_refused: bool


def list_accesses(person: UUID, before: int | None) -> tuple[list[Access], int | None]:
    """One page of events about the person, newest first, and the key of the next page if any."""
    entries = entries_about_person(person)
    if before is not None:
        entries = entries.filter(pk__lt=before)
    page = list(entries[: PAGE + 1])
    shown = page[:PAGE]
    names = queries.names_of_organisations(
        {entry.actor_organisation for entry in shown if entry.actor_organisation}
    )
    following = shown[-1].pk if len(page) > PAGE else None
    return [_access(entry, names) for entry in shown], following


def _access(entry: JournalEntry, names: dict[int, str]) -> Access:
    role = Role(entry.actor_role).label if entry.actor_role else _("平台")
    organisation = names.get(entry.actor_organisation or 0, "")
    return Access(
        entry.at,
        organisation or role,
        _done(entry.kind),
        entry.chain,
        entry.seq,
        entry.kind == "refused",
    )


def _done(kind: str) -> str:
    words = {
        "viewed": _("查看了档案"),
        "refused": _("试图查看，已被拒绝"),
        "registered": _("登记"),
        "employed": _("登记了劳动关系"),
        "joined": _("登记了工会会籍"),
        "left": _("登记了关系终止"),
        "joined-account": _("把账户与本人关联"),
        "consent": _("作出或者撤回同意"),
        "office-granted": _("任命职务"),
        "office-ended": _("终止职务"),
        "delegated": _("委托职务"),
        "delegation-ended": _("终止委托"),
        "opened": _("提出事项"),
        "moved": _("办理事项"),
        "attached": _("添加材料"),
        "letter": _("出具文书"),
        "served": _("送达文书"),
        "read": _("阅读文书"),
        "died": _("登记死亡"),
        "death-taken-back": _("撤回死亡登记"),
        "erased": _("依法删除"),
        "merger-proposed": _("提出把两份登记合并"),
        "merged": _("决定把两份登记合并"),
        "merger-dropped": _("决定不合并两份登记"),
        "merger-undone": _("撤回两份登记的合并"),
        "offered": _("核算出应得的待遇并告知"),
        "offer-taken": _("领取告知的待遇"),
        "offer-lapsed": _("告知的待遇不再符合条件"),
        "declined-offers": _("谢绝告知"),
        "revoked-decline": _("恢复告知"),
        "offer-survey": _("回答没有领取的原因"),
        "shared": _("生成证书的分享链接"),
        "share-viewed": _("打开了证书的分享链接"),
        "share-ended": _("结束证书的分享链接"),
        "presented": _("下载证书的出示文件"),
        "exported": _("导出全部证书"),
        "elsewhere-kept": _("存入别处签发的证书"),
        "elsewhere-dropped": _("删除别处签发的证书"),
    }
    return words.get(kind, _("办理"))
