"""What was found out about the lines before the body is read, and what they look like."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from gongtu.law.parse.marks import find_annex, find_heading, find_item, is_signature
from gongtu.law.parse.paragraphs import Piece
from gongtu.law.parse.sequence import Head
from gongtu.law.parse.source import Line, ends_sentence

LONGEST_GROUP = 30
_LONGEST_CAPTION = 20


@dataclass(frozen=True, slots=True)
class Ground:
    """The lines of the text, and what was found out about them before reading the body."""

    lines: Sequence[Line]
    heads: Mapping[int, Head]
    furniture: Mapping[int, str]
    quoted: Collection[int]
    numbered: bool = False


def is_caption(ground: Ground, head: Head) -> bool:
    """Whether the words beside the number are a caption, and the article begins below."""
    below = head.index + 1
    if below >= len(ground.lines) or below in ground.heads or below in ground.furniture:
        return False
    text = ground.lines[below].text
    longest = LONGEST_GROUP if ground.numbered else _LONGEST_CAPTION
    plain = not (find_heading(text) or find_item(text) or find_annex(text) or is_signature(text))
    return 0 < len(head.mark.rest) and is_title(head.mark.rest, longest) and plain


def is_title(text: str, longest: int) -> bool:
    """Whether the words are short and hold no punctuation of a sentence."""
    return len(text) <= longest and not re.search(r"[，。；：,;:]", text) and not find_item(text)


def is_half_sentence(piece: Piece) -> bool:
    """Whether a paragraph stops in the middle of its sentence."""
    return not piece.mark and not ends_sentence(piece.text)


def list_goes_unpunctuated(pieces: Sequence[Piece]) -> bool:
    """Whether the items of an article end without 。 or ；, so that their ends say nothing."""
    items = [piece for piece in pieces if piece.mark]
    return len(items) > 1 and not any(ends_sentence(piece.text) for piece in items[:-1])


def first_lines_are_indented(ground: Ground) -> bool:
    """Whether this text indents each paragraph, so that a line at the margin continues one."""
    heads = [ground.lines[index] for index in ground.heads]
    indented = sum(line.indent > 0 for line in heads)
    return len(heads) > 1 and indented > 0.9 * len(heads)
