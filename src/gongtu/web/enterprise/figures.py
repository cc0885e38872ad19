"""The figures of a year as an enterprise enters them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.base.money import Yuan
from gongtu.parties.models import Organisation
from gongtu.registers.employers import queries, services
from gongtu.web.fields import DayField
from gongtu.web.http import Request

SUMS = (
    ("wages", gettext_lazy("职工工资总额（元）")),
    ("fund_drawn", gettext_lazy("提取的职工教育经费（元）")),
    ("fund_used", gettext_lazy("使用的职工教育经费（元）")),
    ("frontline_used", gettext_lazy("其中用于一线职工（元）")),
    ("vocational_investment", gettext_lazy("职业教育投资额（元）")),
    ("turnover_taxes", gettext_lazy("实际缴纳的增值税、消费税（元）")),
)
DAYS = (
    ("plan_made_on", gettext_lazy("教育培训计划制定日期")),
    ("congress_held_on", gettext_lazy("职工代表大会召开日期")),
    ("fund_told_on", gettext_lazy("向职工代表大会报告经费使用情况的日期")),
    ("report_published_on", gettext_lazy("社会责任报告发布日期")),
)


class FiguresForm(forms.Form):
    """One year; what is left empty stays as it was told before."""

    def __init__(self, *told: Any, **options: Any) -> None:
        super().__init__(*told, **options)
        for name, label in SUMS:
            self.fields[name] = forms.DecimalField(
                label=label, required=False, min_value=0, max_digits=16, decimal_places=2
            )
        for name, label in DAYS:
            self.fields[name] = DayField(label=label, required=False)
        self.fields["employee_directors"] = forms.IntegerField(
            label=gettext_lazy("董事会中的职工代表人数"), required=False, min_value=0
        )
        self.fields["source"] = forms.CharField(
            label=gettext_lazy("依据"),
            help_text=gettext_lazy("例如年度财务报表、职工代表大会会议记录。"),
            max_length=120,
        )

    def told(self) -> dict[str, Any]:
        """What was filled in, sums as money."""
        sums = {name for name, _label in SUMS}
        return {
            name: Yuan(str(value)) if name in sums else value
            for name, value in self.cleaned_data.items()
            if name != "source" and value is not None
        }


def year_asked(request: Request) -> int:
    """The current year unless the last is asked for; there are no others."""
    last = request.on.year - 1
    return last if request.GET.get("year") == str(last) else request.on.year


def form_of(body: Organisation, year: int, request: Request) -> FiguresForm:
    """The form of a year, with what was told of it before."""
    before = queries.find_year(body.pk, year, told_by=request.on)
    return FiguresForm(request.POST or None, initial=_initial(before))


def record(form: FiguresForm, body: Organisation, year: int, request: Request) -> None:
    """Put it on record.

    Raises:
        FiguresWrong: With every reason.
    """
    services.record_year(
        body.pk,
        year,
        source=form.cleaned_data["source"],
        by=request.capacity,
        on=request.on,
        **form.told(),
    )


def years_page(year: int, on: date) -> list[dict[str, Any]]:
    """The years that can be entered."""
    return [
        {"year": one, "current": one == year, "label": _("%(year)s年") % {"year": one}}
        for one in (on.year, on.year - 1)
    ]


def _initial(before: Any) -> dict[str, Any]:
    if before is None:
        return {}
    sums = {name: getattr(before, name) for name, _label in SUMS}
    return {
        **{name: Yuan.of_fen(fen).amount for name, fen in sums.items() if fen is not None},
        **{name: getattr(before, name) for name, _label in DAYS},
        "employee_directors": before.employee_directors,
        "source": before.source,
    }
