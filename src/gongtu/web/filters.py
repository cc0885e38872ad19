"""Filters of every template: names in the reader's language, and what stays as it was written.

Names of people, bodies and occupations, what people wrote, and documents' titles and numbers are
not translated (ADR 0008).  On an English page they are marked as Chinese, so that they are read
aloud as Chinese and set in Chinese faces.
"""

from __future__ import annotations

import re
from typing import Any

from django.template import Library
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from gongtu.base.speech import said
from gongtu.web.wording import language, name_of

register = Library()
register.filter("said", said)
register.filter("name_of", name_of)
# From the first Chinese character on, with its bracket, to a blank or a mark that is not Chinese.
RUN = re.compile(
    r"[《（“]*[\u3400-\u9fff](?:[\w·、，。：；！？（）《》“”〔〕—-]|\.(?=\w)|[()](?=[\u3400-\u9fff]))*"
)


@register.filter
def as_written(words: Any) -> Any:
    """Every run of Chinese marked with its language, where the page is in English.

    >>> from django.utils.translation import override
    >>> with override("en"):
    ...     as_written("王海生 & Co (海达装备)")
    '<span lang="zh-Hans">王海生</span> &amp; Co (<span lang="zh-Hans">海达装备</span>)'
    """
    if language() == "zh":
        return words
    marked = RUN.sub(r'<span lang="zh-Hans">\g<0></span>', conditional_escape(words))
    return mark_safe(marked)  # noqa: S308 - escaped above, but for our own mark
