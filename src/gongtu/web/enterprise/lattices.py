"""Career channels as an enterprise's pages show and take them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gongtu.parties.models import Organisation
from gongtu.registers.careers import queries as careers
from gongtu.registers.careers import services
from gongtu.registers.careers.rows import read_lattice, write_crossings, write_posts
from gongtu.web.enterprise.versions import shown
from gongtu.web.http import Request
from gongtu.web.lattice_page import lattice_page


class LatticeForm(forms.Form):
    """Posts from the lowest up, and the crossings between tracks, a line each."""

    posts = forms.CharField(
        label=gettext_lazy("岗位，每条序列从低到高"),
        help_text=gettext_lazy(
            "每行写序列（技能、技术、管理）、岗位名称、要求的等级或者职称级别、其他条件，"
            "例如：技能 首席焊工 高级技师 带徒三人以上。"
            "岗位名称与名册一致的，职工可以看到自己在哪里。"
        ),
        widget=forms.Textarea,
    )
    crossings = forms.CharField(
        label=gettext_lazy("可以贯通的岗位"),
        help_text=gettext_lazy(
            "每行写从哪个岗位、到哪个岗位、单向或者双向、条件，"
            "例如：高级工岗 助理级技术岗 双向 取得助理级职称。"
        ),
        widget=forms.Textarea,
        required=False,
    )


def form_of(body: Organisation, request: Request) -> LatticeForm:
    """The form filled in with what is in force, else with the default."""
    latest = careers.LATTICES.latest(body.pk)
    lattice = careers.lattice_of(latest) if latest else services.usual_lattice()
    told = {"posts": write_posts(lattice), "crossings": write_crossings(lattice)}
    return LatticeForm(request.POST or None, initial=told)


def publish(form: LatticeForm, body: Organisation, request: Request) -> None:
    """Publish what was entered as the next version.

    Raises:
        Refused: With every line at fault.
    """
    lattice = read_lattice(form.cleaned_data["posts"], form.cleaned_data["crossings"])
    services.publish_lattice(body.pk, lattice, by=request.capacity, on=request.on)


def show_page(body: Organisation, request: Request) -> dict[str, Any]:
    """The version asked for, else that in force; without one, the default."""
    versions = shown(careers.LATTICES, body.pk, request)
    version = versions.version
    lattice = careers.lattice_of(version) if version else services.usual_lattice()
    return {"page": lattice_page(body.pk, lattice), **versions.page}
