"""Words of Chinese text for search: there are no blanks, so every two neighbours are a word."""

import re
import unicodedata

_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+|[a-z0-9]+")


def plain(text: str) -> str:
    """Full-width letters and digits become ordinary ones, capitals small, blanks at the ends go.

    >>> plain(" GB／T ")
    'gb/t'
    """
    return unicodedata.normalize("NFKC", text).strip().lower()


def bigrams(text: str) -> list[str]:
    """What an index stores and a query asks: pairs of Chinese characters, whole Latin words.

    A lone character stands for itself.

    >>> bigrams("提升GB/T补贴")
    ['提升', 'gb', 't', '补贴']
    >>> bigrams("高级工"), bigrams("工")
    (['高级', '级工'], ['工'])
    """
    return [word for run in _RUN.findall(plain(text)) for word in _words(run)]


def _words(run: str) -> list[str]:
    if run.isascii() or len(run) == 1:
        return [run]
    return [run[n : n + 2] for n in range(len(run) - 1)]
