"""What a person fills in about themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gongtu.base.speech import said
from gongtu.parties import queries
from gongtu.parties.models import Office
from gongtu.parties.purposes import PURPOSES, get_purpose
from gongtu.web.account.own import purpose_in_words
from gongtu.web.fields import DayField, offer_choices
from gongtu.web.forms import OrganisationField
from gongtu.web.wording import remarked


class IdentityForm(forms.Form):
    """Who one is, as the register knows it."""

    name = forms.CharField(label=_("姓名"), max_length=60)
    id_number = forms.CharField(
        label=_("身份证号码"),
        max_length=30,
        help_text=_("18位，末位可能是X。加密保存，只用于核对本人。"),
    )

    name.widget.attrs["autocomplete"] = "name"
    id_number.widget.attrs["autocomplete"] = "off"


class ErasureForm(forms.Form):
    """Why, and that one knows what it means."""

    reason = forms.CharField(label=_("理由"), max_length=200)
    sure = forms.BooleanField(label=_("我知道删除后不能恢复，账户同时注销"))


class ConsentForm(forms.Form):
    """One purpose, and for some of them the one organisation it is meant for."""

    purpose = forms.ChoiceField(label=_("同意的用途"), widget=forms.RadioSelect)
    organisation = OrganisationField(
        kind="",
        label=_("所指单位"),
        required=False,
        max_length=120,
        help_text=_("由人代办、允许单位查看证书时填写：单位全称或者统一社会信用代码。"),
    )
    agreed = forms.BooleanField(label=_("我已读过用途和范围，自愿同意，并知道可以随时撤回"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(purpose.key, purpose_in_words(purpose)) for purpose in PURPOSES]
        offer_choices(self, "purpose", choices)

    def clean(self) -> dict[str, Any]:
        """Find the organisation that a scoped purpose names."""
        answers = super().clean() or {}
        answers["scope"] = ""
        if "purpose" in answers and get_purpose(answers["purpose"]).scoped:
            if answers.get("organisation"):
                answers["scope"] = queries.scope_of(int(answers["organisation"]))
            elif not self.errors:
                self.add_error("organisation", _("请写明这项同意所指的单位。"))
        return answers


class DelegationForm(forms.Form):
    """To which colleague, from when to when, and why."""

    to = forms.ChoiceField(label=_("受托人"))
    since = DayField(label=_("第一天"))
    last = DayField(label=_("最后一天"))
    reason = forms.CharField(label=_("理由"), max_length=200, help_text=_("双方都能看到。"))

    def __init__(self, *args: Any, colleagues: list[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(o.person_id), remarked(o.person.name, said(o.called))) for o in colleagues]
        offer_choices(self, "to", choices)
