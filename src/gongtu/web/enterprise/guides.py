"""Career guides of the staff as an enterprise's pages show and propose them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties import queries as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.models import Organisation
from gongtu.registers.careers import queries as careers
from gongtu.registers.careers import services
from gongtu.registers.careers.services import Proposal
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.queries import Map
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.career_guide_page import guide_page, state_words
from gongtu.web.fields import DayField, offer_choices
from gongtu.web.http import Request
from gongtu.web.ladder_page import leg_words, rung_words
from gongtu.web.wording import remarked


class GuideForm(forms.Form):
    """The goal off the worker's own map, the steps, what the enterprise gives, the review."""

    goal = forms.ChoiceField(
        label=gettext_lazy("目标"), help_text=gettext_lazy("职业发展图上的目标和最早能到的日期。")
    )
    steps = forms.CharField(
        label=gettext_lazy("分几步走"),
        help_text=gettext_lazy("每行一步，写明大致什么时候。"),
        widget=forms.Textarea,
        max_length=2000,
    )
    training = forms.CharField(label=gettext_lazy("单位安排的培训"), max_length=200, required=False)
    mentor = forms.CharField(label=gettext_lazy("带教师傅"), max_length=60, required=False)
    working_time = forms.CharField(
        label=gettext_lazy("给多少学习时间"),
        help_text=gettext_lazy("例如每周半天，计入工作时间。"),
        max_length=120,
        required=False,
    )
    review_on = DayField(label=gettext_lazy("约定哪天一起回顾"))

    def __init__(self, goals: list[tuple[str, str]], *told: Any, **options: Any) -> None:
        super().__init__(*told, **options)
        self.has_goals = bool(goals)
        offer_choices(self, "goal", goals)

    def proposal(self) -> Proposal:
        """What is proposed; a choice is the occupation and the goal in it."""
        told = dict(self.cleaned_data)
        occupation, _sep, goal = told.pop("goal").partition("~")
        return Proposal(occupation=occupation, goal=goal, **told)


def list_page(body: Organisation, request: Request) -> dict[str, Any]:
    """The staff in the order of entry, each with how far their guide is."""
    found = parties.employees_of(body, request.on)
    if (after := number_asked(request)) is not None:
        found = found.filter(pk__gt=after)
    rows, pages = page_of(found, request, number_of)
    guides = careers.guides_at(body.pk, [one.person_id for one in rows])
    return {
        "workers": [_worker(one, guides.get(one.person_id), request.on) for one in rows],
        **pages,
    }


def show_page(body: Organisation, job: Any, form: GuideForm, request: Request) -> dict[str, Any]:
    """The guide of one of the staff, and the form for the next proposal."""
    guide = careers.guides_at(body.pk, [job.person_id]).get(job.person_id)
    return {
        "name": job.person.name,
        "post": job.post,
        "guide": guide and guide_page(guide, request.on),
        "form": form,
        "has_goals": form.has_goals,
    }


def employed(body: Organisation, person: UUID, on: date) -> Any:
    """The employment of one of the staff.

    Raises:
        NotEntitled: They do not work there.
    """
    job = parties.employees_of(body, on).filter(person=person).first()
    if job is None:
        raise NotEntitled(_("这名职工不在本单位名册上。"))
    return job


def form_of(body: Organisation, job: Any, request: Request) -> GuideForm:
    """The form filled in with what was proposed last, else with the quickest way on the map."""
    guide = careers.guides_at(body.pk, [job.person_id]).get(job.person_id)
    maps = list(_maps(job.person_id, request.on))
    told = _usual(maps) if guide is None else _proposed(careers.latest_version(guide))
    return GuideForm(list(_goals(maps)), request.POST or None, initial=told)


def propose(form: GuideForm, body: Organisation, person: UUID, request: Request) -> None:
    """Propose it to the worker.

    Raises:
        GuideUnsound: With every reason.
    """
    services.propose_guide(body.pk, person, form.proposal(), by=request.capacity, on=request.on)


def _worker(job: Any, guide: Any, on: date) -> dict[str, Any]:
    return {
        "name": job.person.name,
        "post": job.post,
        "address": reverse("enterprise:show_career_guide", args=[job.person_id]),
        "guide": guide and state_words(guide, on),
    }


def _proposed(last: Any) -> dict[str, Any]:
    kept = ("steps", "training", "mentor", "working_time", "review_on")
    told = {name: getattr(last, name) for name in kept}
    return {**told, "goal": f"{last.occupation_id}~{last.goal}"}


def _usual(maps: Iterable[Map]) -> dict[str, Any]:
    """The nearest goal by its quickest way; what the enterprise gives is for it to say."""
    for found in maps:
        routes = [route for some in found.routes.values() for route in some]
        if found.aim is not None and routes:
            legs = min(routes, key=lambda route: route.on).legs
            says = _("最早%(day)s：%(what)s")
            steps = (says % {"day": leg.on.isoformat(), "what": leg_words(leg)} for leg in legs)
            return {"goal": f"{found.occupation.pk}~{found.aim.key}", "steps": "\n".join(steps)}
    return {}


def _maps(person: UUID, on: date) -> Iterator[Map]:
    for occupation in ladder.list_occupations_of(person, on=on):
        yield ladder.map_of(person, occupation.pk, on=on)


def _goals(maps: Iterable[Map]) -> Iterator[tuple[str, str]]:
    """Every rung above in each of their occupations, with its earliest day where one is known."""
    for found in maps:
        for aim in found.aims:
            days = [one.soonest for one in found.reach if one.aim == aim and one.soonest]
            soonest = (
                _("最早%(day)s") % {"day": min(days).isoformat()} if days else _("没有已知的路线")
            )
            label = remarked(f"{found.occupation.name} · {rung_words(aim)}", soonest)
            yield f"{found.occupation.pk}~{aim.key}", label
