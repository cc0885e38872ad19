"""From bytes to lines: encodings, marks of layout, page furniture."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gongtu.base.errors import Refused

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]"
)
MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
"""A tag of HTML; the only thing a text may hold that is not kept."""
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|h\d|li|tr)>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|emsp|ensp|#160|#12288);")
_MARKDOWN = re.compile(r"^(#{1,6})\s*(?=\S)|^>\s+|^[-*+]\s+(?=[^\s\d])|\*\*|__(?=\S)|(?<=\S)__")
_COMMENT = re.compile(r"^(?:<!--.*-->|-{3,}|={3,}|\*{3,}|```.*|bookHidden:.*)$")
_PAGE = re.compile(
    r"^(?:[-—–－~·]+\s*\d+\s*[-—–－~·]+|\d{1,4}|[Pp]age\s*\d+(?:\s*of\s*\d+)?|\d+\s*/\s*\d+"
    r"|第\s*[\d一二三四五六七八九十百]+\s*页(?:\s*[,，/]?\s*共\s*[\d一二三四五六七八九十百]+\s*页)?)$"
)
_REPEATS = 3
_RAGGED = 4
_SENTENCE = re.compile(r"[，。；：、！？”,;:]")


class NotReadable(Refused):
    """The file is empty, binary, or in an encoding that is not known here."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without indentation and marks of layout."""

    number: int
    text: str
    indent: int
    after_blank: bool
    level: int = 0
    """How many # stood before it."""


def decode(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with a mark, or GB 18030.

    Raises:
        NotReadable: Nothing in it, or not a text.
    """
    if not content.strip():
        raise NotReadable("文件是空的，没有可以读取的文本。")
    for mark, encoding in _BOMS.items():
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\x00" in content[:4096]:
        raise NotReadable("这是二进制文件，不是法规文本；请先转换为 UTF-8 或 GB18030 的纯文本。")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "gb18030")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotReadable(
            f"无法按 UTF-8 或 GB18030 读取：第 {error.start + 1} 个字节起不是文本。"
        ) from error


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins, in characters; the parser counts lines the same way."""
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def read_lines(text: str, line_of: Sequence[int] = ()) -> list[Line]:
    """The lines that are not blank; `line_of` gives the source line of each line of the text."""
    lines, blank = [], True
    for position, raw in enumerate(_LINE_END.split(text)):
        number = line_of[position] if line_of else position + 1
        parts = _BREAK.split(raw) if "<" in raw else [raw]
        found = [line for part in parts if (line := _line(part, number, after_blank=blank))]
        lines.extend(found)
        blank = not found
    return lines


def _line(raw: str, number: int, *, after_blank: bool) -> Line | None:
    plain = _INVISIBLE.sub("", _ENTITY.sub(" ", MARKUP.sub("", raw))).expandtabs(4)
    bare = plain.strip()
    marks = _MARKDOWN.match(bare)
    keep = _COMMENT.match(bare) or _PAGE.match(bare)
    cleaned = bare if keep else _MARKDOWN.sub("", bare).strip()
    if not cleaned:
        return None
    level = len(marks.group(1) or "") if marks else 0
    return Line(number, cleaned, len(plain) - len(plain.lstrip()), after_blank, level)


def page_furniture(lines: Sequence[Line], title: str = "") -> dict[int, str]:
    """Why a line belongs to the page and not to the text, by its place in `lines`."""
    counts = Counter(line.text for line in lines)
    longest = max((len(line.text) for line in lines), default=0)
    found = {}
    for index, line in enumerate(lines):
        full = len(line.text) >= longest - _RAGGED  # A broken line of a paragraph, not a header.
        if why := _furniture(line.text, 0 if full else counts[line.text], title):
            found[index] = why
    return found


def _furniture(text: str, count: int, title: str) -> str:
    if _PAGE.match(text):
        return "页码"
    if _COMMENT.match(text):
        return "排版标记"
    if text == title:
        return "页眉：重复的法规名称"
    if count >= _REPEATS and not _SENTENCE.search(text) and not _STRUCTURAL.match(text):
        return f"页眉或页脚：同样的短行出现 {count} 次"
    return ""


_STRUCTURAL = re.compile(r"^(?:第|[（(]?[一二三四五六七八九十\d]+[）)、.\uff0e]|附|[①-⑳])")
_OPENERS = tuple("（([【\u3014")
_CLOSERS = '”’」』）)】》"]\u3015'


def ends_sentence(text: str) -> bool:
    """Whether the words are complete: 。；：！？, these inside quotes; a bracket, a table row."""
    if text[:1] in _OPENERS and text[-1:] in _CLOSERS:
        return True
    return text.rstrip(_CLOSERS)[-1:] in set("。；：！？;:!?…|\uff0e") or text.endswith("......")
