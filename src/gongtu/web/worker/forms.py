"""What a worker fills in of their own accord."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from gongtu.web.fields import DayField


class WhatIfForm(forms.Form):
    """A diploma one means to finish first; nothing of it is kept."""

    schooling = forms.ChoiceField(
        label=_("先取得的学历"),
        choices=[("secondary", _("中等职业学历")), ("college", _("大专学历"))],
    )
    by = DayField(
        label=_("预计毕业的日期"),
        help_text=_("学制没有公开的依据，请按学校告诉您的日期填写，三年以内。"),
    )
