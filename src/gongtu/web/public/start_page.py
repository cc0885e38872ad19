"""The first page's cast, and what one search box finds."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.marked import read_yaml
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import registry as procedures
from gongtu.law import register
from gongtu.parties import queries as parties
from gongtu.parties.capacity import Capacity
from gongtu.policy.city import active_city
from gongtu.registers.skills import queries as skills
from gongtu.web.cases.present import case_title
from gongtu.web.public.statute_page import edition_on
from gongtu.web.wording import language, title_of

HITS = 8
SNIPPET = 36


def statute_title() -> dict[str, str]:
    """The title in the reader's language."""
    version = register.list_versions(active_city().statute_folder)[-1]
    return {"title": version.title_en if language() == "en" else version.title}


def cast(on: date) -> list[dict[str, Any]]:
    """Who a visitor of the demo city can be, with what each can try."""
    stories = _stories(active_city().folder / "demo" / "cast.yaml")
    accounts = {account.email: account for account in parties.list_demo_accounts()}
    return [
        _member(accounts[email], story, on) for email, story in stories.items() if email in accounts
    ]


def found(words: str, capacity: Capacity, on: date) -> list[dict[str, Any]]:
    """Groups of hits: articles, guides, and the reader's own cases."""
    groups = [
        {"title": _("条例"), "hits": _articles(words, on)},
        {"title": _("办事指南"), "hits": _guides(words)},
        {"title": _("职业"), "hits": _occupations(words)},
        {"title": _("办件"), "hits": _cases(words, capacity)},
    ]
    return [group for group in groups if group["hits"]]


def _member(account: Any, story: dict[str, str], on: date) -> dict[str, Any]:
    capacity = parties.default_capacity(account, on)
    suffix = "_en" if language() == "en" else ""
    return {
        "account": account.pk,
        "name": story["name" + suffix],
        "office": story["office" + suffix] or capacity.label,
        "story": story["story" + suffix],
    }


@cache
def _stories(path: Path) -> dict[str, dict[str, str]]:
    if not path.is_file():
        return {}
    return {email: story.plain for email, story in read_yaml(path).fields.items()}


def _articles(words: str, on: date) -> list[dict[str, str]]:
    edition, _in_force = edition_on(on)
    hits = (a for a in edition.parsed.statute.articles if words in a.text or words == a.label)
    return [
        {
            "title": article.label,
            "address": reverse("public:show_article", args=[article.number]),
            "says": _around(article.text.replace("\n", ""), words),
        }
        for article, _place in zip(hits, range(HITS), strict=False)
    ]


def _around(text: str, words: str) -> str:
    place = max(text.find(words) - SNIPPET // 2, 0)
    return ("…" if place else "") + text[place : place + SNIPPET * 2] + "…"


def _guides(words: str) -> list[dict[str, str]]:
    return [
        {
            "title": title_of(procedure),
            "address": reverse("public:show_guide", args=[procedure.key]),
        }
        for procedure in procedures.procedures()
        if words.lower() in f"{procedure.title} {title_of(procedure)}".lower()
    ]


def _occupations(words: str) -> list[dict[str, str]]:
    return [
        {
            "title": f"{one.name} {one.code}",
            "address": reverse("public:show_occupation", args=[one.code]),
        }
        for one in skills.list_occupations(words)[:HITS]
    ]


def _cases(words: str, capacity: Capacity) -> list[dict[str, str]]:
    if not capacity.is_signed_in:
        return []
    return [
        {
            "title": case_title(case),
            "address": reverse("cases:show_case", args=[case.number]),
            "says": case.number,
        }
        for case in cases.search_cases(words, capacity)[:HITS]
    ]
