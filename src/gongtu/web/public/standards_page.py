"""Occupational standards as anybody reads them: text, editions, changes, comments and answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties.roles import ENTERPRISE, HRSS
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.skills.choices import Grade
from gongtu.registers.standards import queries as standards
from gongtu.registers.standards.choices import Outcome, PointKind, StandardKind
from gongtu.registers.standards.rows import Section
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.chain_page import label_of
from gongtu.web.fields import offer_choices
from gongtu.web.http import Request
from gongtu.web.wording import name_of
from gongtu.web.written import handed_in

SHOWN = 20
OUTCOME_MOODS = {"": "wait", "accepted": "good", "partly": "wait", "declined": ""}
SESSION_PAGES = {HRSS: "desk:show_session", ENTERPRISE: "enterprise:show_session"}
STATE_MOODS = {"open": "wait", "draft": "", "ahead": "wait", "force": "good", "former": ""}


class CommentForm(forms.Form):
    """What somebody says of one section, or of the whole."""

    section = forms.ChoiceField(label=gettext_lazy("对哪一节"), required=False)
    text = forms.CharField(
        label=gettext_lazy("意见"), widget=forms.Textarea, max_length=4000,
        help_text=gettext_lazy("意见和答复向社会公开，不公开您的姓名。"),
    )  # fmt: skip

    def __init__(self, version: Any, request: Request) -> None:
        super().__init__(handed_in(request))
        titles = [one["title"] for one in version.commented or ()]
        offer_choices(self, "section", [("", _("全文")), *((one, one) for one in titles)])


def list_page(request: Request) -> dict[str, Any]:
    """Drafts that are open to comments, then one page of editions, the latest first."""
    words = request.GET.get("q", "").strip()[:60]
    found = standards.matching(standards.list_editions(), words)
    if (after := number_asked(request)) is not None:
        found = found.filter(pk__lt=after)
    rows, pages = page_of(found, request, number_of)
    drafts = standards.matching(standards.list_drafts(), words)
    return {
        "words": words,
        "drafts": [{**row, "said": one.said} for one, row in _rows(drafts, request)],
        "editions": [row for _one, row in _rows(rows, request)],
        **pages,
    }


def standard_page(version: Any, request: Request) -> dict[str, Any]:
    """One edition or draft with everything that is open to the reader."""
    by = request.capacity
    answers = by.organisation is not None and by.organisation == version.proposer_id
    before = standards.edition_before(version)
    return {
        "standard": _row_of(version, request),
        "version": version,
        "grades": [label_of(grade) for grade in version.grades],
        "sections": section_rows(version.text, [label_of(grade) for grade in version.grades]),
        "editions": [_edition(one, version) for one in standards.editions_of(version)],
        "comments": [_comment(one, answers=answers) for one in standards.list_comments(version.pk)],
        "is_open": version.takes_comments(request.on),
        "changes": _changes_address(version) if before else "",
        "since_comments": _changes_address(version, "?with=commented")
        if version.commented and version.commented != version.sections
        else "",
        "uses": standards.count_uses(version.pk),
        "sessions": _sessions(version, request),
    }


def changes_page(version: Any, request: Request) -> dict[str, Any]:
    """The text section by section beside the edition before, or beside what was commented on."""
    if request.GET.get("with") == "commented" and version.commented:
        before, title = list(map(Section.from_json, version.commented)), _("征求意见稿")
    else:
        earlier = standards.edition_before(version)
        before = earlier.text if earlier else []
        title = _edition_words(earlier) if earlier else _("没有更早的版次")
    words = _states()
    return {
        "standard": _row_of(version, request),
        "before": title,
        "changes": [
            {
                "title": one.title,
                "state": one.state,
                "label": words[one.state],
                "lines": [{"mark": mark, "text": text} for mark, text in one.lines],
            }
            for one in standards.changes_between(before, version.text)
        ],
    }


def editions_listed(occupation: str, request: Request) -> list[dict[str, Any]]:
    """The editions of an occupation, those open to comments too, for its page."""
    found = standards.list_public().filter(occupation=occupation)
    return [row for _one, row in _rows(found, request)]


def _rows(found: Iterable[Any], request: Request) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Each beside how a list shows it; one query says which are in force."""
    versions = list(found)
    in_force = standards.in_force_among(versions, request.on)
    for one in versions:
        yield one, _row(one, _state(one, in_force, request.on))


def _row_of(version: Any, request: Request) -> dict[str, Any]:
    ((_one, row),) = _rows([version], request)
    return row


def _row(version: Any, state: str) -> dict[str, Any]:
    return {
        "title": version.title,
        "address": _address(version),
        "kind": label_of(StandardKind(version.kind)),
        "occupation": version.occupation.name,
        "occupation_address": reverse("public:show_occupation", args=[version.occupation_id]),
        "grades": " – ".join(
            dict.fromkeys(label_of(Grade(one)) for one in (version.lowest, version.highest))
        ),
        "edition": _edition_words(version),
        "number": version.number,
        "in_force_from": version.in_force_from if version.adopted_on else None,
        "until": version.comments_until,
        "proposer": name_of(version.proposer),
        "wording": label_of(Wording(version.wording)) if version.wording else "",
        "file": reverse("public:download_standard", args=[version.pk]) if version.file_id else "",
        "state": _state_words()[state],
        "mood": STATE_MOODS[state],
    }


def _state(version: Any, in_force: Collection[int], on: date) -> str:
    if version.adopted_on is None:
        return "open" if version.takes_comments(on) else "draft"
    if version.in_force_from > on:
        return "ahead"
    return "force" if version.pk in in_force else "former"


def _state_words() -> dict[str, str]:
    return {
        "open": _("征求意见中"),
        "draft": _("草案，意见征求完毕"),
        "ahead": _("已发布，尚未施行"),
        "force": _("现行"),
        "former": _("已被新版代替"),
    }


def _states() -> dict[str, str]:
    return {
        "same": _("没有改动"),
        "changed": _("有改动"),
        "added": _("新增"),
        "removed": _("删去"),
    }


def _edition_words(version: Any) -> str:
    if version.edition is None:
        return _("草案")
    return _("第%(edition)s版") % {"edition": version.edition}


def _edition(one: Any, shown: Any) -> dict[str, Any]:
    return {
        "label": _edition_words(one),
        "number": one.number,
        "since": one.in_force_from,
        "address": "" if one.pk == shown.pk else _address(one),
    }


def section_rows(sections: Iterable[Section], heads: Sequence[str]) -> list[dict[str, Any]]:
    """Each section with its points; `heads` are those of the columns of weights."""
    return [_section(one, list(heads)) for one in sections]


def _section(section: Section, heads: list[str]) -> dict[str, Any]:
    weighted = any(point.weights for point in section.points)
    return {
        "title": section.title,
        "text": section.text,
        "heads": heads if weighted else [],
        "points": [
            {
                "kind": label_of(PointKind(one.kind)),
                "name": one.name,
                "weights": list(zip(heads, one.weights or [""] * len(heads), strict=False))
                if weighted
                else [],
            }
            for one in section.points
        ],
    }


def _comment(made: Any, *, answers: bool) -> dict[str, Any]:
    waits = made.answered_on is None
    place = [made.version_id, made.pk]
    return {
        "key": made.pk,
        "section": made.section or _("全文"),
        "text": made.text,
        "by": name_of(made.organisation) if made.organisation else _("个人"),
        "on": made.made_on,
        "outcome": _("尚未答复") if waits else label_of(Outcome(made.outcome)),
        "mood": OUTCOME_MOODS[made.outcome],
        "reason": made.reason,
        "answered_on": made.answered_on,
        "answer": reverse("public:answer_comment", args=place) if waits and answers else "",
        "choices": [(one.value, label_of(one)) for one in Outcome],
    }


def _sessions(version: Any, request: Request) -> list[dict[str, Any]]:
    """Sessions by this edition that the reader answers for."""
    if request.capacity.organisation is None:
        return []
    found = standards.sessions_using(version.pk, by=request.capacity)
    page = SESSION_PAGES.get(request.capacity.role)
    return [
        {
            "address": reverse(page, args=[one.case_number]) if page else "",
            "assessor": name_of(one.filing.assessor.organisation),
            "grade": label_of(Grade(one.grade)),
            "on": one.planned_on,
        }
        for one in found[:SHOWN]
    ]


def _address(version: Any) -> str:
    return reverse("public:show_standard", args=[version.pk])


def _changes_address(version: Any, query: str = "") -> str:
    return reverse("public:compare_standard", args=[version.pk]) + query
