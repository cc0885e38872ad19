"""What each verdict is called and means: the same words on every page that tells one."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.choices import Status, Verdict
from gongtu.engines.credentials.kinds import Kind, kind_of

MOODS = {
    Verdict.VALID: "good",
    Verdict.EXPIRED: "wait",
    Verdict.REVOKED: "bad",
    Verdict.SUPERSEDED: "wait",
    Verdict.CANNOT_TELL: "wait",
}


def verdict_in_words(
    verdict: Verdict, reason: str = "", *, suspended: bool = False
) -> dict[str, str]:
    """One large word, and a sentence that says what it means; `reason` is a class of reasons."""
    says = {
        Verdict.VALID: _("签名无误，发证单位当日有资格，未被撤销或替代。"),
        Verdict.EXPIRED: _("证书真实，但有效期已过。"),
        Verdict.REVOKED: _("证书真实，但已被撤销。"),
        Verdict.SUPERSEDED: _("证书真实，但已换发新证，请查验新证。"),
        Verdict.CANNOT_TELL: _("有一项无法核实，所以不下结论。看下面哪一步没有通过。"),
    }[verdict]
    if suspended and verdict == Verdict.CANNOT_TELL:
        says = _("证书真实，但已暂停：暂停期间不作有效证书，恢复或者撤销以后才有定论。")
    return {"label": _labels()[verdict], "says": _with(says, reason), "mood": MOODS[verdict]}


def verdict_told(credential: Any, verdict: Verdict) -> dict[str, str]:
    """The same of a credential, in the words of its kind and with the class of reasons."""
    reason = credential.get_reason_class_display()
    suspended = credential.status == Status.SUSPENDED
    told = verdict_in_words(verdict, reason, suspended=suspended)
    return told | _words_of(kind_of(credential), reason).get(verdict, {})


def verdicts_of(kind: Kind) -> dict[str, dict[str, str]]:
    """Those verdicts for which a kind has words of its own."""
    words = _words_of(kind)
    return {one.value: verdict_in_words(one) | words[one] for one in words}


def unentitled() -> dict[str, str]:
    """A signature that holds, of an issuer that no register at hand says anything about."""
    says = _("签名无误，在有效期内。发证单位有没有资格，这里没有登记可查。")
    return {**verdict_in_words(Verdict.VALID), "says": says}


def _words_of(kind: Kind, reason: str = "") -> dict[Verdict, dict[str, str]]:
    return {
        verdict: {"label": str(words.label), "says": _with(str(words.says), reason)}
        for verdict, words in kind.verdicts.items()
    }


def _with(says: str, reason: str) -> str:
    return says + _("原因类别：%(reason)s。") % {"reason": _(reason)} if reason else says


def _labels() -> dict[Verdict, str]:
    return {
        Verdict.VALID: _("有效"),
        Verdict.EXPIRED: _("已过期"),
        Verdict.REVOKED: _("已撤销"),
        Verdict.SUPERSEDED: _("已换发新证"),
        Verdict.CANNOT_TELL: _("无法判断"),
    }
