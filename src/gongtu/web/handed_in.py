"""A file or a text that somebody hands in: what is refused is not lost with the page.

A browser keeps what was typed and forgets which file was chosen.  So the text of a refused file
comes back in the field for text, and any other file is called by its name.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.reading import LARGEST
from gongtu.records.files.sniffing import HEAD, kind_of_head


class HandedInForm(forms.Form):
    """A form with a `file` and a field for text; `from_file` names the file that text came from."""

    text_field: ClassVar[str]
    from_file = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Another file takes the place of the one whose text came back."""
        told: dict[str, Any] = self.cleaned_data
        if told.get("file") and told.get("from_file"):
            told[self.text_field] = ""
        return told

    def put_back(self) -> None:
        """Before the form is shown again: give back what its reader would have to look for."""
        file = self.files.get("file")
        if file is None:
            return
        told = QueryDict(mutable=True)
        told.update(self.data)
        is_typed = told.get(self.text_field, "").strip() and not told.get("from_file")
        text = "" if is_typed else _text_in(file)
        if not is_typed:
            told[self.text_field], told["from_file"] = text, (file.name or "") if text else ""
        self.data = told
        says = (
            _(
                "刚才交的是“%(name)s”，全文已经放进下面的文字栏，不用再选；要换一个，选新的文件就可以。"
            )
            if text
            else _("刚才交的是“%(name)s”，浏览器没有留住；还要交它，请再选一次。")
        )
        self["file"].help_text = says % {"name": file.name}


def _text_in(file: UploadedFile[bytes]) -> str:
    """What is written in a file; empty where it is no text, or more than the field takes."""
    if not file.size or file.size > LARGEST:
        return ""
    file.seek(0)
    content = file.read()
    if kind_of_head(content[:HEAD]) != "text":
        return ""
    try:
        text: str = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text else text
