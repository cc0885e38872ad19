"""Declared texts and values in the reader's language and form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from babel.numbers import format_currency
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gongtu.base.bilingual import Worded
from gongtu.base.money import Yuan
from gongtu.base.speech import said
from gongtu.engines.casework import registry as procedures
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.queries.wording import place_in_words
from gongtu.engines.casework.texts import say, worded
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.engines.indicators import registry as indicators
from gongtu.engines.indicators.declare import Indicator
from gongtu.engines.indicators.queries import Figure
from gongtu.law import Article, services
from gongtu.law.services import Service
from gongtu.parties.choices import UsualOffice
from gongtu.policy.city import active_city
from gongtu.registers.education.choices import Level
from gongtu.registers.employers.choices import Partner
from gongtu.registers.honours.choices import ContestLevel, HonourKey
from gongtu.registers.skills.choices import Grade
from gongtu.registers.standards.choices import StandardKind

# Whose words stand in the titles of subjects and of cases.
TITLED_BY: tuple[Worded, ...] = (*Grade, *Level, *ContestLevel, *Partner, *StandardKind)
SINGULAR = {"people": "person"}


def language() -> str:
    """The reader's language as declarations name it: "zh" or "en"."""
    return "en" if get_language() == "en" else "zh"


def told(zh: str, folder: Path) -> str:
    """A declared text in the reader's language."""
    return say(zh, language(), folder)


def labelled(label: str, folder: Path) -> str:
    """A label made of two, such as a table and its row, each in the reader's language."""
    return said(worded(label, folder))


def titled(title: str) -> str:
    """A title put together of names and closed words, the latter in the reader's language."""
    if language() != "en":
        return title
    honours = (HonourKey(one.key) for one in active_city().honours)
    english = {word.label: word.label_en for word in (*TITLED_BY, *honours)}
    return " ".join(english.get(word, word) for word in title.split(" "))


def posted(label: str) -> str:
    """An office as it was kept: public bodies and usual posts in the reader's language."""
    if language() != "en":
        return label
    english = {body.name: body.name_en for body in active_city().bodies()}
    english |= {usual.label: usual.label_en for usual in UsualOffice}
    return " · ".join(english.get(part, part) for part in label.split(" · "))


def listed(words: Iterable[str]) -> str:
    """Several words in a row, with the comma of the reader's language."""
    return ("、" if language() == "zh" else ", ").join(words)


def several(sentences: Iterable[str]) -> str:
    """Several that may hold commas themselves, with the semicolon of the reader's language."""
    return ("；" if language() == "zh" else "; ").join(sentences)


def remarked(words: object, remark: object) -> str:
    """Words with a remark behind them, in the brackets of the reader's language."""
    return f"{words}（{remark}）" if language() == "zh" else f"{words} ({remark})"


def title_of(declared: Procedure | Benefit | Duty | Indicator | Service) -> str:
    """The title of something declared, in the reader's language."""
    match declared:
        case Procedure():
            return told(declared.title, procedures.folder_of(declared.key))
        case Benefit() | Duty():
            return told(declared.title, declared.policy.path.parent)
        case Indicator():
            return told(declared.title, indicators.folder_of(declared.key))
    return told(declared.title, services.folder_of(declared.key))


def name_of(named: Any) -> str:
    """A place, a body or a person by their name in the reader's language, where they have one."""
    return (getattr(named, "name_en", "") if language() == "en" else "") or str(named.name)


def place_of(article: Article) -> str:
    """条例第16条, or Article 16 of the Regulations."""
    return place_in_words(article, "en" if language() == "en" else "zh")


def mark_of(mark: int | None) -> str:
    """A mark that was entered, or that somebody was absent from the part."""
    return _("缺考") if mark is None else str(mark)


def money(amount: Yuan) -> str:
    """¥2,000.00 in both languages, exact.

    >>> money(Yuan("1234.5"))
    '¥1,234.50'
    """
    return format_currency(amount.amount, "CNY", locale="zh_CN")


def shown(value: Any) -> str:
    """A fact or an answer as people read it."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, Yuan):
        return money(value)
    if isinstance(value, int):
        return str(number_format(value, use_l10n=True, force_grouping=True))
    return str(getattr(value, "label_en" if language() == "en" else "label", value))


def figure_text(figure: Figure) -> str:
    """A figure with its unit; money as money."""
    if figure.value is None:
        return ""
    if figure.indicator.money:
        return money(Yuan.of_fen(figure.value))
    unit = told(figure.indicator.unit, indicators.folder_of(figure.indicator.key))
    if language() == "en" and figure.value == 1:
        unit = SINGULAR.get(unit, unit.removesuffix("s"))
    return f"{number_format(figure.value, force_grouping=True)} {unit}"
