"""A rule as the guide prints it, and values in the reader's form, in Chinese or English.

Labels are Chinese in the declarations; `say` turns them into English from the provision's
`en.yaml`.  Parameters go by their title, so that no printed amount grows stale.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Literal

from babel.dates import format_date

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.entitlement import expressions as e
from gongtu.policy import Policy

Language = Literal["zh", "en"]
Say = Callable[[str], str]

_UNITS_EN = {
    "日": "days",
    "工作日": "working days",
    "月": "months",
    "年": "years",
    "元": "yuan",
    "次": "times",
    "人": "people",
    "岁": "years old",
    "分钟": "minutes",
    "小时": "hours",
    "学时": "class hours",
    "平方米": "m²",
}


def as_is(text: str) -> str:
    """The label itself, where no translation is asked for."""
    return text


def shown(value: object, unit: str = "", lang: Language = "zh", say: Say = as_is) -> str:
    """One value in the reader's form.

    >>> shown(12, "月"), shown(Yuan(5000), "元/人"), shown(date(2026, 3, 1)), shown(True)
    ('12个月', '5,000.00元/人', '2026年3月1日', '是')
    >>> shown(12, "月", "en"), shown(Yuan(5000), "元", "en"), shown(date(2026, 3, 1), lang="en")
    ('12 months', '5,000.00 yuan', '1 March 2026')
    """
    match value:
        case bool():
            return _truth(value, lang)
        case date():
            return _day(value, lang)
        case Yuan():
            return _counted(f"{value:,}", unit or "元", lang)
        case Enum():
            return say(str(getattr(value, "label", value.value)))
        case int() | Decimal():
            return _counted(str(value), unit, lang)
    label = "label_en" if lang == "en" else "label"  # of keys whose names a city tells
    return say(str(getattr(value, label, value)))


def wording(expr: e.Expr[Any], policy: Policy, lang: Language = "zh", say: Say = as_is) -> str:
    """The rule in words."""
    return _Wording(policy, lang, say).text(expr)


def _truth(value: bool, lang: Language) -> str:
    return {("zh", True): "是", ("zh", False): "否", ("en", True): "yes", ("en", False): "no"}[
        lang, value
    ]


def _day(day: date, lang: Language) -> str:
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return _english_day(day)


@lru_cache(maxsize=4096)
def _english_day(day: date) -> str:
    return format_date(day, "long", "en_GB")


def _counted(number: str, unit: str, lang: Language) -> str:
    if lang == "zh":
        return f"{number}{'个' if unit == '月' else ''}{unit}"
    head, *per = unit.split("/")
    english = [_UNITS_EN.get(part, part) for part in (head, *per)]
    if head == "%":
        return f"{number}%"
    return f"{number} {' per '.join(english)}".strip()


class _Wording:
    def __init__(self, policy: Policy, lang: Language, say: Say) -> None:
        self.policy, self.lang, self.say = policy, lang, say

    def text(self, expr: e.Expr[Any]) -> str:
        match expr:
            case e.Constant(value):
                text = shown(value, lang=self.lang, say=self.say)
                return f"“{text}”" if isinstance(value, str) else text
            case e.FactOf(label=label):
                return self.say(label)
            case e.Today():
                return self._pick("当日", "the day of asking")
            case e.Parameter():
                return self._parameter(expr)
            case e.Binary():
                return self._binary(expr)
        return self._other(expr)

    def _other(self, expr: e.Expr[Any]) -> str:
        match expr:
            case e.Not(part):
                return self._pick(f"并非（{self.text(part)}）", f"not ({self.text(part)})")
            case e.Among(part, options):
                mark = "、" if self.lang == "zh" else ", "
                listed = mark.join(self.text(option) for option in options)
                return self.text(part) + self._pick(f"为{listed}之一", f" is one of {listed}")
            case e.Shifted(day, count, span):
                first, so_many = self.text(day), self._spanned(count, span)
                return self._pick(f"{first}起{so_many}", f"{so_many} after {first}")
            case e.Elapsed(since, until, span):
                a, b = self.text(since), self.text(until)
                return self._pick(
                    f"自{a}至{b}的{_word(span.word)}数", f"the {span.word_en} from {a} to {b}"
                )
            case e.Choice(test, yes, no):
                a, b, c = self.text(test), self.text(yes), self.text(no)
                return self._pick(f"{a}的，{b}；否则{c}", f"{b} if {a}, otherwise {c}")
            case e.Gathered() | e.Elsewhere() | e.Reaches():
                return self._related(expr)
            case e.Applied(function, arguments):
                says = self._pick(function.says, function.says_en)
                return says.format(*map(self.text, arguments))
        raise Broken(f"There are no words for {expr!r}.")

    def _related(self, expr: e.Gathered[Any] | e.Elsewhere | e.Reaches) -> str:
        if not isinstance(expr, e.Reaches):
            return self.say(expr.label)
        part, whole, rate = (self.text(each) for each in expr.parts)
        return self._pick(f"{part}不低于{whole}的{rate}", f"{part} is at least {rate} of {whole}")

    def _parameter(self, named: e.Parameter[Any]) -> str:
        title = self.say(self.policy.title(named.name))
        by = [self.text(part) for part in named.parts if part is not e.TODAY]
        if not by:
            return title
        return title + self._pick(f"（按{'、'.join(by)}）", f" (by {' and '.join(by)})")

    def _binary(self, expr: e.Binary[Any]) -> str:
        op, zh = expr.op, self.lang == "zh"
        a, b = (self._grouped(part, op) for part in expr.parts)
        if op in (e.Op.LESSER, e.Op.GREATER):
            least = op is e.Op.LESSER
            lead = "the lesser of" if least else "the greater of"
            return f"{a}与{b}中{'较低' if least else '较高'}者" if zh else f"{lead} {a} and {b}"
        words = op.dated if expr.left.kind is date else op.word
        word = words[0] if zh else words[1]
        tight = zh or not op.compares
        return f"{a}{word}{b}" if tight else f"{a} {word} {b}"

    def _grouped(self, part: e.Expr[Any], within: e.Op) -> str:
        """In brackets where the words alone would not tell what belongs together."""
        text = self.text(part)
        if not isinstance(part, e.Binary) or part.op is within:
            return text
        mixed = part.op.joins and within.joins
        summed = within in (e.Op.TIMES, e.Op.PERCENT) and part.op.keeps_kind
        return self._pick(f"（{text}）", f"({text})") if mixed or summed else text

    def _spanned(self, count: e.Expr[int], span: e.Span) -> str:
        if isinstance(count, e.Constant):
            return shown(count.value, span.word, self.lang)
        return self.text(count)

    def _pick(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en


def _word(unit: str) -> str:
    return {"日": "天", "月": "整月", "年": "整年"}[unit]
