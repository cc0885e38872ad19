"""Forms that need no account."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.engines.credentials.checking.reading import LARGEST
from gongtu.parties.choices import Level
from gongtu.parties.queries import list_divisions
from gongtu.registers.appointments.numbers import read_sought
from gongtu.registers.equivalence.choices import Side
from gongtu.registers.equivalence.declare import Rung, rungs_of
from gongtu.registers.equivalence.queries import Supposed, SupposedUnfit, require_fit
from gongtu.registers.quality.queries import COMPLAINT
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.numbers.abilities import rule
from gongtu.registers.skills.queries import LOOKUP_CORRECTION
from gongtu.web.chain_page import label_of
from gongtu.web.fields import DayField, offer_choices
from gongtu.web.forms import form_class
from gongtu.web.handed_in import HandedInForm
from gongtu.web.wording import name_of, told

KEY = re.compile(r"[0-9a-f]{32}")
# How a whole credential begins, in JSON or in a PDF; no presentation does.
WHOLE = ("{", "[", "%PDF-")


def new_key() -> str:
    """A key of one form, which nobody guesses."""
    return uuid4().hex


class SoughtField(forms.CharField):
    """A certificate's or an appointment's number, or its holder's ID number."""

    def clean(self, value: Any) -> Sought:
        text: str = super().clean(value)
        try:
            return read_sought(text)
        except Refused as refusal:
            raise ValidationError(list(refusal.reasons)) from None


class CheckForm(forms.Form):
    """What a stranger must know to see a certificate."""

    number = SoughtField(label=_("证书编号或者身份证号码"), max_length=40)
    name = forms.CharField(label=_("持证人姓名"), max_length=60)

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["number"].help_text = gettext(
            "证书编号22位，例如 Y000037000001263000001；聘任编号以P开头，待遇证明编号以T开头，"
            "学分成绩单编号以C开头，专项职业能力证书编号以%(letter)s开头。"
        ) % {"letter": rule().letter}


class StrangerForm(forms.Form):
    """What somebody without an account may leave; its key makes a second click the first."""

    contact = forms.CharField(
        label=_("联系方式"), required=False, max_length=120,
        help_text=_("可以不填；填了只有承办的单位看到。不填也能用提交后的网址查看答复。"),
    )  # fmt: skip
    key = forms.CharField(widget=forms.HiddenInput, required=False, initial=new_key)

    def clean_key(self) -> str:
        """The key this form was given; one that somebody made up could be guessed."""
        given: str = self.cleaned_data["key"]
        return given if KEY.fullmatch(given) else new_key()


class ComplaintForm(StrangerForm):
    """What is wrong with a body that assesses, in the words of the declared form."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        folder = folder_of(COMPLAINT)
        declared = form_class(get_procedure(COMPLAINT).form, say=lambda text: told(text, folder))
        asked = {name: declared.base_fields[name] for name in ("ground", "told")}
        self.fields = {**asked, **self.fields}


class CorrectionForm(StrangerForm, CheckForm):
    """A certificate that was not found, asked about at whoever can tell."""

    field_order = ("number", "name", "cause", "told", "contact", "division")
    cause = forms.ChoiceField(label=_("您认为的原因"), widget=forms.RadioSelect)
    told = forms.CharField(
        label=_("情况说明"), required=False, widget=forms.Textarea, max_length=2000,
        help_text=_("例如曾用名、何时在哪里参加的评价。核查单位和持证人会看到。"),
    )  # fmt: skip
    division = forms.ChoiceField(
        label=_("您所在的区（市）"), required=False,
        help_text=_("编号看不出发证单位时，由当地人力资源和社会保障部门核查。"),
    )  # fmt: skip

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        folder = folder_of(LOOKUP_CORRECTION)
        causes = get_procedure(LOOKUP_CORRECTION).form.facts["cause"].choices
        districts = list_divisions().filter(level=Level.DISTRICT)
        offer_choices(self, "cause", [(value, told(label, folder)) for value, label in causes])
        places = [(place.pk, name_of(place)) for place in districts]
        offer_choices(self, "division", [("", _("不清楚")), *places])


class ObjectionForm(forms.Form):
    """An objection to a public notice; name and contact may stay empty."""

    text = forms.CharField(label=_("异议内容"), widget=forms.Textarea, max_length=4000)
    name = forms.CharField(label=_("姓名"), required=False, max_length=80)
    contact = forms.CharField(
        label=_("联系方式"),
        required=False,
        max_length=120,
        help_text=_("留下电话或邮箱，才能把答复送给您。"),
    )

    def cleaned(self) -> dict[str, Any]:
        """The answers under the names the service takes."""
        return {name: self.cleaned_data[name] for name in ("text", "name", "contact")}


class ViewerForm(forms.Form):
    """Who opens a shared link, and why; its holder reads both."""

    name = forms.CharField(
        label=_("您是谁"), max_length=80,
        help_text=_("单位和姓名，例如：某公司人力资源部，陈女士。"),
    )  # fmt: skip
    why = forms.CharField(label=_("为什么查看"), max_length=200)


class PresentationForm(HandedInForm):
    """A presentation to be checked, pasted or as a file."""

    text_field = "pasted"
    pasted = forms.CharField(
        label=_("出示内容"), required=False, widget=forms.Textarea, max_length=LARGEST,
        help_text=_("把收到的文字粘贴在这里，或者选择文件。"),
    )  # fmt: skip
    file = forms.FileField(label=_("出示文件"), required=False)
    audience = forms.CharField(
        label=_("您（查验方）的名称"), required=False, max_length=200,
        help_text=_("只有您事先要求对方出示给您、并给过一次性号码时才填。"),
    )  # fmt: skip
    nonce = forms.CharField(label=_("您给的一次性号码"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """One of the two, as text; what is no text is no presentation either."""
        answers = super().clean()
        upload = answers.get("file")
        if upload is not None and upload.size <= LARGEST:
            answers["pasted"] = upload.read().decode("utf-8-sig", "replace")
        told = answers["presentation"] = answers.get("pasted", "").strip()
        if upload is not None and upload.size > LARGEST:
            self.add_error("file", _("文件太大，不是出示文件。"))
        elif not told:
            self.add_error("pasted", _("请粘贴出示内容，或者选择文件。"))
        elif told.startswith(WHOLE) or not told.isascii():
            self.add_error("file" if upload else "pasted", _(
                "这不是出示文件（SD-JWT）。凭证文件（JSON）和证书二维码请在“扫码查验”页核验；"
                "PDF和纸质证书请扫上面的二维码，或者用证书编号和姓名查。"
            ))  # fmt: skip
        return answers


class SupposeForm(forms.Form):
    """What somebody holds; nothing of it is kept, and at least one thing must be told."""

    grade = forms.ChoiceField(label=_("技能等级"), required=False)
    title = forms.ChoiceField(label=_("职称"), required=False)
    qualification = forms.ChoiceField(label=_("职业资格"), required=False)
    school = forms.ChoiceField(label=_("毕业的技工院校班"), required=False)
    honour = forms.ChoiceField(label=_("荣誉称号"), required=False)
    since = DayField(
        label=_("从哪天起取得并一直从事本职业"),
        required=False,
        help_text=_("不填写的，年数这一项写“尚不能确定”。"),
    )

    SIDES = {
        "grade": Side.GRADE,
        "title": Side.TITLE,
        "qualification": Side.QUALIFICATION,
        "school": Side.CLASS,
        "honour": Side.HONOUR,
    }

    def __init__(self, *handed_in: Any, on: date) -> None:
        super().__init__(*handed_in)
        self.on = on
        for name, side in self.SIDES.items():
            words = [(key, label_of(rung)) for key, rung in rungs_of(side).items()]
            offer_choices(self, name, [("", _("没有")), *words])

    @property
    def supposed(self) -> Supposed:
        """What is told, ready to be asked."""
        told_ = ((side, self.cleaned_data.get(name)) for name, side in self.SIDES.items())
        held = frozenset(Rung(side, key) for side, key in told_ if key)
        return Supposed(held, self.cleaned_data.get("since"))

    def clean(self) -> None:
        if self.errors:
            return
        try:
            require_fit(self.supposed, on=self.on)
        except SupposedUnfit as unfit:
            raise ValidationError(list(unfit.reasons)) from None
