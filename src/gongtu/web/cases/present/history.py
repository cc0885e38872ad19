"""The journal of a case in words: what happened, when, and by whom."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.casework.queries import history_of
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.parties import queries as parties
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import Role
from gongtu.records.journal.queries import text_of
from gongtu.web.chain_page import label_of
from gongtu.web.wording import told

LEFT_TO_THE_ACCESS_LOG = ("viewed", "refused")


def history_page(case: Any, by: Capacity) -> list[dict[str, Any]]:
    """Every event, the oldest first; who looked is shown to the person in the access log."""
    entries = list(history_of(case, by).exclude(kind__in=LEFT_TO_THE_ACCESS_LOG))
    names = parties.names_of_organisations(
        {entry.actor_organisation for entry in entries if entry.actor_organisation}
    )
    letters = {letter.pk: letter for letter in case.letters.all()}
    return [
        {
            "on": entry.on,
            "says": _says(case, entry, letters),
            "by": _who(entry, names),
            "text": text_of(entry),
        }
        for entry in entries
    ]


def _who(entry: Any, names: dict[int, str]) -> str:
    if entry.actor_organisation in names:
        return names[entry.actor_organisation]
    return label_of(Role(entry.actor_role)) if entry.actor_role else _("平台")


def _says(case: Any, entry: Any, letters: dict[int, Any]) -> str:
    folder = folder_of(case.procedure)
    if entry.kind == "moved":
        moves = get_procedure(case.procedure).moves
        move = next((move for move in moves if move.key == entry.move), None)
        return told(move.label_past or move.label, folder) if move else _("办理")
    if entry.kind in ("letter", "served", "read"):
        letter = letters.get(entry.what.get("letter"))
        title = told(letter.title, folder) if letter else _("文书")
        return _letter_words()[entry.kind] % {"title": title}
    return _words().get(entry.kind, _("办理"))


def _letter_words() -> dict[str, str]:
    return {
        "letter": _("制发《%(title)s》"),
        "served": _("送达《%(title)s》"),
        "read": _("阅读《%(title)s》"),
    }


def _words() -> dict[str, str]:
    return {
        "opened": _("提交本件"),
        "attached": _("补充附件"),
        "remarked": _("补充说明"),
        "assigned": _("确定承办人"),
        "released": _("退回待承办"),
        "handed-over": _("移送其他机关"),
        "extended": _("延长期限"),
        "conflict": _("声明回避"),
        "late": _("超过期限"),
        "late-handed-over": _("因超期移交"),
        "withdrawn": _("撤回"),
        "reconsidered": _("申请复核"),
        "rated": _("作出评价"),
        "rating-answered": _("回复评价"),
        "objected": _("收到异议"),
        "objection-answered": _("答复异议"),
        "correction-proposed": _("重新计算后金额不同，待核对"),
        "correction-told": _("告知拟作的更正"),
        "correction-confirmed": _("更正给付"),
        "correction-dropped": _("不予更正"),
        "correction-lapsed": _("拟作的更正因记录变化失效"),
        "correction-paid": _("补发更正增加的金额"),
        "returned": _("登记退回的款项"),
        "write-down-proposed": _("提出核销差额"),
        "written-down": _("核销差额，不再要求退回"),
        "write-down-dropped": _("不予核销差额"),
        "records-undone": _("撤销已享受的登记"),
        "records-redone": _("恢复已享受的登记"),
        "notice-opened": _("开始公示"),
        "notice-withdrawn": _("撤回公示"),
        "drawn": _("公开抽取"),
        "incident-noted": _("记录异常情况"),
        "archive-taken": _("下载本场档案"),
        "registered": _("职工报名"),
        "seat-given-back": _("职工退出报名"),
        "examiner-stood-down": _("考评人员换人"),
        "examiner-named": _("写明一名考评人员"),
    }
