"""What was found out about the lines before the body is read, and what they look like."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from gongtu.law.parse.marks import find_annex, find_heading, find_item, is_signature
from gongtu.law.parse.paragraphs import Piece
from gongtu.law.parse.sequence import Head
from gongtu.law.parse.source import Line, ends_sentence

LONGEST_GROUP = 30
_LONGEST_CAPTION = 20
_RAGGED = 2
_NEAR = 20
_FEWEST_BROKEN = 5
_MOSTLY = 0.7
_NEARLY_ALL = 0.9


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
    items = [piece for piece in pieces[-_NEAR:] if piece.mark]
    return len(items) > 1 and not any(ends_sentence(piece.text) for piece in items[:-1])


Measure = Callable[[Line], int]


def signs(line: Line) -> int:
    """Length in characters, indentation included."""
    return line.indent + len(line.text)


def columns(line: Line) -> int:
    """Length on paper: half a column for a Latin letter, a whole one for a Chinese sign."""
    return (2 * line.indent + len(line.text.encode("gbk", "replace")) + 1) // 2


@dataclass(frozen=True, slots=True)
class Layout:
    """How paragraphs are set: first lines indented, blank lines between them, a fixed width.

    `width` is 0 where lines end only with their paragraph.
    """

    indented: bool
    spaced: bool
    width: int
    measure: Measure

    def continues(self, above: Line, line: Line) -> bool:
        """Whether the setting alone tells that a line goes on with the paragraph above it."""
        if line.indent or line.after_blank:
            return False
        tells = self.spaced or above.text.endswith("；")
        return self.indented or (tells and self._is_full(above))

    def leaves_open(self, above: Line, line: Line) -> bool:
        """Whether nothing tells if a line continues the full line above it."""
        told = self.indented or self.spaced or line.after_blank
        return not told and self._is_full(above)

    def opens(self, line: Line) -> bool:
        """Whether the setting tells that a line opens a paragraph."""
        return self.indented and line.indent > 0

    def _is_full(self, line: Line) -> bool:
        return self.width > 0 and self.measure(line) >= self.width - _RAGGED


def find_layout(ground: Ground) -> Layout:
    """The layout that nearly all articles follow."""
    heads = [ground.lines[index] for index in ground.heads]
    indented = sum(line.indent > 0 for line in heads)
    spaced = sum(line.after_blank for line in heads)
    most = _NEARLY_ALL * len(heads)
    widths = [(_wrapped_at(ground, measure), measure) for measure in (signs, columns)]
    width, measure = max(widths, key=lambda found: found[0])
    return Layout(len(heads) > 1 and indented > most, spaced > most, width, measure)


def _wrapped_at(ground: Ground, measure: Measure) -> int:
    """The width at which lines are broken, or 0."""
    body = range(min(ground.heads), len(ground.lines))
    lines = [ground.lines[index] for index in body if index not in ground.furniture]
    longest = max(measure(line) for line in lines)
    broken = [li for li in lines if not ends_sentence(li.text) and not find_heading(li.text)]
    full = sum(measure(line) >= longest - _RAGGED for line in broken)
    return longest if len(broken) >= _FEWEST_BROKEN and full > _MOSTLY * len(broken) else 0
