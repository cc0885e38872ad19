"""What each verdict is called and means: the same words on every page that tells one."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gongtu.engines.credentials.choices import Verdict

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
    if reason:
        says += _("原因类别：%(reason)s。") % {"reason": _(reason)}
    return {"label": _labels()[verdict], "says": says, "mood": MOODS[verdict]}


def appointment_words(verdict: Verdict, reason: str) -> dict[str, str]:
    """The same of an appointment: a post has a term and an end, and is no rank that lapses."""
    worded = {
        Verdict.VALID: (_("在聘"), _("签名无误，聘期未满，未被解聘。")),
        Verdict.EXPIRED: (_("聘期届满"), _("聘任属实，但聘期已经届满。")),
        Verdict.REVOKED: (
            _("已解聘"),
            _("聘任属实，但已终止。原因类别：%(reason)s。") % {"reason": _(reason)},
        ),
        Verdict.SUPERSEDED: (_("已续聘"), _("聘任属实，已经续聘，请查验新的聘任凭证。")),
        Verdict.CANNOT_TELL: (
            _("无法判断"),
            _("有一项无法核实，所以不下结论。看下面哪一步没有通过。"),
        ),
    }
    label, says = worded[verdict]
    return {"label": label, "says": says, "mood": MOODS[verdict]}


def statement_words(verdict: Verdict, reason: str) -> dict[str, str]:
    """The same of a statement of treatment, which speaks for some time and for one purpose."""
    says = {
        Verdict.VALID: _("签名无误，由人力资源和社会保障部门出具，在有效期内，未被收回。"),
        Verdict.EXPIRED: _("证明属实，但有效期已过；请持证人重新出具一份。"),
        Verdict.REVOKED: _("证明已被收回，不再作数。原因类别：%(reason)s。")
        % {"reason": _(reason)},
        Verdict.SUPERSEDED: _("证明属实，但已换发，请查验新的证明。"),
        Verdict.CANNOT_TELL: _("有一项无法核实，所以不下结论。看下面哪一步没有通过。"),
    }[verdict]
    return {"label": _labels()[verdict], "says": says, "mood": MOODS[verdict]}


def _labels() -> dict[Verdict, str]:
    return {
        Verdict.VALID: _("有效"),
        Verdict.EXPIRED: _("已过期"),
        Verdict.REVOKED: _("已撤销"),
        Verdict.SUPERSEDED: _("已换发新证"),
        Verdict.CANNOT_TELL: _("无法判断"),
    }
