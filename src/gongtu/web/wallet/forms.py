"""What a holder chooses: which parts, for how long, for what."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gongtu.engines.credentials.checking.reading import LARGEST
from gongtu.engines.credentials.handed_in import check_file_size
from gongtu.registers.wallet.choices import Part
from gongtu.web.chain_page import label_of
from gongtu.web.fields import offer_choices
from gongtu.web.handed_in import HandedInForm

USUAL_DAYS = 7


class PartsForm(forms.Form):
    """The parts of a certificate that are shown beside what it always says."""

    parts = forms.MultipleChoiceField(
        label=_("另外给对方看的内容"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("证明的内容、发证单位、日期和查验结果总会显示；其余由您选择。"),
    )  # fmt: skip

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        choices = [(part.value, label_of(part)) for part in Part]
        offer_choices(self, "parts", choices)

    def clean_parts(self) -> list[Part]:
        """The parts as the register knows them."""
        return [Part(part) for part in self.cleaned_data["parts"]]


class ShareForm(PartsForm):
    """A link: for how many days, `most` at the most, and for what."""

    purpose = forms.CharField(
        label=_("用途"), max_length=200,
        help_text=_("例如：向某公司求职。打开链接的人会看到，也记在您的分享记录里。"),
    )  # fmt: skip

    def __init__(self, *given: Any, most: int, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["days"] = forms.IntegerField(
            label=_("有效天数"), min_value=1, max_value=most, initial=USUAL_DAYS,
            help_text=_("从今天算起，到期自动失效，也可以随时提前结束。"),
            widget=forms.NumberInput(attrs={"inputmode": "numeric", "unit": _("日")}),
        )  # fmt: skip
        self.order_fields(("parts", "days", "purpose"))


class PresentForm(PartsForm):
    """A presentation: for whom, and the number they gave; both, or neither."""

    audience = forms.CharField(
        label=_("出示给谁"), required=False, max_length=200,
        help_text=_("查验方给了名称和一次性号码时才填；填了就只对它有效。"),
    )  # fmt: skip
    nonce = forms.CharField(label=_("一次性号码"), required=False, max_length=200)


class ElsewhereForm(HandedInForm):
    """A certificate that somebody else signed: a file, or the text of one."""

    text_field = "text"
    file = forms.FileField(
        label=_("证书文件或者照片"), required=False,
        help_text=_(
            "凭证文件（JSON）、带凭证的PDF证书，或者拍下证书二维码的照片，最大10 MB。"
            "签名在这里核验，不联网。"
        ),
        widget=forms.FileInput(attrs={"accept": ".json,.jwt,.txt,application/pdf,image/*"}),
    )  # fmt: skip
    text = forms.CharField(
        label=_("或者粘贴文字"), required=False, strip=True, max_length=LARGEST,
        help_text=_("凭证的全文，或者扫描证书二维码得到的文字。"),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """One of the two, and not both."""
        told = super().clean()
        if bool(told.get("file")) == bool(told.get("text")) and not self.errors:
            raise ValidationError(_("请选择一个文件，或者粘贴文字：两样交一样。"))
        return told

    def given(self) -> str:
        """Which of the two was filled in."""
        return "file" if self.files.get("file") else "text"

    def content(self) -> bytes:
        """What was handed in.

        Raises:
            NoCredential: It is empty, or larger than any certificate; it is not read then.
        """
        file = self.cleaned_data["file"]
        if file is None:
            return str(self.cleaned_data["text"]).encode()
        check_file_size(file.size)
        return bytes(file.read())
