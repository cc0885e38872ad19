"""Old paper certificates as their pages show them: the file, the batches, how far one is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import HRSS
from gongtu.registers.skills.services.papers import handing_in as papers
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.http import Request
from gongtu.web.job_page import file_page
from gongtu.web.wording import name_of


class PapersForm(forms.Form):
    """The file."""

    papers = forms.FileField(
        label=gettext_lazy("纸质证书"),
        help_text=gettext_lazy(
            "Excel（xlsx）或者CSV，应有证书编号、姓名、身份证号、职业名称、等级、发证日期、档案号各列；可以另有职业编码、发证机构、授权依据。"
        ),
    )


def own_archive(by: Capacity) -> Organisation:
    """The body whose papers the reader enters.

    Raises:
        NotEntitled: The reader acts for none.
    """
    if by.organisation is None:
        raise NotEntitled(_("纸质证书由评价机构或者人力资源社会保障部门补录。"))
    return get_organisation(by.organisation)


def list_page(body: Organisation, form: PapersForm, request: Request) -> dict[str, Any]:
    """One page of batches, the latest first, and the form for one more."""
    found = papers.batches_of(body, by=request.capacity, on=request.on)
    if (after := number_asked(request)) is not None:
        found = found.filter(pk__lt=after)
    rows, pages = page_of(found, request, number_of)
    return {
        "body": {"name": name_of(body), "is_archive": body.kind == HRSS},
        "form": form,
        "batches": [_batch(one) for one in rows],
        **pages,
    }


def entry_page(job: Any, request: Request) -> dict[str, Any]:
    """How far a file is, the first papers to be looked at, or what came of it."""
    outcome = job.outcome
    body = get_organisation(job.payload["organisation"])
    batches = papers.batches_of(body, by=request.capacity, on=request.on)
    batch = batches.filter(pk=outcome.get("batch", 0)).first()
    page = file_page(
        job,
        doing=_("正在处理"),
        wrong=_("没有补录：请改正后重新上传"),
        errors="desk:download_paper_errors",
    )
    return {
        **page,
        "says": _says(job, page),
        "new": outcome.get("new", 0),
        "first": page["first"] or outcome.get("first", []),
        "to_confirm": outcome.get("to_confirm", False),
        "batch": _batch(batch) if batch else None,
    }


def _batch(batch: Any) -> dict[str, Any]:
    root = batch.document["credentialSubject"]["rootHash"] if batch.document else ""
    return {"number": batch.pk, "count": batch.size, "sealed_on": batch.sealed_on, "root": root}


def _says(job: Any, page: dict[str, Any]) -> str:
    if page["problems"] or job.state != "done":
        return str(page["says"])
    return _("核对无误，等待确认") if job.outcome.get("to_confirm") else _("已补录并签发")
