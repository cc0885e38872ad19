"""What a line may open: a heading, an article, an item, an annex, a signature."""

import re
from dataclasses import dataclass

from gongtu.law.numerals import NUMERAL, find_int

_N = rf"(?:{NUMERAL}\s*)*{NUMERAL}"
_HEADING = re.compile(
    rf"^[第笫]\s*({_N})\s*(分\s*编|编|編|篇|部\s*分|章|节|節)(?:之({NUMERAL}+))?(?=\s|[:：]|$|(.))"
)
_ARTICLE = re.compile(
    rf"^[【\[]?[第笫]\s*({_N})(?:\s*[-—–]\s*(\d+))?\s*[条條](?:\s*之\s*({NUMERAL}+))?[】\]]?"
)
_NO_OPENING = re.compile(rf"^({NUMERAL}+)[条條](?=\s)")
_NO_CLOSING = re.compile(rf"^[第笫]({NUMERAL}+)(?=\s)(?!\s*[条條章节節编編])")
_REFERS = re.compile(
    rf"(?:之?规定|所列|所称|所指|所规定|所述|的|第{_N}[款项目条條]|[、，,和与及至到或]者?\s*(?:本[^\s]{{1,4}})?[第（(]"
    r"|以及第|中的?[第所规]|修改为|改为|删去|删除|增加一|至[一二三四五六七八九十]|[）)”》；;]|[。，](?=$|第))"
)
_HEADING_REFERS = re.compile(r"(?:之?规定|所[列称指规]|的|第|[、，,。；;和与及至]|中[的所])")
_CAPTION = re.compile(r"^(?:【([^】]{1,40})】|\u3014([^\u3015]{1,40})\u3015|\[([^\]]{1,40})\])\s*")
_ROUND_CAPTION = re.compile(r"^[（(]([^（）()]{1,40})[）)](?=\s|$|\S)\s*")
_EMPTIED = re.compile(r"删|废止|略|失效|空")
_GROUP = re.compile(r"^([一二三四五六七八九十百]+)\s*([、\uff0e.])\s*(?=\S)")
_UNNUMBERED = re.compile(r"^(?:附\s*则|总\s*则|分\s*则|罚\s*则)$")
_ANNEX = re.compile(
    rf"^(?:(?:附件|附录|附表|附图|附\s件|附\s录|附\s表)\s*((?:{NUMERAL}+|[A-Za-z])?)\s*(?=[:：\s]|$)"
    rf"|附\s*({NUMERAL}*)\s*[:：])\s*[:：]?"
)
_DATE = re.compile(
    rf"^[（(]?(?:{NUMERAL}\s*){{4,}}年\s*(?:{NUMERAL}\s*)+月(?:\s*(?:{NUMERAL}\s*)+日)?[）)]?$"
)
_ORGAN = re.compile(
    r"(?:委员会|人民政府|国务院|人民法院|人民检察院|大会|主席团|总工会|办公厅|办公室|[部厅局署委]|主席|省长|市长|总理|主任|院长"
    r"|(?:主\s*席|省\s*长|市\s*长|总\s*理|主\s*任|部\s*长|局\s*长|州\s*长|县\s*长)[:：]?\s+\S.{0,12})$"
)
_COLONS = ":：.\uff0e、"
_AFTER_NUMBER = _COLONS + "。，—"
_LONGEST_HEADING = 40
_LONGEST_SIGNATURE = 26

RANKS = {"编": 0, "部分": 0, "分编": 1, "章": 2, "节": 3}
"""How wide a heading is: the smaller, the wider."""

LEVELS = {"編": "编", "篇": "编", "節": "节", "部分": "部分", "分编": "分编"}


@dataclass(frozen=True, slots=True)
class HeadingMark:
    level: str
    num: int | None
    suffix: int
    title: str


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """`form`: spaced, open (nothing follows), colon, caption, tight, or bare (第 or 条 missing)."""

    num: int
    suffix: int
    form: str
    rest: str
    refers: bool


@dataclass(frozen=True, slots=True)
class ItemMark:
    """`rank`: 0 一、 1 （一） 2 1. 3 (1) 4 ① 5 a."""

    rank: int
    num: int
    mark: str
    rest: str


def find_heading(text: str) -> HeadingMark | None:
    """编, 分编, 章, 节 and their kind; None for a sentence that only speaks of one."""
    if _UNNUMBERED.match(text):
        return HeadingMark("章", None, 0, without_padding(text))
    if not (found := _HEADING.match(text)):
        return None
    level = re.sub(r"\s", "", found[2])
    rest = text[found.end() :].lstrip(" \t\u3000:：\xa0")
    tight = found[4] is not None
    if len(rest) > _LONGEST_HEADING or rest[-1:] in set("。；，：;,") or "。" in rest:
        return None
    if tight and _HEADING_REFERS.match(rest):
        return None
    num, suffix = find_int(found[1]), find_int(found[3] or "0")
    if num is None or suffix is None:
        return None
    return HeadingMark(LEVELS.get(level, level), num, suffix, without_padding(rest))


def find_article(text: str) -> ArticleMark | None:
    """第X条 at the beginning of a line, whether it opens an article or is only spoken of."""
    if not (found := _ARTICLE.match(text)):
        return None
    rest = text[found.end() :]
    num, suffix = find_int(found[1]), find_int(found[2] or found[3] or "0")
    if num is None or suffix is None:
        return None
    bare = rest.lstrip()
    refers = bool(_REFERS.match(bare))
    return ArticleMark(num, suffix, _form(rest), bare.lstrip(_AFTER_NUMBER).lstrip(), refers)


def _form(rest: str) -> str:
    if not rest:
        return "open"
    if rest[0].isspace():
        return "spaced"
    if rest[0] in _COLONS:
        return "colon"
    if rest[0] in "。，":
        return "stop"
    return "caption" if rest[0] in "【\u3014[（(" else "tight"


def find_damaged_article(text: str) -> ArticleMark | None:
    """An article head that lost its 第 or its 条: `十二条 …`, `第十二 …`."""
    found = _NO_OPENING.match(text) or _NO_CLOSING.match(text)
    num = find_int(found[1]) if found else None
    if found is None or num is None:
        return None
    return ArticleMark(num, 0, "bare", text[found.end() :].lstrip(), refers=False)


def split_caption(rest: str, *, round_too: bool) -> tuple[str, str]:
    """(条旨, the rest); `round_too` when the statute writes its captions in round brackets."""
    found = _CAPTION.match(rest) or (
        _ROUND_CAPTION.match(rest) if round_too and has_round_caption(rest) else None
    )
    if not found or _EMPTIED.search(found[0]):
        return "", rest
    return next(group for group in found.groups() if group), rest[found.end() :]


def has_round_caption(rest: str) -> bool:
    """Whether the words after an article's number begin with a short text in round brackets."""
    return bool(_ROUND_CAPTION.match(rest)) and find_item(rest) is None


def find_group(text: str) -> tuple[int, str] | None:
    """(number, rest) of `一、…`."""
    found = _GROUP.match(text)
    num = find_int(found[1]) if found else None
    return (num, text[found.end() :]) if found and num is not None else None


_CHINESE = r"[一二三四五六七八九十百]+"
_ITEMS = (
    (0, re.compile(rf"^({_CHINESE})\s*[、\uff0e]\s*")),
    (1, re.compile(r"^([㈠-㈩])\s*")),
    (1, re.compile(rf"^[（(\u3014]?\s*({_CHINESE})\s*[）)\u3015]\s*[、\uff0e.]?\s*")),
    (2, re.compile(r"^([\d]{1,3})\s*(?:[、\uff0e]|[.](?![\d]))\s*")),
    (3, re.compile(r"^[（(]?\s*([\d]{1,3})\s*[）)]\s*")),
    (3, re.compile(r"^([⑴-⒇])\s*")),
    (4, re.compile(r"^([①-⑳])\s*")),
    (5, re.compile(r"^[（(]?([A-Za-z])(?:[）)]|[、\uff0e]|[.](?![A-Za-z]))\s*")),
)


def find_item(text: str) -> ItemMark | None:
    """The mark of an item at the beginning of a line."""
    for rank, pattern in _ITEMS:
        found = pattern.match(text)
        num = _item_number(found[1]) if found else None
        if found and num is not None:
            return ItemMark(rank, num, found[0].rstrip(), text[found.end() :])
    return None


def _item_number(sign: str) -> int | None:
    for first, last in ("①⑳", "⑴⒇", "㈠㈩", "az", "AZ"):
        if first <= sign <= last:
            return ord(sign) - ord(first) + 1
    return find_int(sign)


_NEXT_ITEM = re.compile(
    rf"(?<=[；;：:。])(?=\s*(?:[（(]\s*(?:{_CHINESE}|[\d]{{1,2}})\s*[）)]|[\d]{{1,2}}[、\uff0e.](?![\d])))"
)


def split_items(text: str) -> list[str]:
    """The pieces of a line that holds several items （一）…；（二）…, in order."""
    pieces: list[str] = []
    counts: dict[int, int] = {}
    for piece in _NEXT_ITEM.split(text):
        mark = find_item(piece.strip())
        opens = mark and (mark.num == 1 and pieces and pieces[-1][-1] in "：:")
        follows = mark and counts.get(mark.rank, 0) + 1 == mark.num and mark.num > 1
        if not pieces or opens or follows:
            pieces.append(piece.strip())
        else:
            pieces[-1] += piece
        if mark:
            counts[mark.rank] = mark.num
    return pieces


def find_annex(text: str) -> bool:
    """Whether the line opens 附件, 附录, 附表, or 附 with a colon."""
    return bool(_ANNEX.match(text))


_NOT_OF_THE_TEXT = re.compile(
    r"^(?:(?:抄\s*[送报]|主送|分送|发送|送|印发|来源|责任编辑|编辑|责编|作者|发布时间|发布日期|浏览次数|分享到|相关链接"
    r"|相关文章|注|相关解读|上一篇|下一篇|打印|关闭|扫一扫)\s*(?:[:：]|$)|[（(]此件|版权所有|【.{1,12}】$)"
)


def is_after_matter(text: str) -> bool:
    """Whether a line after the last article is about the publication: 抄送, 来源, 责任编辑."""
    return bool(_NOT_OF_THE_TEXT.match(text))


def is_signature(text: str) -> bool:
    """A date alone, or a short line that ends in the name of a body or an office."""
    if _DATE.match(text):
        return True
    return (
        len(text) <= _LONGEST_SIGNATURE
        and bool(_ORGAN.search(text))
        and not re.search(r"[，。；：]", text[:-1])
    )


def is_date(text: str) -> bool:
    """A date alone on its line."""
    return bool(_DATE.match(text))


def without_padding(text: str) -> str:
    """总　则 → 总则; other runs of space become one space."""
    signs = text.split()
    if len(signs) > 1 and all(len(sign) == 1 for sign in signs):
        return "".join(signs)
    return " ".join(signs)
