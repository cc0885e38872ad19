"""Sentences in the reader's language, for rooms that know no Django.

The source text is Chinese.  Who serves readers says at the start how it is put into theirs.
"""

from collections.abc import Callable

Translate = Callable[[str], str]
_translate: Translate = str


def speak_through(translate: Translate) -> None:
    """From now on every sentence goes through `translate`, at the moment it is said."""
    global _translate  # noqa: PLW0603 - one reader's language at a time, chosen by the door
    _translate = translate


def gettext(message: str) -> str:
    """The sentence in the reader's language; `%(name)s` is filled in afterwards.

    >>> gettext("应为%(length)s位。") % {"length": 18}
    '应为18位。'
    """
    return _translate(message)
