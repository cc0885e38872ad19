"""The plan for skilled staff as its pages show and take it: picture, table, who could fill it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties.models import Organisation
from gongtu.parties.queries import names_of
from gongtu.parties.roles import Role
from gongtu.policy.shared import platform
from gongtu.registers.careers import queries as careers
from gongtu.registers.careers import services
from gongtu.registers.careers.queries import BANDS, PENSION_AGE, Gap, Member
from gongtu.registers.careers.rows import Line, read_needs, write_needs
from gongtu.registers.careers.services import MOST_YEARS, USUAL_YEARS
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import names_of_occupations
from gongtu.web.chain_page import label_of
from gongtu.web.enterprise.versions import shown
from gongtu.web.http import Request
from gongtu.web.matching_page import basis_words

ROW, BAR, WIDTH = 64, 14, 300  # of the picture, in its own units


class PlanForm(forms.Form):
    """From which year, for how many, and what is wanted line by line."""

    first_year = forms.IntegerField(
        label=gettext_lazy("规划的第一年"), min_value=2000, max_value=2200
    )
    years = forms.IntegerField(
        label=gettext_lazy("规划几年"),
        help_text=gettext_lazy("期限由本单位定，条例没有规定长短。"),
        min_value=1,
        max_value=MOST_YEARS,
    )
    needs = forms.CharField(
        label=gettext_lazy("各职业、等级每年需要多少人"),
        help_text=gettext_lazy(
            "每行写职业代码、等级、各年度人数，例如三年：6-20-01-01 高级工 4 5 6。可以从表格粘贴。"
        ),
        widget=forms.Textarea,
    )

    def lines(self) -> list[Line]:
        """What was entered.

        Raises:
            RowsWrong: With every line at fault.
        """
        return read_needs(self.cleaned_data["needs"], years=self.cleaned_data["years"])


def form_of(body: Organisation, request: Request) -> PlanForm:
    """The form filled in with the plan in force, else with what the roster suggests."""
    on, plan = request.on, careers.PLANS.latest(body.pk)
    if plan is not None:
        lines, first, years = careers.lines_of(plan), plan.first_year, plan.years
    else:
        lines = careers.usual_lines(careers.staff_of(body.pk, on=on), USUAL_YEARS)
        first, years = on.year + 1, USUAL_YEARS
    told = {"first_year": first, "years": years, "needs": write_needs(lines)}
    return PlanForm(request.POST or None, initial=told)


def publish(form: PlanForm, body: Organisation, request: Request) -> None:
    """Publish what was entered as the next version.

    Raises:
        Refused: With every line at fault, or every reason why it cannot be planned.
    """
    first = form.cleaned_data["first_year"]
    lines = form.lines()
    services.publish_plan(body.pk, lines, first_year=first, by=request.capacity, on=request.on)


def plan_page(body: Organisation, request: Request) -> dict[str, Any]:
    """The version asked for, else that in force; without one, what the roster suggests."""
    staff = careers.staff_of(body.pk, on=request.on)
    versions = shown(careers.PLANS, body.pk, request)
    plan = versions.version
    lines = careers.lines_of(plan) if plan else careers.usual_lines(staff, USUAL_YEARS)
    first = plan.first_year if plan else request.on.year + 1
    years = range(first, first + (plan.years if plan else USUAL_YEARS))
    gaps = careers.gaps_of(lines, years, staff, on=request.on)
    words = names_of_occupations([*(line.occupation for line in lines), *_occupations(staff)])
    return {
        **versions.page,
        "is_due": plan is not None
        and versions.is_latest
        and plan.published_on.year < request.on.year,
        "years": years,
        "rows": [_row(gap, words, years) for gap in gaps],
        "picture": _picture(gaps, words),
        "candidates": _candidates(gaps, words),
        "by_agreement": [_recognised(one) for gap in gaps for one in gap.recognised],
        "staff": _staff(staff, words, request.on),
        "bands": _band_words(),
        "is_age_known": any(gap.leaving is not None and gap.present for gap in gaps),
        "age_decides": label_of(Role(platform[PENSION_AGE].decides)),
    }


def _occupations(staff: Sequence[Member]) -> set[str]:
    return {one.occupation for one in staff if one.occupation}


def _title(line: Line, words: dict[str, str]) -> str:
    return f"{words.get(line.occupation, line.occupation)} · {label_of(line.grade)}"


def _row(gap: Gap, words: dict[str, str], years: range) -> dict[str, Any]:
    leaving = gap.leaving or (None,) * len(gap.line.wanted)
    return {
        "title": _title(gap.line, words),
        "present": gap.present,
        "recognised": gap.recognised,
        "years": [
            {"year": year, "wanted": wanted, "leaving": left, "missing": missing}
            for year, wanted, left, missing in zip(
                years, gap.line.wanted, leaving, gap.missing, strict=True
            )
        ],
    }


def _recognised(member: Member) -> dict[str, Any]:
    """Whose grade counts among those present by which agreement."""
    return {"name": member.person.name, **(basis_words(member.basis) or {})}


def _candidates(gaps: Sequence[Gap], words: dict[str, str]) -> list[dict[str, Any]]:
    """Of each line with a gap who could apply first; those without anybody say so."""
    names = names_of(one.person for gap in gaps for one in gap.candidates)
    return [
        {
            "title": _title(gap.line, words),
            "missing": max(gap.missing),
            "people": [
                {"name": names[one.person], "person": one.person, "on": one.on,
                 "steps": one.steps, "assumed": one.assumed}
                for one in gap.candidates
            ],
        }
        for gap in gaps
        if any(gap.missing)
    ]  # fmt: skip


def _picture(gaps: Sequence[Gap], words: dict[str, str]) -> dict[str, Any]:
    """Of each line who will be there in the last year, and what is wanted then."""
    told = [(gap, gap.present - (gap.leaving[-1] if gap.leaving else 0)) for gap in gaps]
    most = max([1, *(max(stay, gap.line.wanted[-1]) for gap, stay in told)])
    bars = [
        {
            "title": _title(gap.line, words),
            "y": ROW * place,
            "bar": ROW * place + 26,
            "number": ROW * place + 54,
            "there": stay,
            "wanted": gap.line.wanted[-1],
            "missing": gap.missing[-1],
            "there_width": round(stay * WIDTH / most),
            "wanted_width": round(gap.line.wanted[-1] * WIDTH / most),
        }
        for place, (gap, stay) in enumerate(told)
    ]
    return {"bars": bars, "height": max(ROW * len(bars), 1)}


def _standing(occupation: str, grade: Grade | None) -> str:
    """The words lie outside of f-strings, where they would not be collected."""
    works_as = occupation or _("职业未登记")
    holds = label_of(grade) if grade else _("尚无计入的等级")
    return f"{works_as} · {holds}"


def _staff(staff: Sequence[Member], words: dict[str, str], on: date) -> list[dict[str, Any]]:
    return [
        {
            "title": _standing(words.get(occupation, occupation), grade),
            "count": len(members),
            "bands": [
                (words_of_band, sum(one.band(on) == band for one in members))
                for band, words_of_band in enumerate(_band_words())
            ],
            "unknown": sum(one.band(on) is None for one in members),
        }
        for (occupation, grade), members in careers.places_of(staff).items()
    ]


def _band_words() -> list[str]:
    """Under 30, 30–39, … , 55 and over."""
    between = [f"{low}–{high - 1}" for low, high in pairwise(BANDS)]
    first = _("不满%(age)s岁") % {"age": BANDS[0]}
    return [first, *between, _("满%(age)s岁") % {"age": BANDS[-1]}]
