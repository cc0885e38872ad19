"""Issuers' signing keys as the desk shows them, and the forms that decide on them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gongtu.engines.credentials.choices import Effect, KeyKind
from gongtu.engines.credentials.custody import count_touched
from gongtu.parties.access import may
from gongtu.parties.queries import get_organisation
from gongtu.registers.skills import services as register
from gongtu.web.chain_page import label_of
from gongtu.web.fields import DayField
from gongtu.web.http import Request
from gongtu.web.wording import name_of

EFFECTS = {Effect.CANNOT_TELL: "wait", Effect.REVOKED: "bad"}


class RotationForm(forms.Form):
    """The next key: of which kind, from when, and how long the old one is good beside it."""

    kind = forms.ChoiceField(label=_("算法"), choices=KeyKind.choices)
    begins = DayField(label=_("新密钥启用日期"))
    until = DayField(
        label=_("旧密钥停用日期"),
        help_text=_("两日之间新旧密钥都有效；旧密钥在用时所签的，停用以后仍然有效。"),
    )  # fmt: skip


class DecisionForm(forms.Form):
    """What becomes of what a leaked key signed, from which day, and why."""

    after = DayField(label=_("此日之后所签的不再可信"), help_text=_("当日及以前所签的不受影响。"))
    effect = forms.ChoiceField(
        label=_("决定"),
        widget=forms.RadioSelect,
        choices=[
            (Effect.CANNOT_TELL, _("无法判断：暂停，查实以后可以恢复或者撤销")),
            (Effect.REVOKED, _("撤销：不能恢复")),
        ],
    )
    reason = forms.CharField(
        label=_("理由"), widget=forms.Textarea, max_length=500,
        help_text=_("每个查验的人都会看到，请勿写个人信息。"),
    )  # fmt: skip


def issuers_page(request: Request) -> dict[str, Any]:
    """Whoever signs within reach."""
    issuers = register.issuers_under(request.capacity, on=request.on)
    return {
        "issuers": [
            {"name": name_of(one), "address": reverse("desk:list_keys", args=[one.pk])}
            for one in issuers
        ]
    }


def keys_page(organisation: int, form: RotationForm, request: Request) -> dict[str, Any]:
    """An issuer's keys with their days and decisions, and the form for the next one."""
    keys = register.keys_of(organisation, by=request.capacity, on=request.on)
    issuer = get_organisation(organisation)
    may_rename = may(request.capacity, "rename-organisation", issuer, on=request.on)
    return {
        "issuer": name_of(issuer),
        "back": _way_back(request),
        "rename": reverse("desk:rename_issuer", args=[issuer.pk]) if may_rename else "",
        "keys": [_row(key, request) for key in keys],
        "form": form,
    }


def _way_back(request: Request) -> dict[str, str]:
    """To the issuers of the office, or to the issuer's own certificates."""
    if may(request.capacity, "list-issuers", None, on=request.on):
        return {"address": reverse("desk:list_issuers"), "title": str(_("签发证书的单位"))}
    title = str(_("本单位核发的证书"))
    return {"address": reverse("enterprise:list_certificates"), "title": title}


def decision_page(public: str, form: DecisionForm, request: Request) -> dict[str, Any]:
    """One key; once the form is whole, how many papers the decision would end."""
    owner = register.owner_of(public, by=request.capacity, on=request.on)
    page = {"issuer": name_of(owner), "public": public, "form": form}
    page["back"] = reverse("desk:list_keys", args=[owner.pk])
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        page["count"] = count_touched(public, after=told["after"], effect=told["effect"])
        page["told"] = {**told, "effect": label_of(Effect(told["effect"]))}
    return page


def _row(key: Any, request: Request) -> dict[str, Any]:
    decided = list(key.compromises.all())
    return {
        "public": key.public,
        "kind": KeyKind(key.kind).label,
        "since": key.since,
        "until": key.until,
        "state": _state(key, decided, request),
        "decided": [
            {
                "effect": label_of(Effect(one.effect)), "mood": EFFECTS[Effect(one.effect)],
                "after": one.after, "reason": one.reason, "on": one.decided_on,
            }
            for one in decided
        ],
        "decide": reverse("desk:decide_on_key", args=[key.public]),
    }  # fmt: skip


def _state(key: Any, decided: list[Any], request: Request) -> tuple[str, str]:
    if decided:
        return str(_("不再签名")), "bad"
    if key.since > request.on:
        return str(_("待启用")), "wait"
    if key.until is not None and key.until < request.on:
        return str(_("已停用")), ""
    return str(_("在用")), "good"
